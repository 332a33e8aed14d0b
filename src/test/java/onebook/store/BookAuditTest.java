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
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource(delimiter = '|', value = {
        "UPDATE posting SET minor = minor * 10 WHERE period = '2026-01' AND sequence = 1 | entry 2026-01-0001",
        "UPDATE posting SET minor = 1 WHERE period = '2026-01' AND sequence = 1 AND line = 0"
            + " | entry 2026-01-0001",
        "UPDATE posting SET party = '别人' WHERE period = '2026-02' AND sequence = 1 | entry 2026-02-0001",
        "UPDATE posting SET account = '1002' WHERE period = '2026-01' AND sequence = 1 | entry 2026-01-0001",
        "UPDATE posting SET side = 'CREDIT' WHERE period = '2026-01' AND sequence = 1 | entry 2026-01-0001",
        "DELETE FROM posting WHERE period = '2026-02' AND sequence = 2 AND line = 1 | entry 2026-02-0002",
        "INSERT INTO posting VALUES ('1002','2026-01',1,9,'DEBIT',1,'CNY','')"
            + " | entry 2026-01-0001",
        "INSERT INTO posting VALUES ('1002','2026-05',1,9,'DEBIT',1,'CNY','')"
            + " | entry 2026-05-0001",
        "UPDATE entry SET date = '2026-01-11' WHERE number = '2026-01-0001' | entry 2026-01-0001",
        "UPDATE entry SET summary = 'x' WHERE number = '2026-01-0001' | entry 2026-01-0001",
        "UPDATE entry SET kind = 'CLOSING' WHERE number = '2026-01-0001' | entry 2026-01-0001",
        "UPDATE entry SET corrects = NULL WHERE number = '2026-02-0002' | entry 2026-02-0002",
        "UPDATE entry SET leaf = 50 WHERE number = '2026-02-0002' | entry 2026-02-0002",
        "DELETE FROM entry WHERE number = '2026-01-0001' | entry 2026-01-0001",
        "UPDATE leaf SET body = CAST(replace(body,'101.00','901.00') AS BLOB) | entry 2026-01-0001",
        "UPDATE leaf SET body = x'7b7d' WHERE n = 1 | entry 2026-01-0001",
        "UPDATE leaf SET body = x'' WHERE n = 1 | entry 2026-01-0001",
        "UPDATE leaf SET hash = zeroblob(32) WHERE n = 1 | entry 2026-01-0001",
        "UPDATE leaf SET kind = 'op' WHERE n = 1 | entry 2026-01-0001",
        "DELETE FROM leaf WHERE n = 1 | entry 2026-01-0001",
        "UPDATE leaf SET body = x'7b7d' WHERE n = 0 | leaf 0",
        "DELETE FROM closed | closed [2026-01]",
        "UPDATE closed SET period = '2026-02' | closed [2026-01]",
        "INSERT INTO closed VALUES ('2026-02',99) | closed [2026-02]",
        "DELETE FROM document | document [CDCD, a.xml]",
        "UPDATE document SET name = 'b.xml' | document [CDCD, a.xml]",
        "UPDATE bank_line SET account = '1012' | bank_line [bank:1:x, 1002]",
        "DELETE FROM booked WHERE key = 'invoice:one' | entry 2026-01-0001",
        "UPDATE booked SET entry = '2026-02-0002' WHERE key = 'invoice:one' | entry 2026-02-0002",
        "UPDATE month_sum SET debit = debit + 1 | sums of months",
        "DELETE FROM month_sum WHERE party = '' | sums of months",
        "INSERT INTO edge VALUES (3, zeroblob(64)) | log",
        "INSERT INTO edge VALUES (300, zeroblob(128)) | log",
        "DELETE FROM rejected | leaf 6",
        "UPDATE rejected SET reason = '' | leaf 6"})
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
