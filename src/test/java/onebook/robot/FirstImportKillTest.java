package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first large import of a book goes into the file without a log before it: killed at any point
 * it leaves all of it or nothing, and a book that can be worked on. {@code -Donebook.kills=300}
 * kills more often.
 */
class FirstImportKillTest {
    private static final int KILLS = Math.max(4, Integer.getInteger("onebook.kills", 24) / 6);
    private static final int VOUCHERS = 25_000;
    @TempDir
    private Path folder;
    private Path vouchers;
    private Path master;
    private ChildJvm children;
    private long whole;
    private int leftHalf;

    @BeforeEach
    void rehearse() throws Exception {
        master = Files.createDirectories(folder.resolve("master")).resolve("book.onebook");
        Desk.create(master, Desk.profile("杭州初建贸易有限公司", "91330106MA2K00001X", "small-scale",
                "2026-01"), ClerkLoop.CLOCK, Optional.empty()).close();
        KillTest.quickKey(master);
        vouchers = Files.writeString(folder.resolve("long.csv"),
                "entry,date,account,description,debit,credit\n" + IntStream.range(0, VOUCHERS)
                        .mapToObj(i -> i + ",2026-01-05,1001,收到投资款,1000.00,\n"
                                + i + ",2026-01-05,3001,收到投资款,,1000.00\n")
                        .collect(Collectors.joining()));
        children = new ChildJvm(Files.createDirectories(folder.resolve("classes")));
        children.rehearse(ClerkLoop.class, "fill", copy("rehearsal").toString(), "1",
                vouchers.toString());
        long started = System.nanoTime();
        assertThat(fill(copy("timed")).waitFor()).isZero();
        whole = (System.nanoTime() - started) / 1_000_000;
    }

    private Path copy(String name) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name)).resolve("book.onebook");
        for (String ending : List.of("", ".key.p12", ".policy.txt")) {
            Files.copy(master.resolveSibling("book.onebook" + ending),
                    to.resolveSibling("book.onebook" + ending));
        }
        return to;
    }

    private Process fill(Path book) throws IOException {
        return children.start(ClerkLoop.class, book.resolveSibling("said").toFile(), "fill",
                book.toString(), "1", vouchers.toString());
    }

    @Test
    void all_of_it_is_there_or_nothing() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < KILLS; i++) {
            killedAfter(whole / 4 + random.nextLong(whole), copy("killed" + i));
        }
        assertThat(leftHalf).as("kills that left a half-written file").isPositive();
    }

    private void killedAfter(long milliseconds, Path book) throws Exception {
        Process child = fill(book);
        Thread.sleep(milliseconds);
        child.destroyForcibly().waitFor();
        leftHalf += Files.exists(book.resolveSibling("book.onebook-journal")) ? 1 : 0;
        try (Desk desk = Desk.open(book, ClerkLoop.CLOCK)) {
            int entries = desk.entries(EntryFilter.ALL).size();
            assertThat(entries).isIn(0, VOUCHERS);
            assertThat(desk.audit()).isEmpty();
            assertThat(desk.documents()).hasSize(entries / VOUCHERS);
            VoucherImport.Report again = VoucherImport.run(desk,
                    VoucherImport.Order.of(vouchers), "王芳", RunReport.Progress.SILENT);
            assertThat(again.posted()).hasSize(VOUCHERS - entries);
            assertThat(desk.audit()).isEmpty();
        }
    }
}
