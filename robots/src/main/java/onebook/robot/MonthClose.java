package onebook.robot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onebook.ledger.Company;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.report.TrialBalance;
import onebook.tax.Place;
import onebook.tax.SalesLine;
import onebook.tax.TaxPeriod;
import onebook.tax.TaxRules;
import onebook.tax.VatReturn;

/** Ends a month: closing entries, then the seal. What is closed stays closed. */
final class MonthClose {
    private final OpenBook open;
    private final Period period;

    MonthClose(OpenBook open, Period period) {
        this.open = open;
        this.period = period;
    }

    /** Why the month cannot be closed now; empty where it can. */
    Optional<Refusal> blocked() {
        Optional<Period> last = open.journal().lastClosed();
        if (last.isPresent() && period.compareTo(last.get()) <= 0) {
            return Optional.of(Refusal.PERIOD_ALREADY_CLOSED);
        }
        Period due = last.map(Period::next).orElse(open.company().from());
        if (period.compareTo(due) < 0) {
            return Optional.of(Refusal.PERIOD_BEFORE_THE_BOOK);
        }
        return period.equals(due) ? Optional.empty() : Optional.of(Refusal.PERIODS_CLOSE_IN_ORDER);
    }

    /** Posts the closing entries and closes. Requires a transaction, and that nothing blocks. */
    void close(String by, Diff diff) {
        ClosingEntries entries = new ClosingEntries(period);
        entries.costOfSales(sofar(), open.profile().costOfSales())
                .ifPresent(one -> post(one, by, diff));
        if (period.isQuarterEnd() && open.company().taxpayer() == Company.Taxpayer.SMALL_SCALE) {
            VatReturn vat = vat(open, TaxPeriod.quarterOf(period));
            entries.surcharges(vat).ifPresent(one -> post(one, by, diff));
            entries.exemptVat(vat.exemptTax()).ifPresent(one -> post(one, by, diff));
        }
        entries.profit(sofar(), open.chart()).forEach(one -> post(one, by, diff));
        open.journal().close(period, body());
        diff.change("closed " + period);
    }

    /** The VAT return of a period out of the ledger. */
    static VatReturn vat(OpenBook open, TaxPeriod period) {
        List<SalesLine> sales = Sales.of(open.journal().entries(), new Library(open).invoices());
        return VatReturn.of(sales, period, TaxRules.standard(),
                Place.parse(open.profile().place()));
    }

    private List<JournalEntry> sofar() {
        return open.journal().entries().stream()
                .filter(entry -> entry.period().compareTo(period) <= 0).toList();
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

    private Map<String, Object> body() {
        List<JournalEntry> all = sofar();
        TrialBalance trial = TrialBalance.of(open.records(), open.chart(), period, period);
        Money debits = all.stream().filter(entry -> entry.period().equals(period))
                .map(JournalEntry::total).reduce(Money.ZERO, Money::plus);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("period", period.toString());
        body.put("entries", (long) all.stream().filter(one -> one.period().equals(period)).count());
        body.put("debit_total", debits.toString());
        body.put("credit_total", debits.toString());
        body.put("trial_balance_sha256", Sha256.of(trial.csv()));
        body.put("counts", counts());
        return body;
    }

    private Map<String, Object> counts() {
        return new TreeMap<>(open.journal().leafCounts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
