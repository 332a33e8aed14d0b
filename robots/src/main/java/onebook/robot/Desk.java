package onebook.robot;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onebook.document.Document;
import onebook.document.Reading;
import onebook.invoice.Invoice;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Company;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Refusal;

/**
 * One open book with its evidence: what a window shows, and the commands it sends. Thread-safe by
 * one lock; call it off the window's thread.
 */
public final class Desk implements AutoCloseable {

    /** Opens a book; read-only where another process holds it. */
    public static Desk open(Path book, Clock clock) {
        throw new UnsupportedOperationException();
    }

    public Company company() {
        throw new UnsupportedOperationException();
    }

    public boolean isReadOnly() {
        throw new UnsupportedOperationException();
    }

    public List<Account> accounts() {
        throw new UnsupportedOperationException();
    }

    public List<WaitingItem> waiting() {
        throw new UnsupportedOperationException();
    }

    public Optional<Document> document(String id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Reading<Invoice>> reading(String documentId) {
        throw new UnsupportedOperationException();
    }

    /** The page as a picture; first page is 1. */
    public Optional<BufferedImage> page(String documentId, int page) {
        throw new UnsupportedOperationException();
    }

    public List<JournalEntry> entries(EntryFilter filter) {
        throw new UnsupportedOperationException();
    }

    public List<CashAccount> cashAccounts() {
        throw new UnsupportedOperationException();
    }

    public List<CashAccount.Line> cashLines(AccountCode account) {
        throw new UnsupportedOperationException();
    }

    public Optional<Period> lastClosed() {
        throw new UnsupportedOperationException();
    }

    /** Books what waits, with the lines a person settled on. */
    public Outcome accept(String waitingId, LocalDate date, String summary, List<Posting> postings,
            String by) {
        throw new UnsupportedOperationException();
    }

    /** The item will not be booked; the reason is kept in the log. */
    public Optional<Refusal> reject(String waitingId, String reason, String by) {
        throw new UnsupportedOperationException();
    }

    public Outcome correct(EntryNumber number, LocalDate date, String why, String by) {
        throw new UnsupportedOperationException();
    }

    public List<Robot> robots() {
        throw new UnsupportedOperationException();
    }

    public RunReport run(String robot, boolean dryRun, String by, RunReport.Progress progress) {
        throw new UnsupportedOperationException();
    }

    public RunReport undo(String runId, String by) {
        throw new UnsupportedOperationException();
    }

    public List<RunReport> runs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
    }
}
