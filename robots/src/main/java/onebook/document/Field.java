package onebook.document;

import java.util.Optional;
import onebook.ledger.Evidence;

/**
 * One value as it was read.
 *
 * @param path "invoice.number", "invoice.lines.0.net"
 * @param value normalised: dates 2026-03-05, amounts 1234.50
 * @param confidence 0 to 1; 1 where the file states it in its own data
 * @param page first page is 1; 0 where the format has no pages
 * @param text as it stands in the file
 */
public record Field(String path, String value, double confidence, int page,
        Optional<Evidence.Box> box,
        String text) {

    /** A value that the file holds as data, at no place on a page. */
    public static Field stated(String path, String value, String text) {
        return new Field(path, value, 1, 0, Optional.empty(), text);
    }

    /** A value as it was read from a piece of a page. */
    public static Field printed(String path, String value, Region region) {
        return new Field(path, value, region.certainty() / 1000.0, region.page(),
                Optional.of(region.box()), region.text());
    }

    /** The same place, another value; the text says how it came about. */
    public Field corrected(String newValue, String newText) {
        return new Field(path, newValue, confidence, page, box, newText);
    }

    /** The same value, found at a place on a page too. */
    public Field at(Region region) {
        return new Field(path, value, confidence, region.page(), Optional.of(region.box()), text);
    }

    /** Confidence in 1/1000. */
    public int certainty() {
        return (int) Math.round(confidence * 1000);
    }
}
