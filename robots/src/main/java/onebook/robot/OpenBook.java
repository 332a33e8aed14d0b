package onebook.robot;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import onebook.closing.ClosingRules;
import onebook.ledger.AccountCode;
import onebook.ledger.Book;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Company;
import onebook.ledger.JournalEntry;
import onebook.ledger.JournalEntry.Hands;
import onebook.ledger.Outcome;
import onebook.ledger.Proposal;
import onebook.ledger.Records;
import onebook.ledger.Refusal;
import onebook.rules.CompanyProfile;
import onebook.rules.RuleBook;
import onebook.seal.Checkpoint;
import onebook.seal.Signer;
import onebook.store.BookAudit;
import onebook.store.DraftTable;
import onebook.store.HeadFile;
import onebook.store.OperationTable;
import onebook.store.SecretTable;
import onebook.store.SqliteJournal;
import onebook.store.WriterLock;
import onebook.words.Sentence;

/** One book with all that its robots share: journal, chart, profile, rules, evidence and key. */
final class OpenBook implements AutoCloseable {
    private final Path file;
    private final Clock clock;
    private final SqliteJournal journal;
    private final CompanyProfile profile;
    private ChartOfAccounts chart;
    private final CompanyRules rules;
    private Book book;
    private final Passphrases passphrases;
    private final Session session;
    private final Optional<String> another;
    private final SigningKey key;
    private boolean isClosed;

    /** Throws what {@link BookOpening} makes refusals of. */
    OpenBook(Path file, SqliteJournal journal, Clock clock, Passphrases passphrases) {
        this.file = file;
        this.clock = clock;
        this.journal = journal;
        this.passphrases = passphrases;
        this.profile = Json.yaml(journal.setting("profile").orElseThrow(), CompanyProfile.class);
        this.key = new SigningKey(file, profile.company(), passphrases, journal);
        this.rules = CompanyRules.of(profile);
        this.session = new Session(journal, rules, this::chart);
        readChart();
        this.another = new SealCheck(this).whyAnother();
    }

    /** Reads the accounts again, after some were added or a transaction was taken back. */
    void readChart() {
        chart = new ChartOfAccounts(journal.accounts());
        book = new Book(chart, profile.company().from(), journal);
    }

    /** A reason as an entry keeps it: as the rule that gave it says it, else as the program. */
    Sentence reason(String sealed) {
        return closingRules().reason(sealed).orElseGet(() -> rules().reason(sealed));
    }

    ClosingRules closingRules() {
        return rules.closing();
    }

    /** The book that {@link NewBook} just made. */
    static OpenBook made(Path file, SqliteJournal journal, Clock clock, Passphrases passphrases,
            Signer signer) {
        OpenBook opened = new OpenBook(file, journal, clock, passphrases);
        opened.key.is(signer);
        return opened;
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

    /** Refuses where the book has people and nobody is signed on. */
    SqliteJournal journal() {
        session.mayRead();
        return journal;
    }

    /** Every entry that posts to one of the accounts or a detail of one, in order of number. */
    List<JournalEntry> entriesOn(Set<AccountCode> accounts) {
        try (Stream<JournalEntry> entries =
                records().entries(accounts, company().from(), BookView.LAST)) {
            return entries.toList();
        }
    }

    /** For signing on, and for what anybody may know. */
    SqliteJournal unguarded() {
        return journal;
    }

    DraftTable drafts() {
        return DraftTable.of(journal());
    }

    OperationTable operations() {
        return OperationTable.of(journal());
    }

    SecretTable secrets() {
        return SecretTable.of(journal);
    }

    Session session() {
        return session;
    }

    boolean isReadOnly() {
        return journal.isReadOnly();
    }

    /** Refuses where nothing may be written, or not by this person. */
    void mayWrite(Duty duty, String by) {
        mayWrite();
        session.require(duty, by);
    }

    Records records() {
        return journal().records();
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
        return rules.posting();
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
        return write(book.post(proposal, session.hands(proposal, by)));
    }

    /** @param signed place of the review that a token signed */
    Outcome post(Proposal proposal, Hands hands, Optional<Long> signed) {
        return write(book.post(proposal, hands), signed);
    }

    Outcome write(Outcome outcome) {
        return write(outcome, Optional.empty());
    }

    /** The only way into the journal: what the book and the roles of people both allow. */
    private Outcome write(Outcome outcome, Optional<Long> signed) {
        if (outcome instanceof Outcome.Posted posted) {
            Optional<Outcome.Refused> refused =
                    session.refused(posted.entry(), signed.isPresent());
            if (refused.isPresent()) {
                return refused.get();
            }
            journal.append(posted.entry(), signed);
        }
        return outcome;
    }

    /** One line of the operation log, sealed with the rest. */
    long operation(String who, String what) {
        return operation(who, what, Map.of());
    }

    /** @param more what a program reads of it; gives the index of its leaf */
    long operation(String who, String what, Map<String, Object> more) {
        Map<String, Object> body = new TreeMap<>(more);
        body.put("who", who);
        body.put("what", what);
        body.put("at", clock.instant().toString());
        return journal.leaf("op", "", body, List.of());
    }

    /** Something leaves the book; the log says so wherever the book may be written. */
    void handOut(Duty duty, String what) {
        String who = session.actor().orElse("");
        session.require(duty, who);
        if (!isReadOnly() && !journal.isDamaged()) {
            journal.transaction(() -> operation(who, what));
        }
    }

    Signer signer() {
        return key.signer();
    }

    SigningKey key() {
        return key;
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
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            SignOn.off(this);
        } finally {
            journal.close();
        }
    }
}
