package onebook.invoice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import onebook.document.Glyph;
import onebook.document.Region;
import onebook.document.TextLine;
import onebook.document.TextLine.Found;

/** The table of goods and services, on one page or several. */
final class PrintedTable {
    /** One item while its lines are being gathered: column to what stands there. */
    private static final class Item {
        final Map<String, Region> cells = new LinkedHashMap<>();

        void add(String column, Region region) {
            cells.merge(column, region, (a, b) -> column.matches("name|spec|unit") ? a.with(b) : a);
        }

        String name() {
            return cells.containsKey("name") ? cells.get("name").text() : "";
        }

        boolean hasOpenCategory() {
            return name().chars().filter(c -> c == '*').count() == 1;
        }
    }

    private final List<TextLine> lines;
    private final List<Integer> heads = new ArrayList<>();

    private PrintedTable(List<TextLine> lines) {
        this.lines = lines;
    }

    static PrintedTable find(List<TextLine> lines) {
        PrintedTable table = new PrintedTable(lines);
        Pattern net = PrintedForms.china().columns().get("net");
        Pattern tax = PrintedForms.china().columns().get("tax");
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).has(net) && lines.get(i).has(tax)) {
                table.heads.add(i);
            }
        }
        return table;
    }

    /** The page on which the table begins; the first where there is none. */
    int firstPage(List<TextLine> all) {
        return !heads.isEmpty() ? lines.get(heads.get(0)).page()
                : all.isEmpty() ? 1 : all.get(0).page();
    }

    /** Where the table's head stands on that page; a third down where none was found. */
    int top() {
        return heads.isEmpty() ? 3800 : lines.get(heads.get(0)).middle();
    }

    void read(Draft draft) {
        List<Item> items = new ArrayList<>();
        for (int head : heads) {
            Columns columns = columns(lines.get(head));
            for (int i = head + 1; i < lines.size() && !isEnd(lines.get(i), lines.get(head)); i++) {
                take(items, cells(lines.get(i), columns));
            }
        }
        int n = 0;
        for (Item item : items) {
            if (item.cells.containsKey("net") || item.name().startsWith("*")) {
                print(draft, n++, item);
            }
        }
    }

    /** Columns of the first table found, for finding sums below it. */
    Optional<Columns> columns() {
        return heads.stream().findFirst().map(h -> columns(lines.get(h)));
    }

    private static Columns columns(TextLine head) {
        Map<String, Found> found = new LinkedHashMap<>();
        PrintedForms.china().columns().forEach((column, words) ->
                head.first(words).ifPresent(f -> found.put(column, f)));
        return new Columns(found);
    }

    private static boolean isEnd(TextLine line, TextLine head) {
        return line.page() != head.page() || line.has(PrintedForms.china().tableEnds());
    }

    private static Map<String, Region> cells(TextLine line, Columns columns) {
        Map<String, Region> cells = new LinkedHashMap<>();
        Map<String, List<Glyph>> split = columns.split(line);
        split.forEach((column, glyphs) -> cells.put(column, line.region(glyphs)));
        category(split.getOrDefault("name", List.of()))
                .ifPresent(part -> cells.put("category", line.region(part)));
        return cells;
    }

    /** The characters between the asterisks, where both stand on this line. */
    private static Optional<List<Glyph>> category(List<Glyph> name) {
        int end = -1;
        for (int i = 2; i < name.size() && end < 0; i++) {
            end = name.get(i).character() == '*' ? i : -1;
        }
        int start = !name.isEmpty() && name.get(0).character() == '*' ? 1 : 0;
        return end < 0 ? Optional.empty() : Optional.of(name.subList(start, end));
    }

    /**
     * A new item begins with an asterisk, or where a second amount comes; else the line continues
     * one.
     */
    private static void take(List<Item> items, Map<String, Region> cells) {
        Item last = items.isEmpty() ? null : items.get(items.size() - 1);
        boolean hasNet = cells.containsKey("net");
        String name = cells.containsKey("name") ? cells.get("name").text() : "";
        boolean starred = name.startsWith("*")
                && (last == null || hasNet || !last.hasOpenCategory());
        boolean second = hasNet && (last == null || last.cells.containsKey("net"));
        if (last == null && !hasNet && name.isEmpty()) {
            return;
        }
        if (last == null || starred || second) {
            items.add(new Item());
        }
        cells.forEach(items.get(items.size() - 1)::add);
    }

    private static void print(Draft draft, int n, Item item) {
        item.cells.forEach((column, region) -> value(column, region.text()).map(v ->
                column.equals("name") && draft.isSeen() ? Categories.withAsterisks(v) : v)
                .ifPresent(v -> draft.print(Draft.line(n, column), v, region)));
        if (!draft.isSeen()) {
            draft.remove(Draft.line(n, "category"));
        }
        if (!draft.has(Draft.line(n, "tax")) && item.cells.containsKey("net")
                && draft.value(Draft.line(n, "rate")).matches("免税|不征税|\\*+")) {
            draft.print(Draft.line(n, "tax"), "0.00", item.cells.get("rate"));
        }
    }

    private static Optional<String> value(String column, String text) {
        return switch (column) {
            case "net" -> Figures.amount(text);
            case "tax" -> text.startsWith("*") ? Optional.of("0.00") : Figures.amount(text);
            case "rate" -> Figures.rate(text);
            case "quantity", "unitPrice" -> Figures.decimal(text)
                    .map(java.math.BigDecimal::toPlainString);
            default -> Optional.of(text);
        };
    }
}
