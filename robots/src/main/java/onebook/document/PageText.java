package onebook.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The print of one page, whatever the medium: runs of characters with their places.
 *
 * @param number first page is 1
 * @param runs pieces that were written or seen as one, without blanks; on the straightened page
 */
public record PageText(int number, List<List<Glyph>> runs, Tilt tilt) {

    public PageText {
        runs = runs.stream().filter(r -> !r.isEmpty()).map(List::copyOf).toList();
    }

    /** Runs that stand side by side, top to bottom; each line left to right. */
    public List<TextLine> lines() {
        List<Row> rows = new ArrayList<>();
        runs.stream().sorted(Comparator.comparingInt(PageText::middle)).forEach(run -> rows.stream()
                .filter(row -> row.holds(run))
                .min(Comparator.comparingInt(row -> row.distance(run)))
                .orElseGet(() -> Row.added(rows)).add(run));
        rows.sort(Comparator.comparingInt(Row::middle));
        return rows.stream().map(row -> row.line(this)).toList();
    }

    /** All text, line by line, without blanks inside a line. */
    public String text() {
        return lines().stream().map(TextLine::text).collect(Collectors.joining("\n"));
    }

    private static int middle(List<Glyph> run) {
        return run.get(run.size() / 2).middle();
    }

    private static int height(List<Glyph> run) {
        return run.stream().mapToInt(g -> g.box().height()).max().orElse(0);
    }

    private static final class Row {
        private final List<List<Glyph>> runs = new ArrayList<>();
        private long middles;
        private int height;

        static Row added(List<Row> rows) {
            Row row = new Row();
            rows.add(row);
            return row;
        }

        void add(List<Glyph> run) {
            runs.add(run);
            middles += PageText.middle(run);
            height = Math.max(height, PageText.height(run));
        }

        int middle() {
            return (int) (middles / runs.size());
        }

        int distance(List<Glyph> run) {
            return Math.abs(PageText.middle(run) - middle());
        }

        /** 45 % of the height: a colon half a line lower stays out, a bigger figure stays in. */
        boolean holds(List<Glyph> run) {
            return distance(run) * 100 < Math.max(height, PageText.height(run)) * 45
                    && runs.stream().noneMatch(r -> liesOn(r, run));
        }

        /** Print over print is another line: a wrapped name, a seal on a title. */
        private static boolean liesOn(List<Glyph> one, List<Glyph> other) {
            int shared = Math.min(right(one), right(other)) - Math.max(left(one), left(other));
            return shared * 2 > Math.min(right(one) - left(one), right(other) - left(other));
        }

        private static int left(List<Glyph> run) {
            return run.get(0).left();
        }

        private static int right(List<Glyph> run) {
            return run.get(run.size() - 1).right();
        }

        TextLine line(PageText page) {
            runs.sort(Comparator.comparingInt(r -> r.get(0).left()));
            return new TextLine(page, List.copyOf(runs));
        }
    }
}
