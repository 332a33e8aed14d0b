package onebook.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rollback journal that a process killed in the first large import left beside a book: whoever
 * opens the book next puts its pages back. One of another book, or of another state of this one,
 * would break what it is put into; so it is looked at first. Its form is section 3 of SQLite's file
 * format: a header of one sector, then a number, a page and a checksum for each page.
 */
final class LeftJournal {
    private static final long MAGIC = 0xd9d505f920a163d7L;
    private static final int SECTOR_SIZE_AT = 20;
    private static final int CHANGES_AT = 24;
    private static final int LARGEST = 1 << 16;

    private LeftJournal() { }

    static Path of(Path book) {
        return book.resolveSibling(book.getFileName() + "-journal");
    }

    static boolean isBeside(Path book) {
        return of(book).toFile().length() > 0;
    }

    /** Throws {@link StoreException} where book and journal are not one book; changes neither. */
    static void check(Path book) throws IOException {
        if (!Files.isRegularFile(book) || Files.size(book) == 0 || !isBeside(book)) {
            return;
        }
        try (RandomAccessFile journal = new RandomAccessFile(of(book).toFile(), "r");
                RandomAccessFile file = new RandomAccessFile(book.toFile(), "r")) {
            if (journal.length() < SECTOR_SIZE_AT + 8 || journal.readLong() != MAGIC) {
                return; // SQLite plays back none that does not begin so
            }
            long page = firstPage(journal);
            long sinceThen = page < 0 ? -1 : number(file, CHANGES_AT)
                    - number(journal, page + CHANGES_AT);
            boolean isOne = page >= 0 && (sinceThen == 0 || sinceThen == 1)
                    && number(file, LeftLog.APPLICATION_ID_AT)
                            == number(journal, page + LeftLog.APPLICATION_ID_AT);
            LeftLog.require(isOne, of(book));
        }
    }

    /** Where the first page of the database stands in the journal, or -1. */
    private static long firstPage(RandomAccessFile journal) throws IOException {
        long sector = number(journal, SECTOR_SIZE_AT);
        long size = number(journal, SECTOR_SIZE_AT + 4);
        if (sector < 32 || sector > LARGEST || size < 512 || size > LARGEST) {
            return -1;
        }
        for (long at = sector; at + 4 + size <= journal.length(); at += size + 8) {
            if (number(journal, at) == 1) {
                return at + 4;
            }
        }
        return -1;
    }

    private static int number(RandomAccessFile file, long at) throws IOException {
        file.seek(at);
        return file.readInt();
    }
}
