package onebook.report;

import java.util.List;
import java.util.Set;
import onebook.ledger.Balances;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.ledger.Records.Part;

/** Parts of what some months hold, both months included. None where they end before they begin. */
public record Slice(Set<Part> parts, Period from, Period to) {
    private static final Set<Part> POSTED = Set.of(Part.TURNOVER, Part.TRANSFER);

    public Slice {
        parts = Set.copyOf(parts);
    }

    /** 期初: what was brought forward into the book. */
    static Slice opening(Period from, Period to) {
        return new Slice(Set.of(Part.OPENING), from, to);
    }

    /** All that was posted in the months, but not brought forward. */
    static Slice posted(Period from, Period to) {
        return new Slice(POSTED, from, to);
    }

    /** 发生额: what was posted in the months, without what only carries profit. */
    static Slice turnover(Period from, Period to) {
        return new Slice(Set.of(Part.TURNOVER), from, to);
    }

    Balances of(Records records) {
        Balances sum = Balances.of(List.of());
        for (Part part : parts) {
            sum = from.compareTo(to) <= 0 ? sum.plus(records.balances(part, from, to)) : sum;
        }
        return sum;
    }

    boolean holds(Part part, Period month) {
        return parts.contains(part) && month.compareTo(from) >= 0 && month.compareTo(to) <= 0;
    }
}
