package onebook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process killed in a large first import leaves goes back into its own book only. */
class LeftJournalTest {
    @TempDir
    private Path folder;

    /** A book as it lies there when its writer was killed: half of a transaction is in the file. */
    private Path killed(String name) throws IOException, SQLException {
        Path work = folder.resolve(name + "-work.onebook");
        Path killed = folder.resolve(name + ".onebook");
        SampleBook.open(work).close();
        try (Connection writer = BookDatabase.alone(work);
                Statement sql = writer.createStatement()) {
            sql.execute("PRAGMA cache_size = 5");
            sql.execute("BEGIN");
            for (int i = 0; i < 100; i++) {
                sql.execute("INSERT INTO leaf VALUES (" + (1000 + i)
                        + ", 'doc', zeroblob(3000), zeroblob(32))");
            }
            Files.copy(work, killed);
            Files.copy(LeftJournal.of(work), LeftJournal.of(killed));
            sql.execute("ROLLBACK");
        }
        assertThat(Files.size(killed)).isGreaterThan(Files.size(work));
        return killed;
    }

    @Test
    void it_is_played_back_into_its_own_book() throws IOException, SQLException {
        Path book = killed("own");
        try (SqliteJournal journal = SampleBook.open(book)) {
            assertThat(SampleBook.audit(journal)).isEmpty();
            assertThat(journal.entries()).isEmpty();
            SampleBook.post(journal, SampleBook.sale("after", "2026-01-01", 100));
        }
        assertThat(LeftJournal.of(book)).doesNotExist();
    }

    @Test
    void that_of_another_book_stays_outside_and_both_stay_as_they_are()
            throws IOException, SQLException {
        Path other = killed("other");
        Path book = folder.resolve("book.onebook");
        try (SqliteJournal journal = SampleBook.open(book)) {
            SampleBook.fill(journal);
        }
        Files.move(LeftJournal.of(other), LeftJournal.of(book));
        assertStaysOutside(book);
    }

    @Test
    void that_of_an_earlier_state_of_the_book_stays_outside() throws IOException, SQLException {
        Path book = killed("earlier");
        byte[] left = Files.readAllBytes(LeftJournal.of(book));
        SampleBook.open(book).close(); // puts it back
        for (int i = 0; i < 3; i++) {
            try (SqliteJournal journal = SampleBook.open(book)) {
                int number = i;
                journal.largeTransaction(() -> SampleBook.append(journal,
                        SampleBook.sale("later " + number, "2026-01-01", 100)));
            }
        }
        Files.write(LeftJournal.of(book), left);
        assertStaysOutside(book);
    }

    private static void assertStaysOutside(Path book) throws IOException {
        byte[] before = Files.readAllBytes(book);
        byte[] left = Files.readAllBytes(LeftJournal.of(book));
        assertThatThrownBy(() -> SampleBook.open(book)).isInstanceOfSatisfying(
                StoreException.class, why -> assertThat(why.refusal())
                        .isEqualTo(Optional.of(Refusal.BOOK_IS_DAMAGED)));
        assertThat(book).hasBinaryContent(before);
        assertThat(LeftJournal.of(book)).hasBinaryContent(left);
    }

    @Test
    void somebody_who_only_reads_is_refused_rather_than_shown_half_an_import()
            throws IOException, SQLException {
        Path book = killed("read");
        book.toFile().setReadOnly();
        assertThatThrownBy(() -> {
            try (Connection reader = BookDatabase.reader(book);
                    Statement sql = reader.createStatement()) {
                sql.executeQuery("SELECT count(*) FROM leaf").getInt(1);
            }
        }).isInstanceOf(SQLException.class);
    }

    @Test
    void a_large_transaction_beside_a_reader_is_one_as_any_other() throws SQLException {
        Path book = folder.resolve("book.onebook");
        try (SqliteJournal journal = SampleBook.open(book);
                Connection reader = BookDatabase.reader(book);
                Statement sql = reader.createStatement()) {
            sql.execute("BEGIN");
            sql.executeQuery("SELECT count(*) FROM leaf").close();
            journal.largeTransaction(() -> SampleBook.append(journal,
                    SampleBook.sale("one", "2026-01-01", 100)));
            assertThat(journal.entries()).hasSize(1);
            sql.execute("ROLLBACK");
            assertThat(sql.executeQuery("SELECT count(*) FROM entry").getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void afterwards_the_book_keeps_its_log_again() throws SQLException {
        Path book = folder.resolve("book.onebook");
        try (SqliteJournal journal = SampleBook.open(book)) {
            journal.largeTransaction(() -> {
                assertThat(LeftLog.of(book)).doesNotExist();
                return SampleBook.append(journal, SampleBook.sale("one", "2026-01-01", 100));
            });
            SampleBook.post(journal, SampleBook.sale("two", "2026-01-01", 100));
            assertThat(LeftLog.of(book)).exists();
        }
    }
}
