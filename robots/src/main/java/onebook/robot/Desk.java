package onebook.robot;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.document.Document;
import onebook.document.Reading;
import onebook.invoice.Invoice;
import onebook.invoice.PageImage;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Company;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Refusal;
import onebook.reconcile.Reconciliation;
import onebook.report.Statements;
import onebook.report.TrialBalance;
import onebook.rules.CompanyProfile;
import onebook.store.BookAudit;
import onebook.tax.TaxPeriod;
import onebook.tax.VatReturn;

/**
 * One open book with its evidence: what a window shows, and the commands it sends. Thread-safe by
 * one lock; call it off the window's thread. Commands that cannot begin throw
 * {@link RefusedException}.
 */
public final class Desk implements AutoCloseable {
    private final OpenBook open;
    private final Library library;

    private Desk(OpenBook open) {
        this.open = open;
        this.library = new Library(open);
    }

    /** Opens a book; read-only where another process holds it. */
    public static Desk open(Path book, Clock clock) {
        return open(book, clock, Keyring.DEMO_PASSPHRASE.toCharArray());
    }

    public static Desk open(Path book, Clock clock, char[] passphrase) {
        return new Desk(OpenBook.open(book, clock, passphrase));
    }

    /** Makes a book for the company that {@code profile}, the text of a company.yaml, describes. */
    public static Desk create(Path book, String profile, Clock clock, Optional<char[]> passphrase) {
        return new Desk(NewBook.create(book, profile, clock,
                passphrase.orElse(Keyring.DEMO_PASSPHRASE.toCharArray())));
    }

    /** The text of the shortest company.yaml: no bank accounts, no parties. */
    public static String profile(String name, String taxId, String taxpayer, String from) {
        Map<String, String> profile = new LinkedHashMap<>();
        profile.put("name", name);
        profile.put("taxId", taxId);
        profile.put("taxpayer", taxpayer);
        profile.put("from", from);
        return Json.write(profile);
    }

    OpenBook book() {
        return open;
    }

    // ---- what a window shows

    public Path file() {
        return open.file();
    }

    /** The public key to hand to a lender, as a policy file. */
    public Path policy() {
        return Keyring.policy(open.file());
    }

    public Company company() {
        return open.company();
    }

    public CompanyProfile profile() {
        return open.profile();
    }

    public boolean isReadOnly() {
        return open.journal().isReadOnly();
    }

    public ChartOfAccounts chart() {
        return open.chart();
    }

    public List<Account> accounts() {
        return open.chart().all();
    }

    public synchronized List<WaitingItem> waiting() {
        return Waiting.of(open);
    }

    public synchronized List<Document> documents() {
        return library.documents();
    }

    public synchronized Optional<Document> document(String id) {
        return library.document(id);
    }

    public synchronized Optional<Reading<Invoice>> reading(String documentId) {
        return library.reading(documentId).flatMap(StoredReading::invoice);
    }

    /** The page as a picture; first page is 1. */
    public Optional<BufferedImage> page(String documentId, int page) {
        return document(documentId).flatMap(document -> PageImage.of(document, page));
    }

    public synchronized List<JournalEntry> entries(EntryFilter filter) {
        return open.journal().entries().stream().filter(filter::accepts).toList();
    }

    public synchronized TrialBalance trialBalance(Period from, Period to) {
        return TrialBalance.of(open.journal().entries(), open.chart(), from, to);
    }

    public synchronized Statements statements(Period from, Period to) {
        return Statements.of(open.journal().entries(), open.chart(), from, to);
    }

    public synchronized Reconciliation reconciliation(AccountCode account, Period period) {
        return Settling.reconciliation(open, account, period);
    }

    /** Documents that are no statements, with what was read from them. */
    synchronized List<Paper> papers() {
        return library.papers();
    }

    /** What waits and is dated in the period or before, or has no date. */
    public synchronized List<WaitingItem> waitingThrough(Period period) {
        return waiting().stream().filter(item -> item.isDatedThrough(period)).toList();
    }

    /** The head over every leaf there is, signed now where it was not. */
    synchronized String sealed() {
        return open.journal().transaction(open::checkpoint);
    }

    public synchronized VatReturn vat(TaxPeriod period) {
        return MonthClose.vat(open, period);
    }

    public synchronized List<CashAccount> cashAccounts() {
        Balances balances = Balances.of(open.journal().entries());
        List<CashAccount> accounts = new ArrayList<>();
        for (CompanyProfile.Cash cash : open.profile().cashAccounts()) {
            List<CashAccount.Line> lines = cashLines(cash.code());
            Optional<Money> bank = lines.isEmpty() ? Optional.empty()
                    : lines.get(lines.size() - 1).line().balance();
            int unbooked = (int) lines.stream().filter(line -> line.entry().isEmpty()).count();
            accounts.add(new CashAccount(cash.code(), cash.bank(), cash.number(),
                    open.profile().wallets().contains(cash), balances.balance(cash.code()), bank,
                    unbooked));
        }
        return accounts;
    }

    /** In order of time. */
    public synchronized List<CashAccount.Line> cashLines(AccountCode account) {
        return Settling.inOrder(library.cashLines().stream()
                .filter(line -> line.account().equals(account)).toList());
    }

    public synchronized Optional<Period> lastClosed() {
        return open.journal().lastClosed();
    }

    /** The newest signed head of the log, as a C2SP note; empty before the first. */
    public synchronized Optional<String> checkpoint() {
        return open.journal().lastCheckpoint().map(Map.Entry::getValue);
    }

    /** Empty where the file still says what was sealed. */
    public synchronized List<BookAudit.Damage> audit() {
        return open.audit();
    }

    // ---- commands

    /** Books what waits, with the lines a person settled on. */
    public synchronized Outcome accept(String waitingId, LocalDate date, String summary,
            List<Posting> postings, String by) {
        mayWrite();
        Optional<WaitingItem> item = Waiting.of(open).stream()
                .filter(one -> one.id().equals(waitingId)).findFirst();
        if (item.isEmpty()) {
            return new Outcome.Refused(Refusal.PROPOSAL_ALREADY_RESOLVED, waitingId);
        }
        return open.journal().transaction(() -> {
            Outcome outcome = open.post(
                    new Review(open).draft(item.get(), date, summary, postings), by);
            if (outcome instanceof Outcome.Posted posted) {
                open.operation(by,
                        "accept " + item.get().source() + " as " + posted.entry().number());
                open.checkpoint();
            }
            return outcome;
        });
    }

    /** The item will not be booked; the reason is kept in the log. */
    public synchronized Optional<Refusal> reject(String waitingId, String reason, String by) {
        mayWrite();
        if (Waiting.of(open).stream().noneMatch(one -> one.id().equals(waitingId))) {
            return Optional.of(Refusal.PROPOSAL_ALREADY_RESOLVED);
        }
        return open.journal().transaction(() -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("who", by);
            body.put("what", "reject " + waitingId + ": " + reason);
            body.put("at", open.clock().instant().toString());
            open.journal().reject(waitingId, reason, body);
            open.checkpoint();
            return Optional.empty();
        });
    }

    /** Posts the opening entry out of a sheet of balances, or says what is wrong with it. */
    public OpeningBalances.Report openWith(Path sheet, String by) {
        return OpeningBalances.post(this, sheet, false, by);
    }

    public synchronized Outcome correct(EntryNumber number, LocalDate date, String why, String by) {
        mayWrite();
        return open.journal().transaction(() -> {
            Outcome outcome = open.write(open.book().correct(number, date, why, by));
            if (outcome instanceof Outcome.Posted posted) {
                open.operation(by, "correct " + number + " by " + posted.entry().number());
                open.checkpoint();
            }
            return outcome;
        });
    }

    /** Why the period cannot be closed; empty where it can. */
    public synchronized Optional<Refusal> closeBlocked(Period period) {
        return new MonthClose(open, period).blocked();
    }

    /** Closes the next open period, knowing that some items may wait. */
    public synchronized RunReport close(Period period, String by) {
        mayWrite();
        closeBlocked(period).ifPresent(why -> {
            throw new RefusedException(why, period.toString());
        });
        Robot closing = new Robot("close " + period, Map.of(), "", List.of("close"),
                Map.of("waiting", "accept", "through", period.toString()));
        return new RobotRunner(open, closing, by, RunReport.Progress.SILENT).run(List.of(), false);
    }

    // ---- robots

    public static List<Robot> robots() {
        return Robots.all();
    }

    /** Runs a robot on the files of its inbox folder. */
    public RunReport run(String robot, boolean dryRun, String by, RunReport.Progress progress) {
        Robot known = Robots.find(robot);
        Path inbox = open.file().resolveSibling(known.settings().getOrDefault("inbox", "inbox"));
        return run(robot, Intake.filesIn(inbox), dryRun, by, progress);
    }

    /** Runs a robot on these files. */
    public synchronized RunReport run(String robot, List<Path> files, boolean dryRun, String by,
            RunReport.Progress progress) {
        mayWrite();
        return new RobotRunner(open, Robots.find(robot), by, progress).run(files, dryRun);
    }

    /** Takes back in red what a run posted. */
    public synchronized RunReport undo(String runId, String by) {
        mayWrite();
        RunReport run = runs().stream().filter(one -> one.id().equals(runId)).findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.RUN_IS_UNKNOWN, runId));
        if (!run.undoneBy().isEmpty()) {
            throw new RefusedException(Refusal.RUN_CANNOT_BE_UNDONE, "undone by " + run.undoneBy());
        }
        return RobotRunner.undo(open, run, by);
    }

    /** The runs that changed something, the first first. */
    public synchronized List<RunReport> runs() {
        List<RunReport> runs = open.journal().runs().stream()
                .map(json -> Json.read(json, RunReport.class)).toList();
        Map<String, String> undone = new LinkedHashMap<>();
        runs.forEach(run -> undone.put(run.robot().replaceFirst("^undo ", ""), run.id()));
        return runs.stream().map(run -> run.undoneBy(undone.getOrDefault(run.id(), ""))).toList();
    }

    private void mayWrite() {
        open.mayWrite();
    }

    @Override
    public synchronized void close() {
        open.close();
    }
}
