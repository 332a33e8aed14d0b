package onebook.tax;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import onebook.ledger.EntryNumber;
import onebook.ledger.Money;

/**
 * One amount of a VAT form with what it comes from.
 *
 * @param sources amounts that add up to the value
 * @param entries all entries behind it, also through other lines, in order
 */
public record VatCell(Money value, List<Source> sources, List<EntryNumber> entries) {
    static final VatCell EMPTY = new VatCell(Money.ZERO, List.of(), List.of());

    public VatCell {
        sources = List.copyOf(sources);
        entries = List.copyOf(entries);
    }

    /** True where nothing feeds it, not even sales that cancel out. */
    public boolean isEmpty() {
        return value.isZero() && entries.isEmpty();
    }

    static VatCell ofSales(Collection<SalesLine> lines) {
        return new VatCell(lines.stream().map(SalesLine::net).reduce(Money.ZERO, Money::plus),
                lines.stream().<Source>map(Source.Sale::new).toList(),
                List.copyOf(new TreeSet<>(lines.stream().map(SalesLine::entry).toList())));
    }

    static VatCell computed(String how, Money value, Collection<VatCell> from) {
        return new VatCell(value, List.of(new Source.Computed(how, value)), entries(from));
    }

    static List<EntryNumber> entries(Collection<VatCell> cells) {
        TreeSet<EntryNumber> entries = new TreeSet<>();
        cells.forEach(cell -> entries.addAll(cell.entries()));
        return List.copyOf(entries);
    }
}
