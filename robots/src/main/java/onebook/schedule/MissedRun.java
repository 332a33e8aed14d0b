package onebook.schedule;

import java.time.Instant;

/** A due time at which a robot did not do its work. */
public record MissedRun(String robot, String company, Instant due, Why why) {
    public enum Why {
        /** No program was running then. */
        NOBODY_WAS_THERE,
        /** It began and did not come to its end; whatever it had begun was taken back. */
        BROKEN_OFF
    }
}
