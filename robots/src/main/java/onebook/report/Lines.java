package onebook.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbered lines of one statement with both columns. */
final class Lines {
    private final SortedMap<Integer, StatementLine> lines = new TreeMap<>();

    Lines(SortedMap<Integer, Figure> first, SortedMap<Integer, Figure> second) {
        first.forEach((number, figure) ->
                lines.put(number, new StatementLine(number, figure, second.get(number))));
    }

    SortedMap<Integer, StatementLine> byNumber() {
        return lines;
    }

    StatementLine get(int number) {
        StatementLine line = lines.get(number);
        if (line == null) {
            throw new IllegalArgumentException("the form has no line " + number);
        }
        return line;
    }

    List<StatementLine> all() {
        return List.copyOf(lines.values());
    }

    String csv(String header) {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (StatementLine line : lines.values()) {
            text.append(line.number()).append(',').append(line.first().amount()).append(',')
                    .append(line.second().amount()).append('\n');
        }
        return text.toString();
    }
}
