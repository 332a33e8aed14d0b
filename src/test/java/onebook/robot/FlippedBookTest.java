package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import onebook.ledger.EntryNumber;
import onebook.ledger.Period;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that errs by one bit: the book is refused or its audit says so, or nothing in it is
 * another than before. {@code -Donebook.flips=6000} tries as many bits,
 * {@code -Donebook.flips.book=FILE} those of another book.
 */
class FlippedBookTest {
    private static final int FLIPS = Integer.getInteger("onebook.flips", 200);
    private static final SettableClock CLOCK = new SettableClock("2026-02-20T12:00");
    @TempDir
    private static Path made;
    private static Path book;
    @TempDir
    private Path folder;

    @BeforeAll
    static void make() {
        book = Path.of(System.getProperty("onebook.flips.book", ""));
        if (!Files.isRegularFile(book)) {
            Firm firm = Firm.first(made).begin(CLOCK);
            firm.sells(1, "2026-01-05", 1000);
            firm.sells(2, "2026-01-06", 2000);
            firm.getsForeign(3, "2026-01-08", 99);
            try (Desk desk = Desk.open(firm.book(), CLOCK)) {
                desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
                desk.correct(EntryNumber.parse("2026-01-0001"), LocalDate.parse("2026-01-07"),
                        "重复", "王芳");
                desk.reject(desk.waiting().get(0).id(), "不是我们的", "王芳");
                desk.close(Period.parse("2026-01"), "王芳");
            }
            book = firm.book();
        }
    }

    @Test
    void a_bit_of_the_file_that_flips_is_named_or_changes_nothing() throws Exception {
        BookFlips flips = new BookFlips(book, folder, CLOCK);
        assertThat(flips.verdict()).isEqualTo("verified");
        Random random = new Random(6_000);
        Map<String, Integer> table = new TreeMap<>();
        List<String> unnoticed = new ArrayList<>();
        for (int i = 0; i < FLIPS; i++) {
            int bit = random.nextInt(flips.bits());
            flips.flip(bit);
            List<String> changed = flips.changed();
            String said;
            try {
                said = flips.verdict();
            } catch (RuntimeException crashed) {
                said = "crashed " + crashed;
            }
            boolean isFine = !said.equals("verified") || changed.isEmpty();
            if (said.startsWith("crashed") || !isFine) {
                unnoticed.add("bit " + bit + ": " + said + ", changed " + changed);
            }
            table.merge(said.split(" ")[0] + (changed.isEmpty() ? ", rows identical"
                    : ", rows changed"), 1, Integer::sum);
        }
        System.out.println(FLIPS + " flips of " + flips.bits() / 8 + " bytes: " + table);
        assertThat(unnoticed).isEmpty();
    }
}
