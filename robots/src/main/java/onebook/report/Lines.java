package onebook.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbered lines of one form with both columns. */
final class Lines {
    private final Form form;
    private final Titles titles;
    private final SortedMap<Integer, StatementLine> lines = new TreeMap<>();

    Lines(Form form, Titles titles, SortedMap<Integer, Figure> first,
            SortedMap<Integer, Figure> second) {
        this.form = form;
        this.titles = titles;
        first.forEach((number, figure) ->
                lines.put(number, new StatementLine(number, figure, second.get(number))));
    }

    Form form() {
        return form;
    }

    Titles titles() {
        return titles;
    }

    StatementLine get(int number) {
        StatementLine line = lines.get(number);
        if (line == null) {
            throw new IllegalArgumentException(form.name() + " has no line " + number);
        }
        return line;
    }

    List<StatementLine> all() {
        return List.copyOf(lines.values());
    }

    List<Identity> identities() {
        return form.checks().identities(this);
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
