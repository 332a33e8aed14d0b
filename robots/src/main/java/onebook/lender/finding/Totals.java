package onebook.lender.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.lender.finding.Corroboration.Cell;
import onebook.lender.finding.Corroboration.Kind;

/**
 * One class over all months of a span. The weakest class is the one of which the least part is
 * shown by two sources, then by one.
 */
public record Totals(Kind kind, Money amount, Money e1, Money e2, Money e3, Money two,
        Optional<Money> inTime) {
    private static final Map<Kind, String> NAMES = new EnumMap<>(Map.of(Kind.REVENUE,
            "收入 revenue", Kind.COST, "成本费用 cost", Kind.CASH, "银行存款 cash", Kind.RECEIVABLES,
            "应收账款 receivables", Kind.PAYROLL, "薪酬 payroll", Kind.TAX, "税费 tax"));

    /** The weakest first. */
    public static List<Totals> of(List<Cell> cells) {
        List<Totals> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            cells.stream().filter(cell -> cell.kind() == kind).map(Totals::of)
                    .reduce(Totals::plus).ifPresent(all::add);
        }
        all.sort(Comparator.comparing((Totals one) -> one.share(one.two))
                .thenComparing(one -> one.share(one.e1)));
        return all;
    }

    private static Totals of(Cell cell) {
        return new Totals(cell.kind(), cell.amount(), cell.e1(), cell.e2(), cell.e3(), cell.two(),
                cell.inTime());
    }

    private Totals plus(Totals other) {
        return new Totals(kind, amount.plus(other.amount), e1.plus(other.e1), e2.plus(other.e2),
                e3.plus(other.e3), two.plus(other.two), inTime.flatMap(one ->
                        other.inTime.map(one::plus)));
    }

    /** Four decimals, rounded down: nothing is shown to be more than it is. */
    public BigDecimal share(Money part) {
        return share(part, amount);
    }

    static BigDecimal share(Money part, Money whole) {
        return part.toDecimal().divide(whole.toDecimal(), 4, RoundingMode.DOWN);
    }

    /** In Chinese and English. */
    public String name() {
        return name(kind);
    }

    static String name(Kind kind) {
        return NAMES.get(kind);
    }
}
