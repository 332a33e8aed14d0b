package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import onebook.robot.Desk;
import onebook.robot.LogKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "key", description = "the key that signs the log, and what follows it")
@Commands.Group({KeyCommand.Rotate.class, KeyCommand.Recovery.class, KeyCommand.Recover.class})
final class KeyCommand {
    /** What every one of these commands has. */
    abstract static class OfKeys implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;

        OfKeys(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                System.out.println(run(LogKeys.of(desk), book.by()));
                System.out.println(desk.policy());
                return 0;
            }
        }

        /** Gives the vkey to print. */
        abstract String run(LogKeys keys, String by);
    }

    /** Where a key was stolen. */
    static final class Stolen {
        @Option(names = "--trusted", paramLabel = "N", defaultValue = "-1",
                description = "the key was stolen; only the first N leaves are vouched for")
        private long size;

        OptionalLong trusted() {
            return size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
        }
    }

    @Command(name = "rotate", description = "another key signs from now on; the old one says so")
    static final class Rotate extends OfKeys {
        @Mixin
        private Stolen stolen;

        Rotate(Clock clock) {
            super(clock);
        }

        @Override
        String run(LogKeys keys, String by) {
            return keys.rotate(stolen.trusted(), by);
        }
    }

    @Command(name = "recovery", description = "makes a recovery key to keep elsewhere;"
            + " ONEBOOK_RECOVERY_PASSPHRASE locks it")
    static final class Recovery extends OfKeys {
        @Option(names = "--out", required = true, paramLabel = "FILE.p12",
                converter = Arguments.Written.class)
        private Path out;

        Recovery(Clock clock) {
            super(clock);
        }

        @Override
        String run(LogKeys keys, String by) {
            return keys.announceRecovery(out, Passphrase.OF_RECOVERY.chosen(), by);
        }
    }

    @Command(name = "recover", description = "the key was lost: the recovery key names another")
    static final class Recover extends OfKeys {
        @Option(names = "--recovery", required = true, paramLabel = "FILE.p12",
                converter = Arguments.Given.class)
        private Path recovery;
        @Mixin
        private Stolen stolen;

        Recover(Clock clock) {
            super(clock);
        }

        @Override
        String run(LogKeys keys, String by) {
            return keys.recover(recovery, Passphrase.OF_RECOVERY.given()
                    .orElseThrow(Passphrase.OF_RECOVERY::missing), stolen.trusted(), by);
        }
    }
}
