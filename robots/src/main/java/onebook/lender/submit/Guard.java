package onebook.lender.submit;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Counts the requests of each address or token, by the minute and at the same time. */
final class Guard {
    private static final int MOST_KNOWN = 10_000;
    private static final int MINUTE = 60;

    private final Clock clock;
    private final Limits limits;
    private final Map<String, Integer> running = new HashMap<>();
    private Map<String, Integer> ofMinute = new HashMap<>();
    private long minute;

    Guard(Clock clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /** Seconds to wait; empty where one more may begin, which {@link #leave} must end. */
    synchronized OptionalInt enter(String who) {
        OptionalInt wait = count(who);
        if (wait.isPresent()) {
            return wait;
        }
        int now = running.getOrDefault(who, 0);
        if (now >= limits.atOnce()) {
            return OptionalInt.of(1);
        }
        running.put(who, now + 1);
        return OptionalInt.empty();
    }

    synchronized void leave(String who) {
        running.computeIfPresent(who, (key, count) -> count == 1 ? null : count - 1);
    }

    /** Seconds to wait until the next minute where this one is used up. */
    synchronized OptionalInt count(String who) {
        long second = clock.instant().getEpochSecond();
        if (second / MINUTE != minute || ofMinute.size() > MOST_KNOWN) {
            minute = second / MINUTE;
            ofMinute = new HashMap<>();
        }
        int count = ofMinute.merge(who, 1, Integer::sum);
        return count <= limits.perMinute() ? OptionalInt.empty()
                : OptionalInt.of(MINUTE - (int) (second % MINUTE));
    }
}
