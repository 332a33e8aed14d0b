package onebook.invoice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import onebook.document.Glyph;
import onebook.document.TextLine;
import onebook.document.TextLine.Found;

/** The columns of a table, by the places of their heads. */
final class Columns {
    private static final Pattern NUMBER = Pattern.compile("[¥]?-?[0-9][0-9,]*(\\.[0-9]+)?");
    private static final Pattern RATE = Pattern.compile("[0-9]{1,2}(\\.[0-9]+)?%|免税|不征税|\\*{1,3}");
    private static final List<String> NUMBERS = List.of("quantity", "unitPrice", "net", "tax");
    private static final int TOO_FAR = 1_500;

    private final Map<String, Found> heads;

    Columns(Map<String, Found> heads) {
        this.heads = heads;
    }

    boolean has(String column) {
        return heads.containsKey(column);
    }

    /** How far from a column's head a run lies: the least of its left, middle and right. */
    int distance(String column, int left, int right) {
        Found head = heads.get(column);
        int middle = Math.abs((left + right) / 2 - (head.left() + head.right()) / 2);
        return Math.min(middle, Math.min(Math.abs(left - head.left()),
                Math.abs(right - head.right())));
    }

    /** Column to the characters that stand in it, in a line of an item. */
    Map<String, List<Glyph>> split(TextLine line) {
        Map<String, List<Glyph>> cells = new LinkedHashMap<>();
        List<List<Glyph>> numbers = new ArrayList<>();
        List<Glyph> before = null;
        for (List<Glyph> run : joined(line)) {
            String text = text(run);
            if (left(run) >= numbersFrom() && RATE.matcher(text).matches() && has("rate")
                    && distance("rate", left(run), right(run)) < 600) {
                cells.computeIfAbsent("rate", k -> new ArrayList<>()).addAll(run);
            } else if (right(run) >= numbersFrom() && left(run) > nameEnds()
                    && NUMBER.matcher(text).matches()) {
                numbers.add(run);
            } else {
                String column = goesOn(before, run) && !cells.containsKey("spec") ? "name"
                        : words(run);
                cells.computeIfAbsent(column, k -> new ArrayList<>()).addAll(run);
                before = run;
            }
        }
        place(numbers, cells);
        return cells;
    }

    /** After less than a blank's width, and before the next column's head, a name goes on. */
    private boolean goesOn(List<Glyph> before, List<Glyph> run) {
        int em = before == null ? 0 : before.get(0).box().width();
        int next = has("spec") ? heads.get("spec").left()
                : has("unit") ? heads.get("unit").left() : 10_000;
        return before != null && words(before).equals("name")
                && left(run) - right(before) < em * 65 / 100 && left(run) < next - em / 2;
    }

    /** "¥" drawn apart from its amount belongs to it. */
    private static List<List<Glyph>> joined(TextLine line) {
        List<List<Glyph>> runs = new ArrayList<>();
        for (List<Glyph> run : line.runs()) {
            List<Glyph> last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            boolean sign = last != null && text(last).matches("[¥-]");
            if (sign) {
                List<Glyph> both = new ArrayList<>(last);
                both.addAll(run);
                runs.set(runs.size() - 1, both);
            } else {
                runs.add(run);
            }
        }
        return runs;
    }

    private String words(List<Glyph> run) {
        if (!has("spec") && !has("unit") || left(run) <= nameEnds()) {
            return "name";
        } else if (!has("unit")) {
            return "spec";
        } else if (!has("spec")) {
            return "unit";
        }
        int border = (heads.get("spec").right() + heads.get("unit").left()) / 2;
        return left(run) >= border ? "unit" : "spec";
    }

    /** Half way between the name's head and the next. */
    private int nameEnds() {
        int name = has("name") ? heads.get("name").right() : 0;
        int next = heads.entrySet().stream().filter(e -> !e.getKey().equals("name"))
                .mapToInt(e -> e.getValue().left()).filter(x -> x > name).min().orElse(10_000);
        return (name + next) / 2;
    }

    private int numbersFrom() {
        if (has("unit")) {
            return (heads.get("unit").left() + heads.get("unit").right()) / 2;
        }
        return nameEnds();
    }

    /** Left to right, each run the column that makes the sum of distances least. */
    private void place(List<List<Glyph>> runs, Map<String, List<Glyph>> cells) {
        List<String> columns = NUMBERS.stream().filter(this::has)
                .sorted(java.util.Comparator.comparingInt(c -> heads.get(c).left())).toList();
        List<List<Glyph>> kept = runs.size() <= columns.size() ? runs
                : runs.subList(runs.size() - columns.size(), runs.size());
        int[] best = best(kept, columns, 0, 0);
        for (int i = 0; i < kept.size(); i++) {
            cells.put(columns.get(best[i + 1]), kept.get(i));
        }
    }

    /**
     * First element the sum of distances, then the chosen column of each run from {@code run} on.
     */
    private int[] best(List<List<Glyph>> runs, List<String> columns, int run, int from) {
        int[] best = new int[runs.size() + 1];
        if (run == runs.size()) {
            return best;
        }
        best[0] = Integer.MAX_VALUE;
        for (int c = from; c <= columns.size() - (runs.size() - run); c++) {
            int[] rest = best(runs, columns, run + 1, c + 1);
            int sum = rest[0] + Math.min(TOO_FAR * 4,
                    distance(columns.get(c), left(runs.get(run)), right(runs.get(run))));
            if (sum < best[0]) {
                best = rest;
                best[0] = sum;
                best[run + 1] = c;
            }
        }
        return best;
    }

    static int left(List<Glyph> run) {
        return run.get(0).left();
    }

    static int right(List<Glyph> run) {
        return run.get(run.size() - 1).right();
    }

    static String text(List<Glyph> run) {
        StringBuilder text = new StringBuilder();
        run.forEach(g -> text.append(g.character()));
        return text.toString();
    }
}
