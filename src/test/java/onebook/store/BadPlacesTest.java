package onebook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Full, read-only and mixed-up places: each is named, and nothing acknowledged is lost. */
class BadPlacesTest {
    private static final String PASSPHRASE = "a passphrase of this book";
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("book.onebook");
    }

    private static SqliteJournal open(Path file, String passphrase) {
        return passphrase.isEmpty() ? SampleBook.open(file) : SampleBook.open(file, passphrase);
    }

    /** Posts until it is refused; gives how many entries there are then. */
    private static int fill(SqliteJournal journal, Refusal refusal) {
        for (int i = journal.entries().size(); i < 20_000; i++) {
            try {
                SampleBook.post(journal, SampleBook.sale("n" + i, "2026-01-01", 100 + i));
            } catch (StoreException full) {
                assertThat(full.refusal()).as(full.getMessage()).contains(refusal);
                assertThat(journal.entries()).hasSize(i);
                return i;
            }
        }
        throw new AssertionError("it never was full");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", PASSPHRASE})
    void a_full_disk_refuses_and_goes_on_when_there_is_room(String passphrase) throws IOException {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("small"), 1500)) {
            file = folder.resolve("small/book.onebook");
            int there;
            try (SqliteJournal journal = open(file, passphrase)) {
                there = fill(journal, Refusal.BOOK_CANNOT_BE_WRITTEN);
                assertThat(there).isGreaterThan(20);
                assertThat(fill(journal, Refusal.BOOK_CANNOT_BE_WRITTEN)).isEqualTo(there);
                disk.resize(40_000);
                SampleBook.post(journal, SampleBook.sale("n" + there, "2026-01-01", 1));
            }
            try (SqliteJournal journal = open(file, passphrase)) {
                assertThat(journal.entries()).hasSize(there + 1);
                assertThat(SampleBook.audit(journal)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", PASSPHRASE})
    void a_read_only_place_is_read_and_said_to_be_one(String passphrase) throws IOException {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("small"), 4000)) {
            file = folder.resolve("small/book.onebook");
            try (SqliteJournal journal = open(file, passphrase)) {
                SampleBook.fill(journal);
            }
            disk.readOnly();
            try (SqliteJournal journal = open(file, passphrase)) {
                assertThat(journal.isReadOnly()).isTrue();
                assertThat(WriterLock.isPermitted(file)).isFalse();
                assertThat(journal.entries()).hasSize(3);
                assertThat(SampleBook.audit(journal)).isEmpty();
            }
            assertRefused(() -> Encryption.encrypt(file, List.of(), PASSPHRASE.toCharArray()),
                    Refusal.BOOK_MAY_NOT_BE_WRITTEN);
        }
    }

    @Test
    void a_killed_writers_book_in_a_read_only_place_is_read_or_said_to_be_one()
            throws IOException {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("small"), 4000)) {
            leaveWithLog("b", folder.resolve("small/book.onebook"));
            disk.readOnly();
            try (SqliteJournal journal = SampleBook.open(folder.resolve("small/book.onebook"))) {
                assertThat(journal.entries()).hasSize(9);
            } catch (StoreException refused) {
                assertThat(refused.refusal()).contains(Refusal.BOOK_MAY_NOT_BE_WRITTEN);
            }
        }
    }

    /** A book whose process was killed: its nine entries are in the log beside it. */
    private void leaveWithLog(String name, Path to) throws IOException {
        Path book = folder.resolve(name + ".onebook");
        SampleBook.open(book).close();
        try (SqliteJournal journal = SampleBook.open(book)) {
            for (int i = 0; i < 9; i++) {
                SampleBook.post(journal, SampleBook.sale(name + i, "2026-01-01", 100));
            }
            Files.copy(book, to);
            Files.copy(LeftLog.of(book), LeftLog.of(to));
        }
    }

    @Test
    void a_lost_index_of_the_log_loses_nothing() throws IOException {
        leaveWithLog("a", file);
        assertThat(folder.resolve("book.onebook-shm")).doesNotExist();
        try (SqliteJournal journal = SampleBook.open(file)) {
            assertThat(journal.entries()).hasSize(9);
            assertThat(SampleBook.audit(journal)).isEmpty();
        }
    }

    @Test
    void the_log_of_another_book_stays_outside_and_both_stay_as_they_are() throws IOException {
        Path other = folder.resolve("other/book.onebook");
        Files.createDirectories(other.getParent());
        leaveWithLog("a", file);
        leaveWithLog("b", other);
        Path own = folder.resolve("own-wal");
        Files.move(LeftLog.of(file), own);
        Files.copy(LeftLog.of(other), LeftLog.of(file));
        byte[] before = Files.readAllBytes(file);
        byte[] log = Files.readAllBytes(LeftLog.of(file));
        assertRefused(() -> SampleBook.open(file), Refusal.BOOK_IS_DAMAGED);
        assertThat(file).hasBinaryContent(before);
        assertThat(LeftLog.of(file)).hasBinaryContent(log);
        Files.delete(LeftLog.of(file));
        Files.deleteIfExists(folder.resolve("book.onebook-shm"));
        Files.move(own, LeftLog.of(file));
        try (SqliteJournal journal = SampleBook.open(file)) {
            assertThat(journal.entries()).hasSize(9);
            assertThat(SampleBook.audit(journal)).isEmpty();
        }
    }

    @Test
    void a_newer_log_beside_an_older_copy_of_the_same_book_stays_outside() throws IOException {
        Path old = folder.resolve("old.onebook");
        SampleBook.open(file).close();
        Files.copy(file, old);
        try (SqliteJournal journal = SampleBook.open(file)) {
            for (int i = 0; i < 300; i++) {
                SampleBook.post(journal, SampleBook.sale("n" + i, "2026-01-01", 100));
            }
        }
        try (SqliteJournal journal = SampleBook.open(file)) {
            for (int i = 300; i < 310; i++) {
                SampleBook.post(journal, SampleBook.sale("n" + i, "2026-01-01", 100));
            }
            Files.copy(LeftLog.of(file), LeftLog.of(old));
        }
        byte[] before = Files.readAllBytes(old);
        assertRefused(() -> SampleBook.open(old), Refusal.BOOK_IS_DAMAGED);
        assertThat(old).hasBinaryContent(before);
    }

    @Test
    void a_file_that_another_program_holds_is_named() throws SQLException {
        try (SqliteJournal journal = SampleBook.open(file);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = other.createStatement()) {
            sql.execute("BEGIN IMMEDIATE");
            assertRefused(() -> SampleBook.post(journal,
                    SampleBook.sale("one", "2026-01-01", 100)),
                    Refusal.BOOK_IS_HELD_BY_ANOTHER_PROGRAM);
            sql.execute("ROLLBACK");
            SampleBook.post(journal, SampleBook.sale("one", "2026-01-01", 100));
            assertThat(journal.entries()).hasSize(1);
        }
    }

    @Test
    void what_a_killed_process_was_writing_is_taken_away() throws IOException {
        SampleBook.open(file, PASSPHRASE).close();
        Path evidence = Files.createDirectories(folder.resolve("evidence"));
        Path own = Files.createDirectories(folder.resolve("book.onebook.evidence"));
        for (Path part : List.of(DurableFile.part(file), evidence.resolve(".taking-1.part"),
                own.resolve(".taking-2.part"))) {
            Files.writeString(part, "half");
        }
        Files.writeString(evidence.resolve("cd"), "whole");
        SampleBook.open(file, PASSPHRASE).close();
        assertThat(DurableFile.part(file)).doesNotExist();
        assertThat(own).isEmptyDirectory();
        assertThat(evidence).isDirectoryContaining(left -> left.endsWith("cd"))
                .isDirectoryNotContaining(left -> left.toString().endsWith(".part"));
    }

    private static void assertRefused(Runnable step, Refusal refusal) {
        assertThatThrownBy(step::run).isInstanceOf(StoreException.class)
                .extracting(broken -> ((StoreException) broken).refusal())
                .isEqualTo(Optional.of(refusal));
    }
}
