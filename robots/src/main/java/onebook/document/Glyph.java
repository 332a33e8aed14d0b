package onebook.document;

import onebook.ledger.Evidence.Box;

/**
 * One character on a page.
 *
 * @param box on the straightened page, in 1/10000 of its width and height
 * @param certainty in 1/1000; 1000 where the file states the character
 * @param afterBlank true where a blank stands before it
 */
public record Glyph(char character, Box box, int certainty, boolean afterBlank) {

    public Glyph(char character, Box box, int certainty) {
        this(character, box, certainty, false);
    }

    public int left() {
        return box.x();
    }

    public int right() {
        return box.x() + box.width();
    }

    public int middle() {
        return box.y() + box.height() / 2;
    }
}
