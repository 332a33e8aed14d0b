package onebook.robot;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import onebook.ledger.EntryNumber;
import onebook.ledger.Period;

/** Voucher numbers in the order they were given, kept as spans of those that follow each other. */
final class EntryRanges extends AbstractList<EntryNumber> {
    /** @param before how many numbers come before the span */
    private record Span(Period period, int first, int before) { }

    private final List<Span> spans = new ArrayList<>();
    private int size;

    @Override
    public boolean add(EntryNumber number) {
        Span last = spans.isEmpty() ? new Span(number.period(), -1, 0)
                : spans.get(spans.size() - 1);
        boolean follows = !spans.isEmpty() && last.period.equals(number.period())
                && last.first + size - last.before == number.sequence();
        if (!follows) {
            spans.add(new Span(number.period(), number.sequence(), size));
        }
        size++;
        return true;
    }

    @Override
    public EntryNumber get(int index) {
        int low = 0;
        int high = spans.size() - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (spans.get(middle).before <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        Span span = spans.get(low);
        return new EntryNumber(span.period, span.first + index - span.before);
    }

    @Override
    public int size() {
        return size;
    }
}
