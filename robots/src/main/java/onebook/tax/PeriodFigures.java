package onebook.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import onebook.ledger.Money;

/** The lines of the form for one period alone; the threshold is tested on the whole period. */
final class PeriodFigures {
    /** Not printed: the part of line 1 at the reduced rate, which line 16 is computed from. */
    static final int REDUCED_SALES = 0;

    private final TaxPeriod period;
    private final VatRules rules;
    private final List<SalesLine> lines;
    private final Money sales;
    private final boolean exempt;
    private final Map<Column, SortedMap<Integer, VatCell>> cells = new EnumMap<>(Column.class);
    private final Surcharges surcharges;

    PeriodFigures(List<SalesLine> all, TaxPeriod period, VatRules rules, Place place) {
        this.period = period;
        this.rules = rules;
        this.lines = all.stream().filter(line -> period.contains(line.date())).toList();
        this.sales = lines.stream().map(SalesLine::net).reduce(Money.ZERO, Money::plus);
        this.exempt = rules.isExempt(sales, period);
        fill(Column.GOODS);
        fill(Column.SERVICES);
        VatCell goods = cell(20, Column.GOODS);
        VatCell services = cell(20, Column.SERVICES);
        this.surcharges = Surcharges.of(
                goods.value().plus(services.value()), sales, period, rules, place);
        surcharges.items().forEach(item -> put(Column.GOODS, item.kind().line(), VatCell.computed(
                howMuch(item), item.due(), List.of(goods, services))));
    }

    private static String howMuch(Surcharges.Item item) {
        return item.isExempt() ? "第20栏合计 × " + item.rate() + "，销售额未超过标准免征"
                : "第20栏合计 × %s ×（1 - %s）".formatted(item.rate(), item.halved());
    }

    private void fill(Column column) {
        Predicate<SalesLine> mine = line -> line.service() == column.isService();
        Predicate<SalesLine> taxed = mine.and(this::isTaxed);
        sales(column, 1, taxed);
        sales(column, 2, taxed.and(SalesLine::special));
        sales(column, 3, taxed.and(line -> !line.special() && line.issuedInvoice()));
        sales(column, REDUCED_SALES, taxed.and(line -> line.isAt(rules.reduced())));
        sales(column, rules.exemptLine(), mine.and(this::isExemptBySize));
        sales(column, 12, mine.and(SalesLine::isFreeByLaw));
        sum(column, 9, "第10栏 + 第11栏 + 第12栏", 10, 11, 12);
        product(column, 15, 1, "第1栏", rules.levy());
        product(column, 16, REDUCED_SALES, "减按" + Texts.percent(rules.reduced()) + "征收率计税的销售额",
                rules.levy().subtract(rules.reduced()));
        product(column, 18, 10, "第10栏", rules.levy());
        product(column, 19, 11, "第11栏", rules.levy());
        freeTax(column);
        put(column, 20, VatCell.computed("第15栏 - 第16栏",
                value(15, column).minus(value(16, column)), cellsOf(column, 15, 16)));
        sum(column, 22, "第20栏 - 第21栏", 20);
    }

    private void sales(Column column, int line, Predicate<SalesLine> which) {
        put(column, line, VatCell.ofSales(lines.stream().filter(which).toList()));
    }

    private void sum(Column column, int line, String how, int... addends) {
        List<VatCell> from = cellsOf(column, addends);
        Money sum = from.stream().map(VatCell::value).reduce(Money.ZERO, Money::plus);
        put(column, line, VatCell.computed(how, sum, from));
    }

    private void product(Column column, int line, int base, String name, BigDecimal rate) {
        put(column, line, VatCell.computed(name + " × " + rate.toPlainString(),
                value(base, column).times(rate, RoundingMode.HALF_UP), cellsOf(column, base)));
    }

    private void freeTax(Column column) {
        Money byLaw = value(12, column).times(rules.levy(), RoundingMode.HALF_UP);
        put(column, 17, VatCell.computed("第18栏 + 第19栏 + 第12栏 × " + rules.levy().toPlainString(),
                value(18, column).plus(value(19, column)).plus(byLaw),
                cellsOf(column, 12, 18, 19)));
    }

    private List<VatCell> cellsOf(Column column, int... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(line -> cell(line, column)).toList();
    }

    private void put(Column column, int line, VatCell cell) {
        if (!cell.isEmpty()) {
            cells.computeIfAbsent(column, key -> new TreeMap<>()).put(line, cell);
        }
    }

    boolean isOnTheForm(SalesLine line) {
        return line.isFreeByLaw() || line.isAt(rules.levy()) || line.isAt(rules.reduced());
    }

    private boolean isTaxed(SalesLine line) {
        return isOnTheForm(line) && !line.isFreeByLaw() && (!exempt || line.special());
    }

    private boolean isExemptBySize(SalesLine line) {
        return isOnTheForm(line) && !line.isFreeByLaw() && exempt && !line.special();
    }

    /** Booked tax that becomes income because the period's sales are exempt; zero where taxed. */
    Money exemptTax() {
        return lines.stream().filter(this::isExemptBySize).map(SalesLine::tax)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Booked tax of the sales that are taxed; differs from line 20 by a few fen of rounding. */
    Money taxedTax() {
        return lines.stream().filter(this::isTaxed).map(SalesLine::tax)
                .reduce(Money.ZERO, Money::plus);
    }

    VatCell cell(int line, Column column) {
        return cells.getOrDefault(column, new TreeMap<>()).getOrDefault(line, VatCell.EMPTY);
    }

    Money value(int line, Column column) {
        return cell(line, column).value();
    }

    TaxPeriod period() {
        return period;
    }

    VatRules rules() {
        return rules;
    }

    List<SalesLine> lines() {
        return lines;
    }

    Money sales() {
        return sales;
    }

    boolean isExempt() {
        return exempt;
    }

    Surcharges surcharges() {
        return surcharges;
    }
}
