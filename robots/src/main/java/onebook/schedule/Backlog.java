package onebook.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Due times that have come, sorted out by the policy.
 *
 * @param run the one to run now
 * @param missed the others, the first first
 */
record Backlog(Optional<Instant> run, List<Instant> missed) {

    /**
     * @param first the earliest due time that was not dealt with; not after now
     * @param most how many of the latest are named at most
     */
    static Backlog of(Schedule schedule, Instant first, Instant now, MissedRunPolicy policy,
            int most) {
        List<Instant> missed = new ArrayList<>();
        Instant due = schedule.latest(now);
        Instant latest = due.isBefore(first) ? first : due;
        while (!due.isBefore(first) && missed.size() <= most) {
            missed.add(due);
            due = schedule.latest(due.minusMillis(1));
        }
        Collections.reverse(missed);
        boolean isOnTime = !latest.plus(MissedRunPolicy.ON_TIME).isBefore(now);
        if (policy == MissedRunPolicy.SKIP && !isOnTime) {
            return new Backlog(Optional.empty(), missed);
        }
        missed.remove(latest);
        return new Backlog(Optional.of(latest), missed);
    }
}
