package onebook.schedule;

import java.time.Duration;

/** What becomes of due times that passed while no program was running. Both name what they drop. */
public enum MissedRunPolicy {
    /** The last one is run now; the earlier ones are missed. */
    CATCH_UP_ONCE,
    /** All are missed. */
    SKIP;

    /** A due time noticed within this time counts as on time. */
    public static final Duration ON_TIME = Duration.ofMinutes(10);
}
