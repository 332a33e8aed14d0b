package onebook.tax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import onebook.ledger.EntryNumber;
import onebook.ledger.Money;

/**
 * 增值税及附加税费申报表（小规模纳税人适用）, lines 1 to 25 in four columns. Immutable.
 *
 * <p>The sum of all sales of the period, 专票 and exempt ones among them, is held against the limit.
 * Below it 普票 and unbilled sales are exempt (line 10) and only 专票 sales are taxed; otherwise all
 * are taxed in full. Each quarter of the year is decided on its own and added up for 本年累计.
 * Surcharges are one figure each, under {@link Column#GOODS}. Lines 4 to 8, 13, 14 and 21 (other
 * levy, used fixed assets, exports, prepaid tax) are not computed from sales lines and stay empty.
 */
public final class VatReturn {
    private final PeriodFigures now;
    private final List<PeriodFigures> year;
    private final Place place;

    private VatReturn(List<PeriodFigures> year, Place place) {
        this.year = List.copyOf(year);
        this.now = year.get(year.size() - 1);
        this.place = place;
    }

    /** From the sales of the whole year as far as known; those after the period are left out. */
    public static VatReturn of(
            Collection<SalesLine> sales, TaxPeriod period, TaxRules rules, Place place) {
        List<SalesLine> sorted = sales.stream().sorted(Comparator.comparing(SalesLine::entry)
                .thenComparing(SalesLine::invoiceNumber).thenComparing(SalesLine::service))
                .toList();
        List<PeriodFigures> year = new ArrayList<>();
        for (TaxPeriod one : period.yearToDate()) {
            year.add(new PeriodFigures(sorted, one, rules.in(one), place));
        }
        return new VatReturn(year, place);
    }

    public TaxPeriod period() {
        return now.period();
    }

    public VatRules rules() {
        return now.rules();
    }

    public Place place() {
        return place;
    }

    /** All sales of the period without tax, which decide on exemption. */
    public Money sales() {
        return now.sales();
    }

    /** True where sales are below the limit; 专票 sales are taxed even so. */
    public boolean isExempt() {
        return now.isExempt();
    }

    /** One amount with its sources; an empty cell where nothing feeds it. */
    public VatCell cell(int line, Column column) {
        return column.ofPeriod().map(part -> cumulative(line, part))
                .orElseGet(() -> now.cell(line, column));
    }

    public Money value(int line, Column column) {
        return cell(line, column).value();
    }

    /** The entries behind one amount, also through the lines it is computed from. */
    public List<EntryNumber> entries(int line, Column column) {
        return cell(line, column).entries();
    }

    /** Both columns of the period together. */
    public Money total(int line) {
        return value(line, Column.GOODS).plus(value(line, Column.SERVICES));
    }

    /** The lines that hold something in any column, in order. */
    public SortedSet<Integer> usedLines() {
        SortedSet<Integer> used = new TreeSet<>();
        for (int line = 1; line <= 25; line++) {
            for (Column column : Column.values()) {
                if (!cell(line, column).isEmpty()) {
                    used.add(line);
                }
            }
        }
        return used;
    }

    /** VAT to pay for the period, both columns (line 22). */
    public Money payable() {
        return total(22);
    }

    public Surcharges surcharges() {
        return now.surcharges();
    }

    /** The tax booked on exempt sales, which the month close carries to 5301.06; zero if taxed. */
    public Money exemptTax() {
        return now.exemptTax();
    }

    /** Line 20 less the tax booked on taxed invoices: the few fen that stay in 2221.01. */
    public Money roundingDifference() {
        return total(20).minus(now.taxedTax());
    }

    /** The part of line 1 at the reduced rate, from which line 16 is computed. */
    public VatCell reducedSales(Column column) {
        return cell(PeriodFigures.REDUCED_SALES, column);
    }

    /** False where some sales have no place on the form: it must not be filed as it is. */
    public boolean isComplete() {
        return warnings().stream().noneMatch(
                warning -> warning.kind() == VatWarning.Kind.RATE_NOT_ON_THE_FORM);
    }

    public List<VatWarning> warnings() {
        List<VatWarning> found = new ArrayList<>();
        VatRules.Limit limit = rules().limit();
        if (limit.isNear(sales(), period())) {
            found.add(new VatWarning(VatWarning.Kind.NEAR_THE_LIMIT, List.of(sales().toString(),
                    limit.of(period()).toString(), isExempt() ? "免税 exempt" : "应税 taxed")));
        }
        year.forEach(one -> one.lines().stream().filter(line -> !one.isOnTheForm(line))
                .forEach(line -> found.add(new VatWarning(VatWarning.Kind.RATE_NOT_ON_THE_FORM,
                        List.of(line.entry().toString(), line.rate().toPlainString())))));
        for (int line : List.of(1, 2, 3, 10, 11, 12)) {
            for (Column column : List.of(Column.GOODS, Column.SERVICES)) {
                if (value(line, column).isNegative()) {
                    found.add(new VatWarning(VatWarning.Kind.LINE_IS_NEGATIVE, List.of("" + line,
                            column.chinese(), value(line, column).toString())));
                }
            }
        }
        return found;
    }

    private VatCell cumulative(int line, Column column) {
        if (line == 21 || line == 22) {
            return VatCell.EMPTY;
        }
        List<VatCell> parts = year.stream().map(one -> one.cell(line, column)).toList();
        Money sum = parts.stream().map(VatCell::value).reduce(Money.ZERO, Money::plus);
        List<Source> sources = new ArrayList<>();
        for (PeriodFigures one : year) {
            VatCell part = one.cell(line, column);
            boolean isComputed = part.sources().stream()
                    .anyMatch(Source.Computed.class::isInstance);
            if (isComputed) {
                sources.add(new Source.OfPeriod(one.period(), part.value()));
            } else {
                sources.addAll(part.sources());
            }
        }
        return new VatCell(sum, sources, VatCell.entries(parts));
    }
}
