package onebook.document;

import java.util.List;
import onebook.ledger.Evidence.Box;

/**
 * A piece of a page: what stands there, where, and how surely it was read.
 *
 * @param page first page is 1
 * @param text blanks are kept between Latin letters and figures only
 * @param box on the page as it came, in 1/10000 of its width and height
 * @param certainty in 1/1000, of the least certain character
 */
public record Region(int page, Box box, String text, int certainty) {

    /** Characters of a page that was level as it came. */
    public static Region of(int page, List<Glyph> glyphs) {
        return of(page, glyphs, Tilt.NONE);
    }

    static Region of(int page, List<Glyph> glyphs, Tilt tilt) {
        StringBuilder text = new StringBuilder();
        int certainty = 1000;
        for (Glyph glyph : glyphs) {
            if (glyph.afterBlank() && text.length() > 0 && isLatin(text.charAt(text.length() - 1))
                    && isLatin(glyph.character())) {
                text.append(' ');
            }
            text.append(glyph.character());
            certainty = Math.min(certainty, glyph.certainty());
        }
        return new Region(page, tilt.back(around(glyphs)), text.toString(), certainty);
    }

    private static boolean isLatin(char c) {
        return c > ' ' && c < 0x250;
    }

    static Box around(List<Glyph> glyphs) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (Glyph glyph : glyphs) {
            left = Math.min(left, glyph.left());
            top = Math.min(top, glyph.box().y());
            right = Math.max(right, glyph.right());
            bottom = Math.max(bottom, glyph.box().y() + glyph.box().height());
        }
        return glyphs.isEmpty() ? new Box(0, 0, 0, 0)
                : new Box(left, top, right - left, bottom - top);
    }

    /** This piece and another of the same page as one; the texts follow each other. */
    public Region with(Region next) {
        int left = Math.min(box.x(), next.box.x());
        int top = Math.min(box.y(), next.box.y());
        int right = Math.max(box.x() + box.width(), next.box.x() + next.box.width());
        int bottom = Math.max(box.y() + box.height(), next.box.y() + next.box.height());
        return new Region(page, new Box(left, top, right - left, bottom - top), text + next.text,
                Math.min(certainty, next.certainty));
    }
}
