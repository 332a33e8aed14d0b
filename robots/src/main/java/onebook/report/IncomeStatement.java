package onebook.report;

import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Account.Kind;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.ledger.Side;

/**
 * 利润表, form 会小企02, lines 1 to 32: 本期金额 and 本年累计金额, or for a whole year 本年累计金额 and 上年金额.
 *
 * <p>Turnover is what was posted, without opening balances and without the entries that carry
 * income and expense to 本年利润, nor red entries that take those back. The lines below 其中 are the
 * details whose names say what the line asks for, whatever their codes are.
 */
public final class IncomeStatement implements FilledForm {
    private final Span span;
    private final Lines lines;
    private final List<Identity> unlisted;

    private IncomeStatement(Span span, Lines lines, List<Identity> unlisted) {
        this.span = span;
        this.lines = lines;
        this.unlisted = unlisted;
    }

    /** 本期 are the months of the span, 本年累计 those from January to its end. */
    public static IncomeStatement of(
            Records records, ChartOfAccounts chart, Forms forms, Span span) {
        Form form = forms.of(Forms.INCOME_STATEMENT, span.to());
        Period newYear = new Period(span.to().year(), 1);
        Sums year = turnover(records, chart, newYear, span.to());
        if (!span.isAnnual()) {
            Sums now = turnover(records, chart, span.from(), span.to());
            return of(span, form, List.of(now, year), year);
        }
        Sums before = turnover(records, chart, new Period(newYear.year() - 1, 1),
                newYear.previous());
        return of(span, form, List.of(year, before), year);
    }

    private static IncomeStatement of(Span span, Form form, List<Sums> columns, Sums year) {
        Titles titles = Titles.of(span);
        return new IncomeStatement(span, new Lines(form, titles,
                BalanceLines.of(form, columns.get(0)), BalanceLines.of(form, columns.get(1))),
                unlisted(form, year, titles.ofYear()));
    }

    private static Sums turnover(Records records, ChartOfAccounts chart, Period from, Period to) {
        Slice slice = Slice.turnover(from, to);
        return Sums.of(slice.of(records), chart, List.of(slice));
    }

    private static List<Identity> unlisted(Form form, Sums year, String column) {
        List<Identity> found = new ArrayList<>();
        for (AccountCode code : BalanceLines.unnamed(form.rules(), year)) {
            if (year.isOf(code, Kind.INCOME, Kind.EXPENSE)) {
                found.add(Identity.equal(new Identity.Words(form.name(), "科目 " + code + " 在表内有行次",
                        "account " + code + " has a line"), column,
                        year.of(code, Side.CREDIT).amount(), Money.ZERO));
            }
        }
        return found;
    }

    public Span span() {
        return span;
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
        List<Identity> all = new ArrayList<>(lines.identities());
        all.addAll(unlisted);
        return all;
    }

    /** "line,period,year", one row per line. */
    public String csv() {
        return lines.csv("line,period,year");
    }
}
