package onebook.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import onebook.document.table.CellText;
import onebook.document.table.Row;

/** Which columns of this file say what. */
final class Columns {
    private final Map<String, List<Integer>> byThing = new HashMap<>();
    private final Map<String, Integer> header;

    private Columns(Map<String, Integer> header) {
        this.header = header;
    }

    /** Labels of a row with the first column each stands in. */
    static Map<String, Integer> names(Row row) {
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            names.putIfAbsent(CellText.label(row.cells().get(i)), i);
        }
        names.remove("");
        return names;
    }

    static Columns of(Map<String, List<String>> things, Map<String, Integer> header) {
        Columns columns = new Columns(header);
        things.forEach((thing, names) -> {
            List<Integer> found = new ArrayList<>();
            names.stream().map(CellText::label).filter(header::containsKey)
                    .forEach(name -> found.add(header.get(name)));
            if (!found.isEmpty()) {
                columns.byThing.put(thing, found);
            }
        });
        return columns;
    }

    boolean has(String thing) {
        return byThing.containsKey(thing);
    }

    int hits() {
        return byThing.size();
    }

    /** What the row says of it: the first of its columns that is filled. */
    String value(Row row, String thing) {
        return values(row, thing).findFirst().orElse("");
    }

    /** What the row says of it in each of its columns that is filled. */
    Stream<String> values(Row row, String thing) {
        return byThing.getOrDefault(thing, List.of()).stream().map(row::cell)
                .filter(cell -> !cell.isEmpty());
    }

    /** What the row says of it in all its columns, each text once. */
    String all(Row row, String thing) {
        Set<String> texts = new LinkedHashSet<>();
        byThing.getOrDefault(thing, List.of())
                .forEach(column -> texts.add(CellText.words(row.cell(column))));
        texts.remove("");
        return String.join(" ", texts);
    }

    /** True where the header stands again, as on each page of a long statement. */
    boolean isRepeatedIn(Row row) {
        return names(row).keySet().containsAll(header.keySet());
    }
}
