package onebook.document.ocr;

import java.util.ArrayList;
import java.util.List;
import onebook.document.Glyph;

/** Where two boxes overlap, the character on the seam was read twice: the less certain one goes. */
final class Seams {
    private Seams() { }

    static List<List<Glyph>> closed(List<List<Glyph>> runs) {
        List<List<Glyph>> all = new ArrayList<>();
        runs.stream().filter(r -> !r.isEmpty()).forEach(r -> all.add(new ArrayList<>(r)));
        for (List<Glyph> left : all) {
            for (List<Glyph> right : all) {
                if (left != right && !left.isEmpty() && !right.isEmpty()) {
                    close(left, right);
                }
            }
        }
        List<List<Glyph>> kept = all.stream().filter(r -> !r.isEmpty()).toList();
        return kept.stream().filter(r -> kept.stream().noneMatch(o -> covers(o, r))).toList();
    }

    /** True where a longer run holds a character at the place of each of this one's. */
    private static boolean covers(List<Glyph> longer, List<Glyph> run) {
        return longer.size() > run.size() && run.stream()
                .allMatch(g -> longer.stream().anyMatch(o ->
                        Math.abs(o.middle() - g.middle()) * 2 < o.box().height()
                        && Math.min(o.right(), g.right()) - Math.max(o.left(), g.left())
                        > Math.min(o.box().width(), g.box().width()) / 2));
    }

    private static void close(List<Glyph> left, List<Glyph> right) {
        Glyph last = left.get(left.size() - 1);
        Glyph first = right.get(0);
        boolean onOneLine = Math.abs(last.middle() - first.middle()) * 2 < last.box().height();
        int overlap = last.right() - first.left();
        boolean overlaps = overlap * 10 > 4 * Math.min(last.box().width(), first.box().width())
                && last.left() <= first.right();
        if (onOneLine && overlaps && left.get(0).left() < first.left()
                && right.get(right.size() - 1).right() > last.right()) {
            if (last.certainty() < first.certainty()) {
                left.remove(left.size() - 1);
            } else {
                right.remove(0);
            }
        }
    }
}
