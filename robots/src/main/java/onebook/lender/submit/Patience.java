package onebook.lender.submit;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import onebook.ledger.Refusal;

/**
 * How long somebody keeps trying.
 *
 * @param tries in a row without anything getting further
 * @param first the wait after the first failure; it doubles, and half of it is by chance
 * @param longest one wait, also where the server asks for more
 * @param whole all of it together
 */
public record Patience(int tries, Duration first, Duration longest, Duration whole, Pause pause) {
    public static final Patience USUAL = new Patience(8, Duration.ofMillis(500),
            Duration.ofSeconds(60), Duration.ofHours(2), Thread::sleep);

    /** Waits; handed in so that a test need not. */
    public interface Pause {
        void sleep(long millis) throws InterruptedException;
    }

    public Patience within(Duration time) {
        return new Patience(tries, first, longest, time, pause);
    }

    /** One thing that is tried until it is done. */
    final class Tries {
        private final long began = System.nanoTime();
        private int failures;

        /** Something got further. */
        void gotOn() {
            failures = 0;
        }

        /**
         * Waits before the next try; refuses where patience is at its end.
         *
         * @param seconds what the server asked for
         */
        void wait(String why, OptionalLong seconds) {
            failures++;
            long millis = seconds.isPresent() ? seconds.getAsLong() * 1000 : backoff();
            long waited = Math.min(millis, longest.toMillis());
            if (failures >= tries || isOver(waited)) {
                throw new SubmissionRefused(Refusal.LENDER_CANNOT_BE_REACHED, why);
            }
            try {
                pause.sleep(waited);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new SubmissionRefused(Refusal.RUN_WAS_STOPPED, why);
            }
        }

        /** True where the time is up after so many more milliseconds. */
        boolean isOver(long more) {
            long passed = (System.nanoTime() - began) / 1_000_000;
            return passed + more > whole.toMillis();
        }

        private long backoff() {
            long most = first.toMillis() << Math.min(failures - 1, 20);
            long half = Math.min(most, longest.toMillis()) / 2;
            return half + ThreadLocalRandom.current().nextLong(half + 1);
        }
    }
}
