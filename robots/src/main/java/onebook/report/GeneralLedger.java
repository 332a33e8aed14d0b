package onebook.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.report.LedgerLine.Kind;
import onebook.report.Tally.Sides;

/**
 * 总账: per account and month 本月合计 and 本年累计, above them 上年结转 or 期初余额, under December
 * 结转下年. Out of the sums of months alone.
 */
public final class GeneralLedger {
    private final Period from;
    private final Balances before;
    private final Balances yearBefore;
    private final SortedMap<Period, Balances> months = new TreeMap<>();

    private GeneralLedger(Records records, Period from, Period to) {
        Period first = records.firstMonth().orElse(from);
        this.from = from;
        this.before = Slice.opening(first, to).of(records)
                .plus(Slice.posted(first, from.previous()).of(records));
        this.yearBefore =
                Slice.posted(new Period(from.year(), 1), from.previous()).of(records);
        Stream.iterate(from, month -> month.compareTo(to) <= 0, Period::next)
                .forEach(month -> months.put(month, Slice.posted(month, month).of(records)));
    }

    public static GeneralLedger of(Records records, Period from, Period to) {
        return new GeneralLedger(records, from, to);
    }

    /** The accounts with a balance or turnover, and those above them, down to this level. */
    public List<AccountCode> accounts(int level) {
        SortedSet<AccountCode> all = new TreeSet<>();
        Stream.concat(Stream.of(before), months.values().stream())
                .flatMap(balances -> balances.byAccount().entrySet().stream())
                .filter(sum -> !Sides.of(sum.getValue()).isZero())
                .forEach(sum -> addWithParents(sum.getKey(), all));
        return all.stream().filter(code -> level(code) <= level).toList();
    }

    private static void addWithParents(AccountCode code, SortedSet<AccountCode> all) {
        all.add(code);
        code.parent().ifPresent(parent -> addWithParents(parent, all));
    }

    /** 1 for an account of four digits, one more for each detail. */
    static int level(AccountCode code) {
        return code.parent().map(parent -> 1 + level(parent)).orElse(1);
    }

    /** The lines of one account with all its details. */
    public List<LedgerLine> lines(AccountCode account) {
        List<LedgerLine> lines = new ArrayList<>();
        Tally balance = Sides.of(before.turnover(account)).balance();
        Sides year = Sides.of(yearBefore.turnover(account));
        lines.add(LedgerLine.of(from.month() == 1 ? Kind.BROUGHT_FORWARD : Kind.OPENING,
                from.firstDay(), Sides.NONE, balance));
        for (Period month : months.keySet()) {
            Sides sides = Sides.of(months.get(month).turnover(account));
            if (month.month() == 1 && !month.equals(from)) {
                year = Sides.NONE;
                addUnlessZero(lines, Kind.BROUGHT_FORWARD, month.firstDay(), balance);
            }
            balance = balance.plus(sides.balance());
            year = year.plus(sides);
            if (!sides.isZero()) {
                lines.add(LedgerLine.of(Kind.MONTH, month.lastDay(), sides, balance));
                lines.add(LedgerLine.of(Kind.YEAR, month.lastDay(), year, balance));
            }
            if (month.month() == 12) {
                addUnlessZero(lines, Kind.CARRIED_FORWARD, month.lastDay(), balance);
            }
        }
        return lines;
    }

    private static void addUnlessZero(
            List<LedgerLine> lines, Kind kind, LocalDate at, Tally balance) {
        if (!balance.isZero()) {
            lines.add(LedgerLine.of(kind, at, Sides.NONE, balance));
        }
    }
}
