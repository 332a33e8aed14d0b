package onebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.ledger.Records.Part;
import onebook.ledger.Side;

/**
 * 现金流量表, form 会小企03, lines 1 to 22, by the direct method: 本期金额 and 本年累计金额, or for a whole year
 * 本年累计金额 and 上年金额.
 *
 * <p>Each entry of a cash account is read once and says by its other lines what the cash was for,
 * see {@link VoucherCash}. Transfers between cash accounts are none. Line 21 is the cash brought
 * forward into the months, line 22 what follows; that it is the cash of the balance sheet is
 * checked by {@link Statements}.
 */
public final class CashFlow implements FilledForm {
    private final Lines lines;

    private CashFlow(Lines lines) {
        this.lines = lines;
    }

    /** 本期 are the months of the span, 本年累计 those from January to its end. */
    public static CashFlow of(
            Records records, ChartOfAccounts chart, Forms forms, Span span) {
        Form form = forms.of(Forms.CASH_FLOW, span.to());
        Reading reading = new Reading(records, chart, form);
        Period newYear = new Period(span.to().year(), 1);
        SortedMap<Integer, Figure> year = reading.column(newYear, span.to());
        if (!span.isAnnual()) {
            return new CashFlow(new Lines(form, Titles.of(span),
                    reading.column(span.from(), span.to()), year));
        }
        return new CashFlow(new Lines(form, Titles.of(span), year,
                reading.column(new Period(newYear.year() - 1, 1), newYear.previous())));
    }

    /** What moved in one month. Sums of months are sums of these, so that they could be kept. */
    static SortedMap<CashPart, Money> month(Records records, CashRules rules, Period month) {
        SortedMap<CashPart, Money> moved = new TreeMap<>();
        try (Stream<JournalEntry> entries = records.entries(rules.cash(), month, month)) {
            entries.filter(entry -> Part.of(entry, records::find) == Part.TURNOVER)
                    .forEach(entry -> VoucherCash.of(entry, rules).forEach((part, amount) ->
                            moved.merge(part, amount, Money::plus)));
        }
        return moved;
    }

    /** Fills columns from the records; a month is read once. */
    private static final class Reading {
        private final Records records;
        private final ChartOfAccounts chart;
        private final Form form;
        private final CashRules rules;
        private final Map<Period, SortedMap<CashPart, Money>> months = new TreeMap<>();

        Reading(Records records, ChartOfAccounts chart, Form form) {
            this.records = records;
            this.chart = chart;
            this.form = form;
            this.rules = new CashRules(form, chart);
        }

        SortedMap<Integer, Figure> column(Period from, Period to) {
            Map<Integer, List<Term>> moved = moved(from, to);
            Sums opening = opening(from, to);
            return form.rules().evaluate(line -> {
                List<Figure> figures = new ArrayList<>();
                figures.add(Figure.of(moved.getOrDefault(line, List.of())));
                form.rules().rows().get(line).stream()
                        .filter(clause -> clause.verb().equals("opening"))
                        .forEach(clause -> figures.add(opening.figure(clause, Side.DEBIT)));
                return Figure.sum(figures);
            });
        }

        private Map<Integer, List<Term>> moved(Period from, Period to) {
            SortedMap<CashPart, Money> sums = new TreeMap<>();
            for (Period month = from; month.compareTo(to) <= 0; month = month.next()) {
                months.computeIfAbsent(month, one -> month(records, rules, one))
                        .forEach((part, amount) -> sums.merge(part, amount, Money::plus));
            }
            Map<Integer, List<Term>> terms = new TreeMap<>();
            List<Slice> slices = List.of(Slice.turnover(from, to));
            sums.forEach((part, amount) ->
                    terms.computeIfAbsent(part.line(), line -> new ArrayList<>())
                            .add(new Term.Flow(part.line(), part.contra(),
                                    rules.printed(part.line(), amount), slices, rules)));
            return terms;
        }

        /** Cash before the months, with what was brought forward into the book in them. */
        private Sums opening(Period from, Period to) {
            Period first = records.firstMonth().orElse(from);
            List<Slice> slices = List.of(Slice.opening(first, to),
                    Slice.posted(first, from.previous()));
            return Sums.of(slices.get(0).of(records).plus(slices.get(1).of(records)), chart,
                    slices);
        }
    }

    @Override
    public Form form() {
        return lines.form();
    }

    @Override
    public Titles titles() {
        return lines.titles();
    }

    @Override
    public List<StatementLine> lines() {
        return lines.all();
    }

    @Override
    public StatementLine line(int number) {
        return lines.get(number);
    }

    @Override
    public List<Identity> identities() {
        return lines.identities();
    }

    /** "line,period,year", one row per line. */
    public String csv() {
        return lines.csv("line,period,year");
    }
}
