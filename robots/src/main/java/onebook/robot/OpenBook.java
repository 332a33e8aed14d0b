package onebook.robot;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.closing.ClosingRules;
import onebook.ledger.AccountCode;
import onebook.ledger.Book;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Company;
import onebook.ledger.JournalEntry;
import onebook.ledger.Outcome;
import onebook.ledger.Proposal;
import onebook.ledger.Records;
import onebook.ledger.Refusal;
import onebook.rules.CompanyProfile;
import onebook.rules.RuleBook;
import onebook.seal.Checkpoint;
import onebook.seal.MalformedException;
import onebook.seal.Signer;
import onebook.store.BookAudit;
import onebook.store.Encryption;
import onebook.store.HeadFile;
import onebook.store.SqliteJournal;
import onebook.store.StoreException;
import onebook.store.WriterLock;
import onebook.tax.TaxRules;
import onebook.words.Sentence;

/** One book with all that its robots share: journal, chart, profile, rules, evidence and key. */
final class OpenBook implements AutoCloseable {
    private final Path file;
    private final Clock clock;
    private final SqliteJournal journal;
    private final CompanyProfile profile;
    private ChartOfAccounts chart;
    private final RuleBook rules;
    private final ClosingRules closingRules;
    private Book book;
    private final Passphrases passphrases;
    private final Optional<String> another;
    private Signer signer;
    private boolean isClosed;

    private OpenBook(Path file, SqliteJournal journal, Clock clock, Passphrases passphrases) {
        this.file = file;
        this.clock = clock;
        this.journal = journal;
        this.passphrases = passphrases;
        this.profile = Json.yaml(journal.setting("profile").orElseThrow(), CompanyProfile.class);
        this.rules = rules(profile);
        this.closingRules = closingRules(profile);
        readChart();
        this.another = new SealCheck(this).whyAnother();
    }

    /** Reads the accounts again, after some were added or a transaction was taken back. */
    void readChart() {
        chart = new ChartOfAccounts(journal.accounts());
        book = new Book(chart, profile.company().from(), journal);
    }

    static RuleBook rules(CompanyProfile profile) {
        String kind = Templates.nameOf(profile.company().taxpayer());
        try {
            return RuleBook.of(Templates.text("rules/" + kind + ".yaml"),
                    Templates.text("rules/categories.yaml"), profile,
                    TaxRules.standard()::isService);
        } catch (IllegalArgumentException mistake) {
            throw new RefusedException(Refusal.RULES_CANNOT_BE_USED, mistake.getMessage());
        }
    }

    static ClosingRules closingRules(CompanyProfile profile) {
        String kind = Templates.nameOf(profile.company().taxpayer());
        try {
            return ClosingRules.of(List.of(Templates.text("closing/" + kind + ".yaml"),
                    Templates.text("closing/every-company.yaml")));
        } catch (IllegalArgumentException mistake) {
            throw new RefusedException(Refusal.RULES_CANNOT_BE_USED, mistake.getMessage());
        }
    }

    /** A reason as an entry keeps it: as the rule that gave it says it, else as the program. */
    Sentence reason(String sealed) {
        return closingRules.reason(sealed).orElseGet(() -> rules.reason(sealed));
    }

    ClosingRules closingRules() {
        return closingRules;
    }

    /** The book that {@link NewBook} just made. */
    static OpenBook made(Path file, SqliteJournal journal, Clock clock, Passphrases passphrases,
            Signer signer) {
        OpenBook opened = new OpenBook(file, journal, clock, passphrases);
        opened.signer = signer;
        return opened;
    }

    static OpenBook open(Path file, Clock clock, Passphrases passphrases) {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(Refusal.BOOK_NOT_FOUND, file.toString());
        }
        try {
            if (Files.size(file) == 0) {
                throw new RefusedException(Refusal.BOOK_IS_DAMAGED, "the file is empty: " + file);
            }
            return open(file, Encryption.open(file, clock, passphrases.book()), clock,
                    passphrases);
        } catch (IOException broken) {
            throw new RefusedException(Refusal.BOOK_IS_DAMAGED, broken.getMessage());
        } catch (StoreException broken) {
            throw new RefusedException(broken.refusal().orElse(Refusal.BOOK_IS_DAMAGED),
                    broken.detail());
        } catch (MalformedException broken) {
            throw new RefusedException(Refusal.BOOK_IS_DAMAGED, broken.getMessage());
        }
    }

    private static OpenBook open(Path file, SqliteJournal journal, Clock clock,
            Passphrases passphrases) {
        try {
            return new OpenBook(file, journal, clock, passphrases);
        } catch (RefusedException refused) {
            journal.close();
            throw refused;
        } catch (IllegalArgumentException | NoSuchElementException broken) {
            journal.close();
            throw new RefusedException(Refusal.BOOK_IS_DAMAGED, broken.getMessage());
        }
    }

    Path file() {
        return file;
    }

    /** The folder of its documents, to be read and written through these paths only. */
    Path evidence() {
        return journal.sources().evidence();
    }

    /** A file that is soon deleted; of an encrypted book it is encrypted too. */
    Path onTheWay(String ending) throws IOException {
        if (journal.isReadOnly() || evidence().getFileSystem() == FileSystems.getDefault()) {
            return Files.createTempFile("onebook", ending);
        }
        Files.createDirectories(evidence());
        return Files.createTempFile(evidence(), ".on-the-way-", ending + ".part");
    }

    SqliteJournal journal() {
        return journal;
    }

    /** Every entry that posts to one of the accounts or a detail of one, in order of number. */
    List<JournalEntry> entriesOn(Set<AccountCode> accounts) {
        try (Stream<JournalEntry> entries =
                records().entries(accounts, company().from(), BookView.LAST)) {
            return entries.toList();
        }
    }

    /** What was posted, as books and statements ask for it. */
    Records records() {
        return journal.records();
    }

    CompanyProfile profile() {
        return profile;
    }

    Company company() {
        return profile.company();
    }

    ChartOfAccounts chart() {
        return chart;
    }

    RuleBook rules() {
        return rules;
    }

    Book book() {
        return book;
    }

    Passphrases passphrases() {
        return passphrases;
    }

    Clock clock() {
        return clock;
    }

    /** Posts and writes. Requires a transaction around it. */
    Outcome post(Proposal proposal, String by) {
        return write(book.post(proposal, by));
    }

    Outcome write(Outcome outcome) {
        if (outcome instanceof Outcome.Posted posted) {
            journal.append(posted.entry());
        }
        return outcome;
    }

    /** One line of the operation log, sealed with the rest. */
    void operation(String who, String what) {
        journal.leaf("op", "", Map.of("who", who, "what", what,
                "at", clock.instant().toString()), List.of());
    }

    Signer signer() {
        if (signer == null) {
            try {
                signer = Keyring.load(file, company(), passphrases.keyOrDemo());
            } catch (IOException wrong) {
                throw new RefusedException(Refusal.KEY_CANNOT_BE_OPENED, wrong.getMessage());
            }
        }
        return signer;
    }

    boolean isKeyAtHand() {
        try {
            signer();
            return true;
        } catch (RefusedException none) {
            return false;
        }
    }

    /** Signs the head of the log as it stands. Requires a transaction around it. */
    String checkpoint() {
        Optional<Map.Entry<Long, String>> last = journal.lastCheckpoint();
        if (last.isPresent() && last.get().getKey() == journal.edge().size()) {
            return last.get().getValue();
        }
        Checkpoint head = Checkpoint.of(Keyring.origin(company()), journal.edge());
        String note = signer().sign(head.body());
        journal.checkpoint(note);
        return note;
    }

    /** Compares the file with its seal. */
    List<BookAudit.Damage> audit() {
        return new SealCheck(this).audit(evidence());
    }

    /** Refuses where nothing may be written: here, now, or because of what the book is. */
    void mayWrite() {
        if (journal.isReadOnly()) {
            throw new RefusedException(WriterLock.isPermitted(file) ? Refusal.BOOK_IS_READ_ONLY
                    : Refusal.BOOK_MAY_NOT_BE_WRITTEN, file.toString());
        }
        if (journal.isDamaged()) {
            throw new RefusedException(Refusal.BOOK_IS_DAMAGED, file.toString());
        }
        another.ifPresent(why -> {
            throw new RefusedException(Refusal.BOOK_IS_DAMAGED, why + "; to work on it knowingly,"
                    + " take " + HeadFile.of(file) + " away");
        });
    }

    boolean isWritable() {
        return !journal.isReadOnly() && !journal.isDamaged() && another.isEmpty();
    }

    /** A second time does nothing. */
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            journal.close();
        }
    }
}
