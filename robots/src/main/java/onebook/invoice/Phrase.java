package onebook.invoice;

import java.util.ArrayList;
import java.util.List;
import onebook.document.Glyph;
import onebook.document.Region;
import onebook.document.TextLine;

/** Words of a line that belong together: no gap between them is wider than a few letters. */
record Phrase(TextLine line, int left, int right, Region region) {
    private static final int GAP_IN_LETTERS = 3;

    String text() {
        return region.text();
    }

    static List<Phrase> of(TextLine line) {
        List<Phrase> phrases = new ArrayList<>();
        List<Glyph> open = new ArrayList<>();
        for (List<Glyph> run : line.runs()) {
            int letter = run.stream().mapToInt(g -> g.box().width()).sum() / run.size();
            boolean apart = !open.isEmpty()
                    && run.get(0).left() - open.get(open.size() - 1).right()
                    > GAP_IN_LETTERS * letter;
            if (apart) {
                phrases.add(of(line, open));
                open = new ArrayList<>();
            }
            Glyph first = run.get(0);
            open.add(new Glyph(first.character(), first.box(), first.certainty(), true));
            open.addAll(run.subList(1, run.size()));
        }
        phrases.add(of(line, open));
        return phrases;
    }

    private static Phrase of(TextLine line, List<Glyph> glyphs) {
        return new Phrase(line, glyphs.get(0).left(), glyphs.get(glyphs.size() - 1).right(),
                line.region(glyphs));
    }
}
