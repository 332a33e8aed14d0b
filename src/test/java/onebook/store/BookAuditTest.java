package onebook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import onebook.seal.Leaf;
import onebook.seal.MerkleLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Whoever drops the triggers and changes the file by force is found out, the place named. */
class BookAuditTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("book.onebook");
        try (SqliteJournal journal = SampleBook.open(file)) {
            SampleBook.fill(journal);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "forced-changes.txt", delimiter = '|', quoteCharacter = '`')
    void a_change_by_force_is_named(String change, String subject) throws SQLException {
        byForce(change);
        assertThat(audit()).extracting(BookAudit.Damage::subject)
                .contains(subject.replace("CDCD", "cd".repeat(32)));
    }

    @Test
    void an_entry_forged_with_all_its_rows_does_not_fit_the_signed_head() throws SQLException {
        long signed;
        byte[] root;
        try (SqliteJournal journal = SampleBook.open(file)) {
            signed = journal.log().size();
            root = journal.log().root();
            assertThat(BookAudit.of(journal, signed, root)).isEmpty();
        }
        forgeFirstEntry();
        try (SqliteJournal journal = SampleBook.open(file)) {
            assertThat(SampleBook.audit(journal)).isEmpty();
            assertThat(BookAudit.of(journal, signed, root)).containsExactly(new BookAudit.Damage(
                    "log", "the root differs from the signed head of size " + signed));
        }
    }

    /** Changes the amount in the leaf, its hash and the rows alike. */
    private void forgeFirstEntry() throws SQLException {
        byForce("UPDATE posting SET minor = 90100 WHERE period = '2026-01' AND sequence = 1");
        byForce("DELETE FROM edge");
        byForce("UPDATE month_sum SET debit = debit * 901 / 101, credit = credit * 901 / 101"
                + " WHERE period = '2026-01'");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            drop(sql);
            byte[] body = sql.executeQuery("SELECT body FROM leaf WHERE n = 1").getBytes(1);
            String forged = new String(body, StandardCharsets.UTF_8)
                    .replace("101.00", "901.00");
            byte[] bytes = Leaf.parse(forged.getBytes(StandardCharsets.UTF_8)).bytes();
            HexFormat hex = HexFormat.of();
            sql.execute("UPDATE leaf SET body = x'" + hex.formatHex(bytes) + "', hash = x'"
                    + hex.formatHex(MerkleLog.leafHash(bytes)) + "' WHERE n = 1");
        }
    }

    @Test
    void an_old_copy_put_back_is_shorter_than_the_head_signed_since() throws Exception {
        Path old = folder.resolve("old.onebook");
        Files.copy(file, old);
        long signed;
        byte[] root;
        try (SqliteJournal journal = SampleBook.open(file)) {
            SampleBook.post(journal, SampleBook.sale("three", "2026-02-20", 100));
            signed = journal.log().size();
            root = journal.log().root();
        }
        try (SqliteJournal journal = SampleBook.open(old)) {
            assertThat(BookAudit.of(journal, signed, root)).extracting(BookAudit.Damage::text)
                    .containsExactly("the signed head covers 9 leaves, the book has only 8");
        }
    }

    @Test
    void dropped_triggers_are_named_to_a_reader_and_put_back_by_the_next_writer()
            throws SQLException {
        try (SqliteJournal writer = SampleBook.open(file)) {
            byForce("DROP TRIGGER IF EXISTS entry_refuses_update");
            try (SqliteJournal reader = SampleBook.open(file)) {
                assertThat(SampleBook.audit(reader)).hasSize(Schema.triggers().size())
                        .allSatisfy(damage -> assertThat(damage.subject()).isEqualTo("book file"));
            }
        }
        assertThat(audit()).isEmpty();
    }

    @Test
    void a_weakened_or_foreign_trigger_is_named_and_the_weakened_one_put_right()
            throws SQLException {
        try (SqliteJournal writer = SampleBook.open(file)) {
            execute("DROP TRIGGER entry_refuses_update", "CREATE TRIGGER entry_refuses_update"
                    + " BEFORE UPDATE ON entry WHEN 0 BEGIN SELECT 1; END",
                    "CREATE TRIGGER theirs AFTER INSERT ON entry BEGIN SELECT 1; END");
            assertThat(SampleBook.audit(writer)).extracting(BookAudit.Damage::text).containsExactly(
                    "the trigger entry_refuses_update that protects history is gone or changed",
                    "the trigger theirs was added by somebody else");
        }
        assertThat(audit()).extracting(BookAudit.Damage::text)
                .containsExactly("the trigger theirs was added by somebody else");
    }

    @Test
    void a_book_with_an_unreadable_entry_opens_and_says_it_is_damaged() throws SQLException {
        byForce("UPDATE leaf SET body = x'00' WHERE n = 1");
        try (SqliteJournal journal = SampleBook.open(file)) {
            assertThat(journal.isDamaged()).isTrue();
            assertThat(journal.entries()).hasSize(2);
        }
    }

    private List<BookAudit.Damage> audit() {
        try (SqliteJournal journal = SampleBook.open(file)) {
            return SampleBook.audit(journal);
        }
    }

    private void byForce(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            drop(sql);
            sql.execute(change);
        }
    }

    private static void drop(Statement sql) throws SQLException {
        for (String trigger : Schema.triggers().keySet()) {
            sql.execute("DROP TRIGGER IF EXISTS " + trigger);
        }
    }

    private void execute(String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            for (String command : commands) {
                sql.execute(command);
            }
        }
    }
}
