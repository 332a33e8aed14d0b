package onebook.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters on one level of a page, left to right, blanks left out. */
public final class TextLine {
    private final PageText page;
    private final List<List<Glyph>> runs;
    private final List<Glyph> glyphs;
    private final String text;

    TextLine(PageText page, List<List<Glyph>> runs) {
        this.page = page;
        this.runs = runs;
        this.glyphs = runs.stream().flatMap(List::stream).toList();
        StringBuilder all = new StringBuilder();
        glyphs.forEach(g -> all.append(g.character()));
        this.text = all.toString();
    }

    public int page() {
        return page.number();
    }

    public String text() {
        return text;
    }

    public List<Glyph> glyphs() {
        return glyphs;
    }

    public List<List<Glyph>> runs() {
        return runs;
    }

    public int middle() {
        return (int) glyphs.stream().mapToInt(Glyph::middle).average().orElse(0);
    }

    public int height() {
        return glyphs.stream().mapToInt(g -> g.box().height()).max().orElse(0);
    }

    public boolean has(Pattern pattern) {
        return pattern.matcher(text).find();
    }

    /**
     * Where the pattern's first group, or the whole pattern, stands; one for each time it is found.
     */
    public List<Found> find(Pattern pattern) {
        List<Found> all = new ArrayList<>();
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            int group = m.groupCount() > 0 && m.group(1) != null ? 1 : 0;
            if (m.end(group) > m.start(group)) {
                all.add(new Found(this, m.start(group), m.end(group)));
            }
        }
        return all;
    }

    public Optional<Found> first(Pattern pattern) {
        return find(pattern).stream().findFirst();
    }

    /** The first run that the whole pattern fits: its first group, or all of it. */
    public Optional<Found> run(Pattern pattern) {
        int start = 0;
        for (List<Glyph> run : runs) {
            Matcher m = pattern.matcher(text.substring(start, start + run.size()));
            if (m.matches()) {
                int group = m.groupCount() > 0 ? 1 : 0;
                return Optional.of(new Found(this, start + m.start(group), start + m.end(group)));
            }
            start += run.size();
        }
        return Optional.empty();
    }

    /** The characters that satisfy the condition, as one region. */
    public Optional<Region> where(Predicate<Glyph> condition) {
        List<Glyph> part = glyphs.stream().filter(condition).toList();
        return part.isEmpty() ? Optional.empty()
                : Optional.of(Region.of(page(), part, page.tilt()));
    }

    public Region region() {
        return Region.of(page(), glyphs, page.tilt());
    }

    public Region region(List<Glyph> part) {
        return Region.of(page(), part, page.tilt());
    }

    /** A stretch of a line's characters, from {@code start} up to before {@code end}. */
    public record Found(TextLine line, int start, int end) {

        public int left() {
            return line.glyphs.get(start).left();
        }

        public int right() {
            return line.glyphs.get(end - 1).right();
        }

        public String text() {
            return line.text.substring(start, end);
        }

        public Region region() {
            return Region.of(line.page(), line.glyphs.subList(start, end), line.page.tilt());
        }
    }
}
