package onebook.document.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onebook.document.Refused;
import onebook.ledger.Refusal;

/**
 * The tables of a file, whatever form it has. What it is, is found by looking at its bytes.
 *
 * @param source csv, html, xls or xlsx
 */
public record TableFile(String source, List<Sheet> sheets) {
    static final long MAX_BYTES = 60_000_000;

    public static TableFile open(Path path) throws Refused {
        byte[] bytes = bytes(path);
        if (TextForm.startsWith(bytes, 'P', 'K', 3, 4)) {
            return new TableFile("xlsx", XlsxRows.read(path));
        }
        if (TextForm.startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return new TableFile("xls", XlsRows.read(bytes));
        }
        if (TextForm.startsWith(bytes, '%', 'P', 'D', 'F')) {
            throw new Refused(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT,
                    "a PDF; ask the bank for CSV or XLSX");
        }
        String text = TextForm.decode(bytes);
        if (text.isBlank()) {
            throw new Refused(Refusal.FILE_IS_EMPTY, "the file holds nothing but blanks");
        }
        return MarkupRows.isMarkup(text) ? new TableFile("html", List.of(MarkupRows.read(text)))
                : new TableFile("csv", List.of(DelimitedRows.read(text)));
    }

    private static byte[] bytes(Path path) throws Refused {
        try {
            long size = Files.size(path);
            if (size == 0) {
                throw new Refused(Refusal.FILE_IS_EMPTY, "the file has no bytes");
            }
            if (size > MAX_BYTES) {
                throw new Refused(Refusal.FILE_IS_TOO_LARGE,
                        "%d bytes; at most %d are read".formatted(size, MAX_BYTES));
            }
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new Refused(Refusal.FILE_IS_BROKEN, "the file cannot be read from the disk");
        }
    }
}
