package onebook.robot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.bank.Statement;
import onebook.bank.StatementChecks;
import onebook.bank.StatementLine;
import onebook.ledger.AccountCode;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Records;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.reconcile.BookRow;
import onebook.reconcile.CashLine;
import onebook.reconcile.CashRow;
import onebook.reconcile.Match;
import onebook.reconcile.Matcher;
import onebook.reconcile.Matching;
import onebook.reconcile.OpenItem;
import onebook.reconcile.Reconciliation;
import onebook.reconcile.Unmatched;
import onebook.rules.CompanyProfile;
import onebook.rules.Proposed;
import onebook.words.Sentence;

/** Bank lines that nothing has booked yet become drafts, by match before rule, or wait. */
final class Settling {
    static final String MATCH = "match";
    static final String TRANSFER = "own-transfer";

    private final OpenBook open;
    private final Map<String, CashAccount.Line> lines = new HashMap<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<WaitingItem> waiting = new ArrayList<>();

    private Settling(OpenBook open) {
        this.open = open;
    }

    static Drafting.Drafts of(OpenBook open) {
        Settling settling = new Settling(open);
        Library library = new Library(open);
        settling.statements(library);
        settling.settle(library);
        settling.proposals.sort(Comparator.comparing(Proposal::date).thenComparing(Proposal::id));
        return new Drafting.Drafts(settling.proposals, settling.waiting);
    }

    private void settle(Library library) {
        List<CashLine> cash = new ArrayList<>();
        for (CashAccount.Line line : library.cashLines()) {
            if (line.entry().isEmpty() && open.journal().rejection(line.id()).isEmpty()) {
                lines.put(line.id(), line);
                cash.add(new CashLine(line.id(), line.account(), line.line()));
            }
        }
        if (cash.isEmpty()) {
            return;
        }
        List<OpenItem> owed = OpenItems.of(open.entriesOn(OpenItems.ACCOUNTS.keySet()),
                library.invoiceKeys(), library.originals());
        Matcher.Result result = Matcher.match(owed, cash, known());
        for (Match match : result.matches()) {
            if (match instanceof Match.Settlement settlement) {
                settlement(settlement);
            } else if (match instanceof Match.Transfer transfer) {
                transfer(transfer);
            }
        }
        result.unmatched().forEach(this::byRule);
    }

    private Matching known() {
        CompanyProfile profile = open.profile();
        return new Matching(profile.name(), profile.cashAccounts().stream()
                .map(one -> new Matching.Own(one.code(), one.number(),
                        profile.wallets().contains(one)))
                .toList(), profile.parties().stream().map(CompanyProfile.Party::name).toList(),
                Matching.TRANSFER_DAYS);
    }

    private void settlement(Match.Settlement match) {
        Money amount = match.line().line().amount();
        AccountCode cash = match.line().account();
        boolean isIn = amount.isPositive();
        Posting ours = new Posting(cash, isIn ? Side.DEBIT : Side.CREDIT, amount.abs(), "");
        Posting theirs = new Posting(match.item().account(), ours.side().opposite(), amount.abs(),
                match.item().party());
        String summary = (isIn ? "收到货款 " : "支付货款 ") + match.item().party();
        propose(new Proposal(match.line().id(), match.line().line().date(),
                JournalEntry.Kind.ORDINARY, summary,
                isIn ? List.of(ours, theirs) : List.of(theirs, ours),
                List.of(evidence(match.line())), MATCH, match.why().chinese(),
                List.of(match.line().id()), Optional.empty()));
    }

    private void transfer(Match.Transfer match) {
        Money amount = match.received().line().amount();
        propose(new Proposal(match.paid().id(), match.paid().line().date(),
                JournalEntry.Kind.ORDINARY, "本单位账户间划转",
                List.of(new Posting(match.received().account(), Side.DEBIT, amount, ""),
                new Posting(match.paid().account(), Side.CREDIT, amount, "")),
                List.of(evidence(match.paid()), evidence(match.received())), TRANSFER,
                match.why().chinese(), List.of(match.paid().id(), match.received().id()),
                Optional.empty()));
    }

    private void byRule(Unmatched unmatched) {
        CashAccount.Line line = lines.get(unmatched.line().id());
        Proposed proposed = unmatched.reason() == Refusal.NO_RULE_KNOWS_THIS
                ? open.rules().propose(line.id(), line.line(), line.account(), line.document(),
                        RecurringEntries.accruesWages(open, Period.of(line.line().date())))
                : new Proposed.Waits(unmatched.reason(), unmatched.why(), Optional.empty());
        if (proposed instanceof Proposed.Draft draft) {
            propose(draft.proposal());
        } else if (proposed instanceof Proposed.Waits waits) {
            waiting.add(item(line, waits.reason(), unmatched.why(), waits.draft()));
        }
    }

    private void propose(Proposal proposal) {
        if (open.journal().isResolved(proposal.id())) {
            waiting.add(item(lines.get(proposal.keys().get(0)), Refusal.ENTRY_WAS_TAKEN_BACK,
                    Sentence.plain(""), Optional.of(proposal)));
        } else {
            proposals.add(proposal);
        }
    }

    private Evidence evidence(CashLine cash) {
        return onebook.rules.RuleBook.evidence(cash.line(), lines.get(cash.id()).document());
    }

    private WaitingItem item(CashAccount.Line line, Refusal reason, Sentence why,
            Optional<Proposal> draft) {
        StatementLine one = line.line();
        String source = "bank:%s:%s:%s".formatted(number(line.account()), one.date(), one.amount());
        Sentence text = Sentence.joined(
                Sentence.plain((one.party() + " " + one.memo()).strip()), why);
        return new WaitingItem(line.id(), source, true, Optional.of(one.date()),
                Optional.of(one.amount()), one.party(), reason, text, draft);
    }

    private String number(AccountCode account) {
        return open.profile().cashAccounts().stream().filter(cash -> cash.code().equals(account))
                .map(CompanyProfile.Cash::number).findFirst().orElse(account.value());
    }

    /** Statements whose lines were not taken: of a strange account, broken, or not known at all. */
    private void statements(Library library) {
        library.tables().forEach((document, reading) -> {
            Optional<Refusal> why = reading.value().map(this::refused)
                    .orElse(reading.problems().stream().map(one -> one.name()).findFirst());
            if (why.isPresent() && open.journal().rejection(document.id()).isEmpty()) {
                waiting.add(new WaitingItem(document.id(), document.name(), false, Optional.empty(),
                        Optional.empty(), "", why.get(), Sentence.noted(reading.problems().stream()
                                .map(one -> one.text()).findFirst().orElse("")),
                        Optional.empty()));
            }
        });
    }

    private Optional<Refusal> refused(Statement statement) {
        if (open.profile().cash(statement.account().number()).isEmpty()) {
            return Optional.of(Refusal.ACCOUNT_IS_NOT_OURS);
        }
        return statement.proof() == Statement.Proof.BROKEN
                ? Optional.of(Refusal.BALANCE_DOES_NOT_CONTINUE) : Optional.empty();
    }

    // ---- the account as a whole

    /** Lines of one account, merged over its statements, in order of time. */
    static List<CashAccount.Line> inOrder(List<CashAccount.Line> lines) {
        Map<StatementLine, List<CashAccount.Line>> byLine = new HashMap<>();
        lines.forEach(line ->
                byLine.computeIfAbsent(line.line(), same -> new ArrayList<>()).add(line));
        List<CashAccount.Line> ordered = new ArrayList<>();
        for (StatementLine line : StatementChecks.inOrder(
                lines.stream().map(CashAccount.Line::line).toList())) {
            ordered.add(byLine.get(line).remove(0));
        }
        return ordered;
    }

    /** 余额调节表 of one account at the end of a month. */
    static Reconciliation reconciliation(OpenBook open, AccountCode account, Period period) {
        return reconciliation(open, account, period, inOrder(new Library(open).cashLines().stream()
                .filter(line -> line.account().equals(account)).toList()));
    }

    /** @param lines of the account, in order of time */
    static Reconciliation reconciliation(OpenBook open, AccountCode account, Period period,
            List<CashAccount.Line> lines) {
        Optional<Money> opening = lines.stream().findFirst().flatMap(first ->
                first.line().balance().map(balance -> balance.minus(first.line().amount())));
        List<CashRow> bank = lines.stream().map(line ->
                new CashRow(line.id(), line.line(), line.entry())).toList();
        List<BookRow> book = new ArrayList<>();
        Records records = open.records();
        Period from = records.firstMonth().orElse(period);
        try (Stream<JournalEntry> entries = records.entries(Set.of(account), from, period)) {
            entries.forEach(entry -> book.addAll(rows(entry, account)));
        }
        return Reconciliation.of(account, period.lastDay(), opening, bank, book);
    }

    private static List<BookRow> rows(JournalEntry entry, AccountCode account) {
        return entry.postings().stream().filter(line -> line.account().equals(account))
                .map(line -> new BookRow(entry.number(), entry.date(), entry.summary(),
                        line.signed(), entry.kind() == JournalEntry.Kind.OPENING,
                        entry.takesBack())).toList();
    }
}
