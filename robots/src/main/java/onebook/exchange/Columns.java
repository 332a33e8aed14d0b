package onebook.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onebook.document.table.CellText;

/** Which columns of this table say what. */
final class Columns {
    private static final int NONE = -1;

    final Layout layout;
    private final Map<String, Integer> things = new HashMap<>();

    private Columns(Layout layout) {
        this.layout = layout;
    }

    /** The names of a header row with the first column each stands in. */
    static Map<String, Integer> names(String[] header) {
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            names.putIfAbsent(label(header[i]), i);
        }
        names.remove("");
        return names;
    }

    /** "*日期 # billDate" and "日期：" are the name 日期. */
    static String label(String cell) {
        int path = cell.indexOf('#');
        String name = path > 0 ? cell.substring(0, path) : cell;
        return CellText.label(name.startsWith("*") ? name.substring(1) : name);
    }

    static Columns of(Layout layout, Map<String, Integer> names) {
        Columns columns = new Columns(layout);
        layout.columns().forEach((thing, words) -> words.stream().map(Columns::label)
                .filter(names::containsKey).findFirst()
                .ifPresent(word -> columns.things.put(thing, names.get(word))));
        return columns;
    }

    boolean fits(Map<String, Integer> names) {
        return missing().isEmpty()
                && layout.marks().stream().map(Columns::label).allMatch(names::containsKey);
    }

    /** What the layout needs and the header has not; "debit|amount" needs one of the two. */
    List<String> missing() {
        return layout.needs().stream().filter(need -> Stream.of(need.split("\\|"))
                .noneMatch(things::containsKey)).toList();
    }

    /** The header names that would say what is missing. */
    List<String> missingNames() {
        return missing().stream().map(need -> layout.columns().get(need.split("\\|")[0]).get(0))
                .toList();
    }

    int hits() {
        return things.size();
    }

    boolean has(String thing) {
        return things.containsKey(thing);
    }

    /** -1 where no column says it. */
    int of(String thing) {
        return things.getOrDefault(thing, NONE);
    }

    /** Where accounts are named; -1 also where code and name stand in one column. */
    int ofName() {
        return of("accountName") == of("account") ? NONE : of("accountName");
    }

    /** The columns that say anything. */
    int[] used() {
        return things.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
