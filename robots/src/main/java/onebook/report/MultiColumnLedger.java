package onebook.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.ledger.Side;

/**
 * 多栏账: the detail ledger of an account with a column for each of its details, such as the kinds
 * of 管理费用 or the 专栏 of 应交增值税. A column stands on the normal side of its account; what is
 * posted to the other side is red in it. Debit columns less credit columns give debit less credit.
 */
public final class MultiColumnLedger {
    /** @param account a detail of the ledger's account, or the account itself for its own lines */
    public record Column(AccountCode account, String name, Side side) { }

    /**
     * A line of sums, or all of a voucher.
     *
     * @param amounts one for each column
     */
    public record Line(LedgerLine line, List<Money> amounts) {
        private Line with(Line next) {
            LedgerLine both = new LedgerLine(line.kind(), line.date(), line.entry(),
                    line.summary(), line.posting(), line.contra(),
                    line.sides().plus(next.line.sides()), next.line.balance());
            List<Money> sums = new ArrayList<>();
            for (int column = 0; column < amounts.size(); column++) {
                sums.add(amounts.get(column).plus(next.amounts.get(column)));
            }
            return new Line(both, sums);
        }
    }

    private final Records records;
    private final LedgerQuery query;
    private final List<Column> columns;

    private MultiColumnLedger(Records records, LedgerQuery query, List<Column> columns) {
        this.records = records;
        this.query = query;
        this.columns = columns;
    }

    /** Columns without any amount are left out. */
    public static MultiColumnLedger of(
            Records records, ChartOfAccounts chart, LedgerQuery query) {
        Period first = records.firstMonth().orElse(query.from());
        Balances all = records.balances(earlier(first, query.from()), query.to());
        List<Column> columns = new ArrayList<>();
        for (Account account : chart.all()) {
            boolean isChild = account.code().parent().equals(Optional.of(query.account()));
            boolean isUsed = all.byAccount().keySet().stream().anyMatch(code -> isChild
                    ? code.isWithin(account.code()) : code.equals(account.code()));
            if (isUsed && (isChild || account.code().equals(query.account()))) {
                columns.add(new Column(account.code(), account.name(), account.normalSide()));
            }
        }
        columns.sort(Comparator.comparing(Column::side).thenComparing(Column::account));
        return new MultiColumnLedger(records, query, List.copyOf(columns));
    }

    private static Period earlier(Period one, Period other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Those on the debit side first. */
    public List<Column> columns() {
        return columns;
    }

    public Stream<Line> lines() {
        Sums sums = new Sums();
        return DetailLedger.of(records, query).chunks()
                .flatMap(chunk -> byVoucher(chunk.stream().map(sums::line).toList()))
                .filter(line -> query.shows(line.line()));
    }

    private static Stream<Line> byVoucher(List<Line> lines) {
        List<Line> joined = new ArrayList<>();
        for (Line line : lines) {
            Line last = joined.isEmpty() ? line : joined.get(joined.size() - 1);
            boolean isSame = !joined.isEmpty() && line.line().entry().isPresent()
                    && line.line().entry().equals(last.line().entry());
            if (isSame) {
                joined.set(joined.size() - 1, last.with(line));
            } else {
                joined.add(line);
            }
        }
        return joined.stream();
    }

    /** The column a posting belongs to; details of a detail count with it. */
    private int column(AccountCode account) {
        for (int column = 0; column < columns.size(); column++) {
            AccountCode code = columns.get(column).account();
            if (code.equals(query.account()) ? account.equals(code) : account.isWithin(code)) {
                return column;
            }
        }
        throw new IllegalStateException("no column for " + account);
    }

    private Money onSide(int column, Money signed) {
        return columns.get(column).side() == Side.DEBIT ? signed : signed.negated();
    }

    /** Sums per column as the lines go by. */
    private final class Sums {
        private final Money[] day = initial(sums -> Tally.NONE);
        private final Money[] month = initial(sums -> Tally.NONE);
        private final Money[] year = initial(sums -> sums.yearBefore().balance());
        private final Money[] balance = initial(BookSums::opening);
        private int now = query.from().year();

        Line line(LedgerLine line) {
            if (line.date().getYear() != now) {
                now = line.date().getYear();
                Arrays.fill(year, Money.ZERO);
            }
            return new Line(line, switch (line.kind()) {
                case ENTRY -> entry(line);
                case DAY -> taken(day);
                case MONTH -> taken(month);
                case YEAR -> List.of(year.clone());
                case OPENING, BROUGHT_FORWARD, CARRIED_FORWARD -> List.of(balance.clone());
            });
        }

        private List<Money> entry(LedgerLine line) {
            Money[] own = initial(sums -> Tally.NONE);
            int column = column(line.posting().orElseThrow().account());
            Money amount = onSide(column, line.sides().balance().money());
            own[column] = amount;
            for (Money[] sums : List.of(day, month, year, balance)) {
                sums[column] = sums[column].plus(amount);
            }
            return List.of(own);
        }

        private List<Money> taken(Money[] sums) {
            List<Money> taken = List.of(sums.clone());
            Arrays.fill(sums, Money.ZERO);
            return taken;
        }

        /** Per column; the account's own lines are what its details leave of the whole. */
        private Money[] initial(Function<BookSums, Tally> which) {
            Money[] amounts = new Money[columns.size()];
            Money rest = signed(query.account(), which);
            int own = -1;
            for (int column = 0; column < amounts.length; column++) {
                AccountCode code = columns.get(column).account();
                if (code.equals(query.account())) {
                    own = column;
                } else {
                    Money signed = signed(code, which);
                    rest = rest.minus(signed);
                    amounts[column] = onSide(column, signed);
                }
            }
            if (own >= 0) {
                amounts[own] = onSide(own, rest);
            }
            return amounts;
        }

        private Money signed(AccountCode account, Function<BookSums, Tally> which) {
            return which.apply(new BookSums(records, query.on(account))).money();
        }
    }
}
