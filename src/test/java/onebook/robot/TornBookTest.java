package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.schedule.SettableClock;
import onebook.store.HeadFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of a book that are cut, old or another's: refused or named, or all is there. Every eighth
 * place is tried; {@code -Donebook.flips=6000} tries every 512 bytes.
 */
class TornBookTest {
    private static final int STEP = System.getProperty("onebook.flips") == null ? 8 * 512 : 512;
    private static final SettableClock CLOCK = new SettableClock("2026-02-20T12:00");
    @TempDir
    private static Path made;
    private static Path book;
    /** As a killed program leaves them: the file, and the log whose pages are not in it yet. */
    private static byte[] file;
    private static byte[] log;
    private static byte[] head;
    /** The same of an earlier time. */
    private static byte[] earlier;
    private static byte[] earlierLog;
    @TempDir
    private Path folder;

    @BeforeAll
    static void make() throws IOException {
        Firm firm = Firm.first(made).begin(CLOCK);
        book = firm.book();
        firm.sells(1, "2026-01-05", 1000);
        try (Desk desk = Desk.open(book, CLOCK)) {
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
            earlier = Files.readAllBytes(book);
            earlierLog = Files.readAllBytes(beside("-wal"));
            firm.sells(2, "2026-01-06", 2000);
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
            file = Files.readAllBytes(book);
            log = Files.readAllBytes(beside("-wal"));
            head = Files.readAllBytes(HeadFile.of(book));
        }
        assertThat(log.length).isGreaterThan(earlierLog.length);
    }

    private static Path beside(String ending) {
        return book.resolveSibling(book.getFileName() + ending);
    }

    private String verdict(BookFlips torn, byte[] fileNow, byte[] logNow, byte[] headNow)
            throws IOException {
        torn.put(fileNow);
        Path there = torn.book();
        if (logNow.length > 0) {
            Files.write(there.resolveSibling(there.getFileName() + "-wal"), logNow);
        }
        Files.write(HeadFile.of(there), headNow);
        return torn.verdict();
    }

    private BookFlips torn() throws Exception {
        return new BookFlips(book, folder, CLOCK);
    }

    @Test
    void a_book_cut_anywhere_is_refused_or_named() throws Exception {
        BookFlips torn = torn();
        byte[] whole = torn.good();
        Map<String, Integer> said = new TreeMap<>();
        for (int length = 0; length < whole.length; length += STEP) {
            String verdict = verdict(torn, Arrays.copyOf(whole, length), new byte[0], head);
            assertThat(verdict).as("%d of %d bytes", length, whole.length).isNotEqualTo("verified");
            said.merge(verdict, 1, Integer::sum);
        }
        System.out.println("a book cut: " + said);
        assertThat(verdict(torn, whole, new byte[0], head)).isEqualTo("verified");
    }

    @Test
    void a_log_cut_anywhere_loses_nothing_unnoticed() throws Exception {
        BookFlips torn = torn();
        Map<String, Integer> said = new TreeMap<>();
        assertThat(verdict(torn, file, log, head)).isEqualTo("verified");
        for (int length = 0; length < log.length; length += STEP) {
            String verdict = verdict(torn, file, Arrays.copyOf(log, length), head);
            said.merge(verdict, 1, Integer::sum);
            if (verdict.equals("verified")) {
                assertThat(torn.entries()).as("%d bytes of the log", length).isEqualTo(2);
            }
        }
        System.out.println("a log cut: " + said);
        assertThat(said).containsKey("re-hash");
    }

    @Test
    void a_head_cut_anywhere_is_named() throws Exception {
        BookFlips torn = torn();
        for (int length = 1; length < head.length; length += 16) {
            assertThat(verdict(torn, torn.good(), new byte[0], Arrays.copyOf(head, length)))
                    .isNotEqualTo("verified");
        }
    }

    @Test
    void an_older_copy_under_a_newer_head_is_named() throws Exception {
        BookFlips torn = torn();
        assertThat(verdict(torn, earlier, earlierLog, head)).isEqualTo("re-hash");
    }

    @Test
    void the_log_of_another_book_is_refused_and_a_missing_index_of_the_log_made_again()
            throws Exception {
        Path second = Files.createDirectories(folder.resolve("second"));
        Firm other = Firm.second(second).begin(CLOCK);
        byte[] theirs;
        try (Desk desk = Desk.open(other.book(), CLOCK)) {
            other.sells(7, "2026-01-05", 1000);
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
            theirs = Files.readAllBytes(second.resolve("book.onebook-wal"));
        }
        BookFlips torn = torn();
        for (byte[] db : List.of(file, earlier, torn.good())) {
            String verdict = verdict(torn, db, theirs, head);
            assertThat(verdict.equals("verified") && torn.entries() != 2).isFalse();
        }
        assertThat(verdict(torn, file, log, head)).isEqualTo("verified"); // there never was a -shm
    }
}
