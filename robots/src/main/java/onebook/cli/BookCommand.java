package onebook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.ledger.AccountCode;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.report.TrialBalance;
import onebook.robot.BookEncryption;
import onebook.robot.Corrections;
import onebook.robot.Desk;
import onebook.robot.EntryFilter;
import onebook.robot.Passphrases;
import onebook.robot.Tokens;
import onebook.seal.TokenChain;
import onebook.store.BookAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "book", description = "one company's ledger")
@Commands.Group({BookCommand.Create.class, BookCommand.Balance.class,
            BookCommand.Entries.class, CorrectCommand.class, SupplementCommand.class,
            BookCommand.Verify.class, ProofCommands.Prove.class, AnchorCommand.class,
            ReceiptCommand.class, LedgerCommand.class, LogCommand.class, PersonCommand.class,
            KeyCommand.class,
            RulesCommand.class, BookImport.class, BookOpen.class, BookExportCommand.class,
            BookMigrate.class, AccountCommand.class, DimensionCommand.class,
            BackupCommands.Make.class, BackupCommands.Restore.class,
            EncryptionCommands.Encrypt.class, EncryptionCommands.Decrypt.class,
            EncryptionCommands.Change.class})
final class BookCommand {

    @Command(name = "create", description = "a new book with the chart of accounts")
    static final class Create implements Callable<Integer> {
        private final Clock clock;
        @Option(names = "--book", required = true, paramLabel = "FILE",
                converter = Arguments.Written.class)
        private Path file;
        @Option(names = "--company", required = true, paramLabel = "NAME")
        private String company;
        @Option(names = "--tax-id", required = true, paramLabel = "ID")
        private String taxId;
        @Option(names = "--taxpayer", required = true, paramLabel = "small-scale|general")
        private String taxpayer;
        @Option(names = "--from", required = true, paramLabel = "2026-01")
        private Period from;
        @Option(names = "--encrypt",
                description = "never on the disk but encrypted; asks for a passphrase")
        private boolean isEncrypted;
        @Spec
        private CommandSpec spec;

        Create(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() throws IOException {
            Arguments.oneOf(spec, "--taxpayer", taxpayer, "small-scale", "general");
            Files.createDirectories(file.toAbsolutePath().getParent());
            Passphrases passphrases = new Passphrases(Passphrase.OF_KEY.fromEnvironment(),
                    isEncrypted ? Optional.of(Passphrase.OF_BOOK.chosen()) : Optional.empty());
            try (Desk desk = BookEncryption.create(file,
                    Desk.profile(company, taxId, taxpayer, from.toString()), clock,
                    passphrases)) {
                System.out.println(desk.file());
                System.out.println(desk.policy());
            }
            return 0;
        }
    }

    @Command(name = "balance", description = "trial balance")
    static final class Balance implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Mixin
        private Output out;
        @Option(names = "--period", paramLabel = "2026-03")
        private Optional<Period> period;

        Balance(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                Period from = period.orElse(desk.company().from());
                Period to = period.orElseGet(() -> desk.entries(EntryFilter.ALL)
                        .stream().map(JournalEntry::period).max(Period::compareTo).orElse(from));
                TrialBalance trial = desk.trialBalance(from, to);
                if (out.isJson()) {
                    trial.rows().forEach(row -> out.print(EntryJson.of(row)));
                } else {
                    out.print(trial.csv().stripTrailing());
                }
            }
            return 0;
        }
    }

    @Command(name = "entries", description = "entries with evidence")
    static final class Entries implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Mixin
        private Output out;
        @Option(names = "--account", paramLabel = "1002")
        private Optional<AccountCode> account;
        @Option(names = "--period", paramLabel = "2026-03")
        private Optional<Period> period;
        @Option(names = "--text", defaultValue = "")
        private String text;

        Entries(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                EntryFilter filter = new EntryFilter(period, account, text);
                Corrections corrections = Corrections.of(desk);
                for (JournalEntry entry : desk.entries(filter)) {
                    out.print(EntryJson.printed(entry,
                            corrections.takenBackBy(entry.number()), out));
                }
            }
            return 0;
        }
    }

    @Command(name = "verify", description = "compares the book with its seal")
    static final class Verify implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;

        Verify(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                List<BookAudit.Damage> damages = desk.audit();
                damages.forEach(damage ->
                        System.out.println(damage.subject() + ": " + damage.text()));
                signed(Tokens.of(desk).counts());
                System.out.println(damages.isEmpty() ? "VERIFIED: the book says what was sealed"
                        : "INTEGRITY FAILURE: " + damages.size() + " differences");
                return damages.isEmpty() ? 0 : 1;
            }
        }

        private static void signed(TokenChain.Counts counts) {
            if (counts.signedReviews() + counts.signedCloses() > 0) {
                System.out.printf("signed by people's tokens: %d of %d reviews,"
                        + " %d of %d closes%n", counts.signedReviews(), counts.reviews(),
                        counts.signedCloses(), counts.closes());
            }
        }
    }
}
