package onebook.ledger;

import java.util.Optional;

/**
 * Where a figure was read.
 *
 * @param document SHA-256 of the file, 64 lower-case hex digits; empty where no paper exists and
 *     the text says why
 * @param path the field it proves ("invoice.gross") or the statement line ("line:17")
 * @param page first page is 1; 0 where the format has no pages
 * @param box where on the page, empty where the format has no layout
 * @param text what stands there
 */
public record Evidence(String document, String path, int page, Optional<Box> box, String text) {

    /** A rectangle in 1/10000 of the page's width and height, from the top left corner. */
    public record Box(int x, int y, int width, int height) { }

    /** There is no paper; the reason stands for it. */
    public static Evidence without(String reason) {
        return new Evidence("", "reason", 0, Optional.empty(), reason);
    }

    public static Evidence ofField(String document, String path, String text) {
        return new Evidence(document, path, 0, Optional.empty(), text);
    }
}
