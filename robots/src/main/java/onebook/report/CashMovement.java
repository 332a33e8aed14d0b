package onebook.report;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;

/**
 * Lines of 会小企03 summed entry by entry, for who holds no entries. Money in is above zero. Whoever
 * feeds it leaves out what a statement of cash flow leaves out: balances brought forward.
 */
public final class CashMovement {
    private final Forms forms;
    private final Map<Form, CashRules> rules = new HashMap<>();
    private final SortedMap<Period, SortedMap<Integer, Money>> months = new TreeMap<>();
    private ChartOfAccounts chart;

    public CashMovement(Forms forms, ChartOfAccounts chart) {
        this.forms = forms;
        this.chart = chart;
    }

    /** The chart as it is from now on. */
    public void chart(ChartOfAccounts changed) {
        chart = changed;
        rules.clear();
    }

    public void add(JournalEntry entry) {
        CashRules known = rules.computeIfAbsent(forms.of(Forms.CASH_FLOW, entry.period()),
                form -> new CashRules(form, chart));
        VoucherCash.of(entry, known).forEach((part, amount) ->
                months.computeIfAbsent(entry.period(), one -> new TreeMap<>())
                        .merge(part.line(), amount, Money::plus));
    }

    /** Lines up to that one, in less out; line 6 gives what line 7 prints. */
    public Money upTo(int line, Period from, Period to) {
        return Money.sum(months.subMap(from, to.next()).values().stream()
                .flatMap(lines -> lines.headMap(line + 1).values().stream()).toList());
    }
}
