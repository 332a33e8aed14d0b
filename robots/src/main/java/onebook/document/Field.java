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
public record Field(String path, String value, double confidence, int page, Optional<Evidence.Box> box,
        String text) { }
