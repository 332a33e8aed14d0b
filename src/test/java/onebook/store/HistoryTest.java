package onebook.store;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import onebook.ledger.Proposal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with an SQLite tool of his own cannot change what the book remembers. */
class HistoryTest {
    private static final int MANY = 6000;
    private static final List<String> TABLES = List.of("leaf", "edge", "entry", "posting", "booked",
            "rejected", "closed", "document", "bank_line", "checkpoint", "account", "run");
    /** For each unique column beside the primary key: a new row that is equal only there. */
    private static final List<String> REPLACED_THROUGH_ANOTHER_COLUMN = List.of(
            "entry: '2026-09',1,'2026-09-0001','2026-09-01','ORDINARY','x','r','one',NULL,99",
            "entry: '2026-09',1,'2026-09-0001','2026-09-01','CORRECTION','x','r','p',"
                    + "'2026-02-0001',99",
            "rejected: 'other','x',(SELECT leaf FROM rejected)",
            "closed: '2026-09',(SELECT leaf FROM closed)",
            "document: 'other','x','XML',1,'x',(SELECT leaf FROM document)",
            "bank_line: 'other','1002','x','{}',(SELECT leaf FROM bank_line)");

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

    @TestFactory
    Stream<DynamicTest> a_foreign_connection_is_refused() {
        return attacks().stream().map(attack -> DynamicTest.dynamicTest(attack, () -> {
            assertThatThrownBy(() -> foreign(attack)).isInstanceOf(SQLException.class)
                    .hasMessageContaining("history of the book");
            assertIntact();
        }));
    }

    private static List<String> attacks() {
        List<String> attacks = new ArrayList<>();
        for (String table : TABLES) {
            attacks.add("DELETE FROM " + table);
            attacks.add("INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table);
            attacks.add("INSERT OR IGNORE INTO " + table + " SELECT * FROM " + table);
            attacks.add("REPLACE INTO " + table + " SELECT * FROM " + table);
        }
        for (String set : List.of("leaf SET body = x'00'", "entry SET summary = 'x'",
                "posting SET minor = minor + 1", "booked SET key = 'x'",
                "rejected SET reason = 'x'", "closed SET period = '2030-01'",
                "document SET name = 'x'",
                "bank_line SET json = '[]'", "checkpoint SET note = 'x'",
                "account SET json = '[]'", "edge SET hashes = zeroblob(32)",
                "run SET json = '[]'")) {
            attacks.add("UPDATE " + set);
            attacks.add("UPDATE OR REPLACE " + set);
        }
        attacks.add("INSERT INTO closed SELECT * FROM closed WHERE true"
                + " ON CONFLICT(period) DO UPDATE SET leaf = 1");
        for (String row : REPLACED_THROUGH_ANOTHER_COLUMN) {
            attacks.add("INSERT OR REPLACE INTO " + row.replace(": ", " VALUES (") + ")");
        }
        return attacks;
    }

    @Test
    void a_posted_entry_takes_no_further_lines() {
        assertThatThrownBy(() -> foreign("INSERT INTO posting VALUES"
                + " ('1002', '2026-01', 1, 2, 'DEBIT', 100, 'CNY', '')"))
                .hasMessageContaining("posting refuses INSERT");
        assertIntact();
    }

    @Test
    void a_large_transaction_leaves_no_gap_in_the_guard() {
        try (SqliteJournal journal = SqliteJournal.open(file, SampleBook.CLOCK)) {
            journal.transaction(() -> many(journal));
            assertThatThrownBy(() -> journal.transaction(() -> {
                many(journal);
                throw new IllegalStateException("stopped in the middle");
            })).hasMessage("stopped in the middle");
            assertThat(SampleBook.audit(journal)).isEmpty();
            assertThat(journal.entries().stream().filter(entry ->
                    entry.summary().equals("one of many"))).hasSize(MANY);
        }
        for (String table : List.of("leaf", "entry", "posting", "booked")) {
            assertThatThrownBy(() -> foreign("REPLACE INTO " + table + " SELECT * FROM " + table))
                    .hasMessageContaining("history of the book: " + table + " refuses INSERT");
        }
    }

    /** So many that a second thread writes them. */
    private static Void many(SqliteJournal journal) {
        int first = journal.entries().size();
        for (int i = first; i < first + MANY; i++) {
            Proposal one = SampleBook.sale("many:" + i, "2026-03-05", 100 + i);
            SampleBook.append(journal, new Proposal(one.id(), one.date(), one.kind(),
                    "one of many", one.postings(), one.evidence(), one.rule(), one.why(),
                    List.of("key:" + i), one.corrects(), one.attachments()));
        }
        return null;
    }

    @Test
    void a_connection_that_switches_recursive_triggers_and_foreign_keys_off_is_refused_too() {
        assertThatThrownBy(() -> foreign("PRAGMA recursive_triggers = 0", "PRAGMA foreign_keys = 0",
                "PRAGMA ignore_check_constraints = 1", "REPLACE INTO entry SELECT * FROM entry"))
                .hasMessageContaining("history of the book");
        assertIntact();
    }

    @Test
    void the_shell_of_sqlite_is_refused() throws Exception {
        assumeTrue(hasShell(), "sqlite3 is not installed");
        for (String attack : attacks()) {
            Process shell = new ProcessBuilder("sqlite3", "-bail", file.toString(), attack)
                    .redirectErrorStream(true).start();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as(attack).isNotZero();
            assertThat(said).as(attack).contains("history of the book");
        }
        assertIntact();
    }

    private static boolean hasShell() throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("sqlite3", "-version").redirectOutput(DISCARD).start()
                    .waitFor(9, TimeUnit.SECONDS);
        } catch (IOException missing) {
            return false;
        }
    }

    @Test
    void readings_and_settings_are_no_history_and_may_change() {
        try (SqliteJournal journal = SampleBook.open(file)) {
            journal.transaction(() -> {
                journal.reading("d", "{}");
                journal.reading("d", "{\"again\":1}");
                journal.set("a", "1");
                journal.set("a", "2");
                return null;
            });
            assertThat(journal.sources().reading("d")).contains("{\"again\":1}");
            assertThat(journal.setting("a")).contains("2");
        }
    }

    private void assertIntact() {
        try (SqliteJournal journal = SampleBook.open(file)) {
            assertThat(SampleBook.audit(journal)).isEmpty();
            assertThat(journal.entries()).hasSize(3);
        }
    }

    private void foreign(String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            for (String command : commands) {
                sql.execute(command);
            }
        }
    }
}
