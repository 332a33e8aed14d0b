package onebook.report;

import java.util.ArrayList;
import java.util.List;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.ledger.Side;

/**
 * 资产负债表, form 会小企01, lines 1 to 53: 期末余额 and 年初余额.
 *
 * <p>Receivables, payables and advances are shown per counterparty, or per detail account where
 * lines name none: a customer in credit is an advance (line 34), a supplier in debit a prepayment
 * (line 5), a debtor in credit is owed (line 39). Before the year is closed line 51 is 利润分配 with
 * 本年利润 and whatever income and expense has not been carried there yet. 年初余额 is the balance
 * before 1 January with the opening balances of a book begun in the year.
 *
 * <p>What is over a year old or due within one:
 * <ul>
 * <li>Prepayments (1123) and advances (2203) over a year old stand on lines 28 and 45. No posting
 *     says which invoice it settles, so the age is told first in, first out: of a party's balance,
 *     as much as was added in the last twelve months is not older. What was brought forward into
 *     the book counts from the day it was, since its age is not known.
 * <li>No posting says when a bond (1501), a loan (2501) or another long debt (2701) falls due. What
 *     falls due within a year is what stands on a detail account that says so by its name,
 *     "一年内到期": lines 14 and 40. Whoever knows the contract carries it there.
 * </ul>
 */
public final class BalanceSheet implements FilledForm {
    private final Period at;
    private final Lines lines;
    private final List<Identity> unknown;

    private BalanceSheet(Period at, Lines lines, List<Identity> unknown) {
        this.at = at;
        this.lines = lines;
        this.unknown = unknown;
    }

    /** The position at the end of a month. */
    public static BalanceSheet of(
            Records records, ChartOfAccounts chart, Forms forms, Period at) {
        Position position = new Position(records, chart, at);
        Form form = forms.of(Forms.BALANCE_SHEET, at);
        Sums end = position.ending();
        Lines lines = new Lines(form, Titles.POSITION, BalanceLines.of(form, end),
                BalanceLines.of(form, position.beginning()));
        return new BalanceSheet(at, lines, end.firstLevel().stream()
                .filter(code -> !end.isInChart(code)).map(code -> unknown(code, end)).toList());
    }

    /** An account that the chart does not know stands on no line. */
    private static Identity unknown(AccountCode code, Sums end) {
        return Identity.equal(new Identity.Words(Forms.BALANCE_SHEET, "科目 " + code + " 在科目表内",
                "account " + code + " is in the chart"), Titles.POSITION.first(),
                end.of(code, Side.DEBIT).amount(), Money.ZERO);
    }

    /** What stands on the accounts at the end of a month and at the beginning of its year. */
    private static final class Position {
        private static final int YEAR = 12;

        private final Records records;
        private final ChartOfAccounts chart;
        private final Period at;
        private final Period first;
        private final Slice opening;
        private final Slice before;
        private final Slice year;
        private final Balances beginning;

        Position(Records records, ChartOfAccounts chart, Period at) {
            this.records = records;
            this.chart = chart;
            this.at = at;
            Period newYear = new Period(at.year(), 1);
            first = records.firstMonth().orElse(at);
            opening = Slice.opening(first, at);
            before = Slice.posted(first, newYear.previous());
            year = Slice.posted(newYear, at);
            beginning = opening.of(records).plus(before.of(records));
        }

        Sums ending() {
            return Sums.aged(beginning.plus(year.of(records)), chart,
                    List.of(opening, before, year), () -> added(at));
        }

        Sums beginning() {
            return Sums.aged(beginning, chart, List.of(opening, before),
                    () -> added(new Period(at.year(), 1).previous()));
        }

        /** Twelve months to the end of one, and what was brought forward since they began. */
        private Balances added(Period end) {
            Period from = end;
            for (int month = 1; month < YEAR; month++) {
                from = from.previous();
            }
            return Slice.turnover(from, end).of(records)
                    .plus(Slice.opening(from, at).of(records));
        }
    }

    public Period at() {
        return at;
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
        all.addAll(unknown);
        return all;
    }

    /** "line,ending,beginning", one row per line. */
    public String csv() {
        return lines.csv("line,ending,beginning");
    }
}
