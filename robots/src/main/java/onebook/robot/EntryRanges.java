package onebook.robot;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import onebook.ledger.EntryNumber;
import onebook.ledger.Period;

/** Voucher numbers in the order they were given, kept as spans of those that follow each other. */
final class EntryRanges extends AbstractList<EntryNumber> {
    private static final String TO = "..";

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

    /** "2026-03-0007", or "2026-03-0007..12" where numbers follow each other up to the 12th. */
    static final class Written extends StdConverter<List<EntryNumber>, List<String>> {
        @Override
        public List<String> convert(List<EntryNumber> numbers) {
            EntryRanges ranges = new EntryRanges();
            ranges.addAll(numbers);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < ranges.spans.size(); i++) {
                Span span = ranges.spans.get(i);
                int end = i + 1 < ranges.spans.size() ? ranges.spans.get(i + 1).before
                        : ranges.size;
                int more = end - span.before - 1;
                texts.add(new EntryNumber(span.period, span.first)
                        + (more > 0 ? TO + (span.first + more) : ""));
            }
            return texts;
        }
    }

    /** The numbers that {@link Written} wrote. */
    static final class Read extends StdConverter<List<String>, List<EntryNumber>> {
        @Override
        public List<EntryNumber> convert(List<String> texts) {
            EntryRanges ranges = new EntryRanges();
            for (String text : texts) {
                int to = text.indexOf(TO);
                EntryNumber first = EntryNumber.parse(to < 0 ? text : text.substring(0, to));
                int last = to < 0 ? first.sequence()
                        : Integer.parseInt(text.substring(to + TO.length()));
                for (int i = first.sequence(); i <= last; i++) {
                    ranges.add(new EntryNumber(first.period(), i));
                }
            }
            return Collections.unmodifiableList(ranges);
        }
    }
}
