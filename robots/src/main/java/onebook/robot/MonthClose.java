package onebook.robot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.closing.CloseCheck;
import onebook.closing.MonthEnd;
import onebook.ledger.Balances;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Proposal;
import onebook.ledger.Records;
import onebook.ledger.Refusal;
import onebook.report.TrialBalance;
import onebook.seal.Sha256;
import onebook.seal.TokenStatement;
import onebook.tax.Place;
import onebook.tax.SalesLine;
import onebook.tax.TaxPeriod;
import onebook.tax.TaxRules;
import onebook.tax.VatReturn;

/** Ends a month: closing entries, then the seal. What is closed stays closed. */
final class MonthClose {
    private final OpenBook open;
    private final CloseOrder order;
    private final Period period;
    private final MonthEnd end;

    MonthClose(OpenBook open, CloseOrder order) {
        this.open = open;
        this.order = order;
        this.period = order.month();
        this.end = new ClosingTerms(open).of(order);
    }

    /** Why the month's turn has not come, or has passed; empty where it is next. */
    Optional<Refusal> blocked() {
        Optional<Period> last = open.journal().lastClosed();
        if (last.isPresent() && period.compareTo(last.get()) <= 0) {
            return Optional.of(Refusal.PERIOD_ALREADY_CLOSED);
        }
        Period due = last.map(Period::next).orElse(open.company().from());
        if (period.compareTo(due) < 0) {
            return Optional.of(Refusal.PERIOD_BEFORE_THE_BOOK);
        }
        if (!period.equals(due)) {
            return Optional.of(Refusal.PERIODS_CLOSE_IN_ORDER);
        }
        if (!order.fits()) {
            return Optional.of(Refusal.YEAR_END_BELONGS_TO_DECEMBER);
        }
        return Optional.empty();
    }

    /** @param waiting all that waits in the book */
    List<CloseCheck> checklist(List<WaitingItem> waiting) {
        List<CloseCheck> checks = new ArrayList<>(ruled(end::checks));
        checks.add(new RecurringEntries(open).check(period));
        return Checklist.of(open, period, waiting, checks);
    }

    /** The first thing that keeps the month open; empty where it can be closed as ordered. */
    Optional<Problem> first(List<CloseCheck> checks) {
        return blocked().map(why -> new Problem(why, period.toString(), ""))
                .or(() -> Checklist.first(checks, period, order.accepted()));
    }

    /**
     * Posts the closing entries that are missing and closes. Requires a transaction, and that
     * nothing keeps the month open.
     */
    void close(List<CloseCheck> checks, String by, Diff diff, TokenSigning signing) {
        MonthEnd.Drafts drafts = ruled(() -> end.drafts(open.journal()::isResolved));
        drafts.problem().ifPresent(why -> {
            throw new RefusedException(why.name(), why.text());
        });
        drafts.proposals().forEach(draft -> post(draft, by, diff));
        Map<String, Object> body = body(checks, by);
        body.putAll(signing.close(by, new TokenStatement.Month(period.toString(),
                String.valueOf(body.get("trial_balance_sha256")),
                String.valueOf(body.get("debit_total")), (Long) body.get("entries"))));
        open.journal().close(period, body);
        diff.change("closed " + period);
    }

    /** Dated rules may end before the month does. */
    private static <T> T ruled(Supplier<T> reckoning) {
        try {
            return reckoning.get();
        } catch (IllegalArgumentException noRules) {
            throw new RefusedException(Refusal.RULES_CANNOT_BE_USED, noRules.getMessage());
        }
    }

    private void post(Proposal proposal, String by, Diff diff) {
        Outcome outcome = open.post(proposal, by);
        if (outcome instanceof Outcome.Posted posted) {
            diff.entry(posted.entry());
        } else if (outcome instanceof Outcome.Refused refused) {
            throw new RefusedException(refused.refusal(),
                    proposal.summary() + ": " + refused.detail());
        }
    }

    // ---- the leaf

    private Map<String, Object> body(List<CloseCheck> checks, String by) {
        Records records = open.records();
        Money debits = records.balances(period, period).byAccount().values().stream()
                .map(Balances.Turnover::debit).reduce(Money.ZERO, Money::plus);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("period", period.toString());
        body.put("entries", (long) open.journal().lastSequence(period));
        body.put("debit_total", debits.toString());
        body.put("credit_total", debits.toString());
        body.put("trial_balance_sha256", Sha256.hex(trialBalance().csv()));
        body.put("counts", counts());
        body.put("who", by);
        if (order.isYearEnd()) {
            body.put("year_end", true);
        }
        List<Map<String, Object>> known = known(checks);
        if (!known.isEmpty()) {
            body.put("known", known);
        }
        return body;
    }

    /** What was found and closed with, each question with how many and the first of them. */
    private static List<Map<String, Object>> known(List<CloseCheck> checks) {
        List<Map<String, Object>> known = new ArrayList<>();
        for (CloseCheck check : checks) {
            if (!check.isClear()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("question", check.question().name());
                one.put("weight", check.question().weight().name());
                one.put("count", (long) check.items().size());
                one.put("first", check.items().get(0).text().chinese());
                known.add(one);
            }
        }
        return known;
    }

    private TrialBalance trialBalance() {
        return TrialBalance.of(open.records(), open.chart(), period, period);
    }

    private Map<String, Object> counts() {
        return new TreeMap<>(open.journal().leafCounts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    // ---- the return

    /** The VAT return of a period out of the ledger, with its figures of the year so far. */
    static VatReturn vat(OpenBook open, TaxPeriod period) {
        return vat(open, period, new Period(period.from().year(), 1));
    }

    /** The same without the months before one: of their sales a close asks nothing. */
    static VatReturn vat(OpenBook open, TaxPeriod period, Period from) {
        try (Stream<JournalEntry> entries =
                open.records().entries(Sales.ACCOUNTS, from, period.to())) {
            List<SalesLine> sales = Sales.of(entries.toList(), new Library(open).invoices());
            return VatReturn.of(sales, period, TaxRules.standard(),
                    Place.parse(open.profile().place()));
        }
    }

    /** Those of a set of refusals that a person can take on when a month is closed. */
    static Set<Refusal> acceptable() {
        return Stream.of(CloseCheck.Question.values())
                .filter(CloseCheck.Question::mayBeAccepted)
                .flatMap(question -> question.refusal().stream()).collect(Collectors.toSet());
    }
}
