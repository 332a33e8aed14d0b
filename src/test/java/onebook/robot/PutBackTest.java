package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import onebook.store.BookAudit;
import onebook.store.HeadFile;
import onebook.store.SmallDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A book is the one that was worked on here last, or it is said why not. */
class PutBackTest {
    private final SettableClock clock = new SettableClock("2026-02-20T12:00");
    @TempDir
    private Path folder;
    private Firm firm;
    private Path old;

    @BeforeEach
    void work() throws IOException {
        firm = Firm.first(Files.createDirectories(folder.resolve("firm"))).begin(clock);
        sell(1);
        old = folder.resolve("old.onebook");
        Files.copy(firm.book(), old);
        sell(2);
    }

    private void sell(int number) {
        firm.sells(number, "2026-01-05", 1000 * number);
        try (Desk desk = open()) {
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
        }
    }

    private Desk open() {
        return Desk.open(firm.book(), clock);
    }

    private List<String> damages() {
        try (Desk desk = open()) {
            return desk.audit().stream().map(BookAudit.Damage::text).toList();
        }
    }

    @Test
    void an_old_copy_put_back_is_named_and_not_worked_on_unknowingly() throws IOException {
        assertThat(damages()).isEmpty();
        Path newer = folder.resolve("newer.onebook");
        Files.copy(firm.book(), newer);
        Files.copy(old, firm.book(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(damages()).anyMatch(text -> text.endsWith("this is an older copy of it"));
        firm.sells(3, "2026-01-06", 10);
        try (Desk desk = open()) {
            assertThat(desk.entries(EntryFilter.ALL)).hasSize(1);
            assertRefused(() -> desk.run("daily", false, "王芳", RunReport.Progress.SILENT),
                    Refusal.BOOK_IS_DAMAGED);
        }
        Files.copy(newer, firm.book(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(damages()).isEmpty();
        Files.copy(old, firm.book(), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(HeadFile.of(firm.book()));
        try (Desk desk = open()) {
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
            assertThat(desk.audit()).isEmpty();
        }
    }

    @Test
    void a_log_that_went_another_way_is_named() throws IOException {
        Path there = folder.resolve("there.head");
        Files.copy(HeadFile.of(firm.book()), there);
        Files.copy(old, firm.book(), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(HeadFile.of(firm.book()));
        clock.set("2026-02-21T12:00");
        sell(3);
        sell(4);
        Files.copy(there, HeadFile.of(firm.book()), StandardCopyOption.REPLACE_EXISTING);
        assertThat(damages()).anyMatch(text ->
                text.startsWith("the log is not the one whose head"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no head", "a\n1\nb\n\n— a b\n"})
    void a_head_that_nobody_signed_is_named(String note) throws IOException {
        Files.writeString(HeadFile.of(firm.book()), note);
        assertThat(damages()).hasSize(1).allMatch(text -> text.startsWith("the head beside"));
    }

    @Test
    void a_lost_head_is_written_again() throws IOException {
        Files.delete(HeadFile.of(firm.book()));
        assertThat(damages()).isEmpty();
        sell(3);
        assertThat(HeadFile.of(firm.book())).exists();
    }

    @Test
    void who_reads_while_another_writes_finds_no_damage() throws InterruptedException {
        AtomicBoolean isOver = new AtomicBoolean();
        try (Desk writer = open(); Desk reader = open()) {
            Thread writing = new Thread(() -> {
                while (!isOver.get()) {
                    writer.book().journal().transaction(() -> {
                        writer.book().operation("王芳", "note");
                        return writer.book().checkpoint();
                    });
                }
            });
            writing.start();
            for (int i = 0; i < 20; i++) {
                assertThat(reader.audit()).isEmpty();
            }
            isOver.set(true);
            writing.join();
        }
    }

    @Test
    void a_read_only_place_is_told_from_a_book_in_use() throws IOException {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("small"), 4000)) {
            Firm there = Firm.first(folder.resolve("small")).begin(clock);
            disk.readOnly();
            try (Desk desk = Desk.open(there.book(), clock)) {
                assertThat(desk.isReadOnly()).isTrue();
                assertRefused(() -> desk.run("daily", false, "王芳", RunReport.Progress.SILENT),
                        Refusal.BOOK_MAY_NOT_BE_WRITTEN);
                assertThat(desk.audit()).isEmpty();
            }
            Path backup = folder.resolve("b.obb");
            try (Desk desk = Desk.open(there.book(), clock)) {
                assertRefused(() -> Backup.make(desk, new Backup.Order(
                        folder.resolve("small/b.obb"), Optional.empty(), false, false),
                        "王芳", RunReport.Progress.SILENT), Refusal.BOOK_CANNOT_BE_WRITTEN);
                Backup.make(desk, new Backup.Order(backup, Optional.empty(), false,
                        false), "王芳", RunReport.Progress.SILENT);
            }
            assertThat(backup).exists();
        }
    }

    @Test
    void a_backup_or_a_restored_book_that_finds_no_room_leaves_nothing() throws IOException {
        Path backup = folder.resolve("b.obb");
        try (SmallDisk disk = SmallDisk.at(folder.resolve("small"), 16); Desk desk = open()) {
            assertRefused(() -> make(desk, folder.resolve("small/b.obb")),
                    Refusal.BOOK_CANNOT_BE_WRITTEN);
            assertThat(folder.resolve("small")).isEmptyDirectory();
            make(desk, backup);
            assertRefused(() -> Restoring.restore(new Restoring.Order(backup,
                    folder.resolve("small"), Optional.empty(), Passphrases.NONE), clock,
                    RunReport.Progress.SILENT), Refusal.BOOK_CANNOT_BE_WRITTEN);
            assertThat(folder.resolve("small")).isEmptyDirectory();
            disk.resize(4000);
            make(desk, folder.resolve("small/b.obb"));
        }
    }

    private static void make(Desk desk, Path to) {
        Backup.make(desk, new Backup.Order(to, Optional.empty(), false, false), "王芳",
                RunReport.Progress.SILENT);
    }

    private static void assertRefused(Runnable command, Refusal refusal) {
        assertThatThrownBy(command::run).isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).refusal()).isEqualTo(refusal);
    }
}
