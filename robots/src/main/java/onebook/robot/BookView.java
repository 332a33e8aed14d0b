package onebook.robot;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
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
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Records;
import onebook.ledger.Refusal;
import onebook.reconcile.Reconciliation;
import onebook.report.Figure;
import onebook.report.IncomeStatement;
import onebook.report.Span;
import onebook.report.Statements;
import onebook.report.TrialBalance;
import onebook.rules.CompanyProfile;
import onebook.store.BookAudit;
import onebook.tax.TaxPeriod;
import onebook.tax.VatReturn;
import onebook.words.Sentence;

/** What a window shows of one open book; asking changes nothing. Thread-safe by one lock. */
public abstract sealed class BookView permits Desk {
    /** No book has an entry after this. */
    static final Period LAST = new Period(9999, 12);

    final OpenBook open;
    final Library library;

    BookView(OpenBook open) {
        this.open = open;
        this.library = new Library(open);
    }

    OpenBook book() {
        return open;
    }

    /** The account books, to look at and to print. */
    public Books books() {
        return new Books(this);
    }

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
        return open.isReadOnly();
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

    /** In order of number. */
    public synchronized List<JournalEntry> entries(EntryFilter filter) {
        return entries(filter, 0, Integer.MAX_VALUE);
    }

    /** Some of them, for a list that shows a part of many. */
    public synchronized List<JournalEntry> entries(EntryFilter filter, long skip, int most) {
        return open.journal().records().window(filter.query(), skip, most);
    }

    public synchronized long entryCount(EntryFilter filter) {
        return open.journal().records().count(filter.query());
    }

    /** From the first month that has an entry to the last. */
    public synchronized List<Period> months() {
        long count = entryCount(EntryFilter.ALL);
        List<Period> months = new ArrayList<>();
        if (count > 0) {
            Period last = entries(EntryFilter.ALL, count - 1, 1).get(0).period();
            for (Period month = open.records().firstMonth().orElse(last);
                    month.compareTo(last) <= 0; month = month.next()) {
                months.add(month);
            }
        }
        return months;
    }

    /** How many entries stand before this one among those asked for; empty where it is none. */
    public synchronized OptionalLong position(EntryFilter filter, EntryNumber number) {
        Period month = number.period();
        if (filter.period().map(only -> !only.equals(month)).orElse(false)) {
            return OptionalLong.empty();
        }
        EntryFilter ofMonth = new EntryFilter(Optional.of(month), filter.account(), filter.text());
        List<EntryNumber> numbers = entries(ofMonth).stream().map(JournalEntry::number).toList();
        long before = filter.period().isPresent() ? 0 : open.journal().records().count(
                new Records.Query(Optional.empty(), Optional.of(month.previous()),
                        filter.account(), filter.text()));
        return numbers.contains(number) ? OptionalLong.of(before + numbers.indexOf(number))
                : OptionalLong.empty();
    }

    /** The first entries behind a figure of a statement, in order of number. */
    public synchronized List<JournalEntry> entries(Figure figure, int most) {
        try (Stream<JournalEntry> entries = figure.entries(open.records())) {
            return entries.limit(most).toList();
        }
    }

    /** Requires that there is an entry of that number. */
    public synchronized JournalEntry entry(EntryNumber number) {
        return open.journal().find(number).orElseThrow();
    }

    public synchronized TrialBalance trialBalance(Period from, Period to) {
        return TrialBalance.of(open.records(), open.chart(), from, to);
    }

    public synchronized Statements statements(Span span) {
        return Statements.of(open.records(), open.chart(), Templates.forms(), span);
    }

    /** 利润表 alone, out of the sums that are kept: cheap for every month of a year. */
    public synchronized IncomeStatement incomeStatement(Period month) {
        return IncomeStatement.of(open.records(), open.chart(), Templates.forms(),
                Span.of(month, month));
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

    synchronized void handOut(Duty duty, String what) {
        open.handOut(duty, what);
    }

    public synchronized VatReturn vat(TaxPeriod period) {
        return MonthClose.vat(open, period);
    }

    public synchronized List<CashAccount> cashAccounts() {
        Balances balances = open.journal().records().balances(company().from(), LAST);
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

    /** True where opening balances were posted, also where they were taken back since. */
    synchronized boolean hasOpening() {
        return open.journal().isResolved(OpeningBalances.id(company().from()));
    }

    /** The newest signed head of the log, as a C2SP note; empty before the first. */
    public synchronized Optional<String> checkpoint() {
        return open.journal().lastCheckpoint().map(Map.Entry::getValue);
    }

    /** Empty where the file still says what was sealed. */
    public synchronized List<BookAudit.Damage> audit() {
        return open.audit();
    }

    /** Why the period cannot be closed, leaving aside what waits; empty where it can. */
    public Optional<Refusal> closeBlocked(Period period) {
        return closing().first(CloseOrder.of(period, Set.of(Refusal.ITEMS_STILL_WAIT)))
                .map(Problem::name);
    }

    /** Month and year ends: what is asked, what would be booked, the act. */
    public Closing closing() {
        return new Closing((Desk) this);
    }

    /** The register of fixed assets and what else comes back every month. */
    public Recurring recurring() {
        return new Recurring((Desk) this);
    }

    /** What witnesses and authorities of time say about this book. */
    public Anchoring anchoring() {
        return new Anchoring((Desk) this);
    }

    /** Receipts of months that were closed. */
    public Receipts receipts() {
        return new Receipts(this);
    }

    /** A reason as an entry keeps it, in both languages. Waits for no lock. */
    public Sentence reason(String why) {
        return open.reason(why);
    }

    /** What a run changed, line by line in both languages. Waits for no lock. */
    public List<Sentence> said(RunReport report) {
        return report.diff().stream().map(line -> Diff.said(line, this::reason)).toList();
    }

    public static List<Robot> robots() {
        return Robots.all();
    }

    /** The runs that changed something, the first first. */
    public synchronized List<RunReport> runs() {
        List<RunReport> runs = open.journal().runs().stream()
                .map(json -> Json.read(json, RunReport.class)).toList();
        Map<String, String> undone = new LinkedHashMap<>();
        runs.forEach(run -> undone.put(run.robot().replaceFirst("^undo ", ""), run.id()));
        return runs.stream().map(run -> run.undoneBy(undone.getOrDefault(run.id(), ""))).toList();
    }
}
