package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.ledger.Refusal;
import onebook.report.Span;
import onebook.schedule.SettableClock;
import onebook.store.BookAudit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody changed behind the program's back is named, and a broken book is not worked on. */
class DamageTest {
    private static final SettableClock CLOCK = new SettableClock("2026-02-20T12:00");
    @TempDir
    private static Path made;
    @TempDir
    private Path folder;
    private Firm firm;

    @BeforeAll
    static void make() {
        Firm first = Firm.first(made).begin(CLOCK);
        first.sells(1, "2026-01-05", 1000);
        first.getsForeign(2, "2026-01-08", 99);
        try (Desk desk = Desk.open(first.book(), CLOCK)) {
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
            assertThat(desk.audit()).isEmpty();
        }
    }

    @BeforeEach
    void copy() throws IOException {
        firm = Firm.first(folder);
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(made.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }


    private Desk open() {
        return Desk.open(firm.book(), CLOCK);
    }

    private List<BookAudit.Damage> audit() {
        try (Desk desk = open()) {
            return desk.audit();
        }
    }

    private void byForce(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + firm.book());
                Statement sql = connection.createStatement()) {
            List<String> triggers = new ArrayList<>();
            String all = "SELECT name FROM sqlite_master WHERE type = 'trigger'";
            try (var rows = sql.executeQuery(all)) {
                while (rows.next()) {
                    triggers.add(rows.getString(1));
                }
            }
            for (String trigger : triggers) {
                sql.execute("DROP TRIGGER " + trigger);
            }
            sql.execute(change);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "UPDATE posting SET minor = minor + 100 | entry 2026-01-0001",
        "UPDATE account SET json = replace(json, 'income', 'asset') WHERE code = '5001'"
            + " | chart of accounts",
        "UPDATE account SET json = '[]' WHERE code = '6001' | ",
        "DELETE FROM account WHERE code = '5603.01' | chart of accounts",
        "INSERT INTO account SELECT '5099', 9, replace(json, '5001', '5099') FROM account"
            + " WHERE code = '5001' | chart of accounts",
        "UPDATE reading SET json = replace(json, '26342000000000000001', '26342000000000000007')"
            + " | document sale-1.xml",
        "UPDATE reading SET json = replace(json, 'vat-ordinary', 'vat-special')"
            + " | document sale-1.xml",
        "DELETE FROM reading | document sale-1.xml",
        "UPDATE setting SET value = replace(value, '照明装置', '餐饮服务') WHERE name = 'profile'"
            + " | company profile",
        "UPDATE setting SET value = value || '# ' WHERE name = 'profile' | company profile",
        "UPDATE document SET file = 'nowhere' | document sale-1.xml"})
    void a_row_changed_by_force_is_named(String change, String subject) throws SQLException {
        byForce(change);
        if (subject != null) {
            assertThat(audit()).extracting(BookAudit.Damage::subject).contains(subject);
        }
    }

    @Test
    void a_changed_profile_is_named_beside_other_damage_and_before_the_first_head()
            throws SQLException {
        String profile = "UPDATE setting SET value = value || '# ' WHERE name = 'profile'";
        byForce("UPDATE posting SET minor = minor + 100");
        byForce(profile);
        assertThat(audit()).extracting(BookAudit.Damage::subject)
                .contains("entry 2026-01-0001", "company profile");
        firm = Firm.second(folder.resolve("second")).begin(CLOCK);
        assertThat(audit()).isEmpty();
        byForce(profile);
        assertThat(audit()).extracting(BookAudit.Damage::subject).contains("company profile");
    }

    @Test
    void a_changed_or_missing_evidence_file_is_named() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("evidence"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                if (text.contains("26342000000000000001")) {
                    Files.setPosixFilePermissions(file,
                            java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
                    Files.writeString(file, text.replace("1000.00", "9000.00"));
                } else if (text.contains("26342000000000000002")) {
                    Files.delete(file);
                }
            }
        }
        assertThat(audit()).extracting(BookAudit.Damage::subject)
                .containsExactlyInAnyOrder("document sale-1.xml", "document foreign-2.xml");
    }

    @ParameterizedTest
    @EnumSource(BookExport.Form.class)
    void a_book_with_a_broken_leaf_still_leaves_with_all_else_and_says_what_lacks(
            BookExport.Form form) throws SQLException {
        byForce("UPDATE leaf SET body = x'00' WHERE kind = 'entry'");
        Path out = folder.resolve("out");
        try (Desk desk = open()) {
            assertThat(BookExport.write(desk, out, form, StandardCharsets.UTF_8).missing())
                    .isNotEmpty();
        }
        assertThat(out.resolve("missing.txt")).isNotEmptyFile();
        assertThat(out.resolve("log.jsonl")).isNotEmptyFile();
        assertThat(out.resolve("accounts.csv")).content().contains("1122,应收账款");
        assertThat(out.resolve("evidence")).isNotEmptyDirectory();
    }

    @Test
    void a_leaf_that_cannot_be_read_is_named_and_the_book_takes_nothing_more() throws SQLException {
        byForce("UPDATE leaf SET body = x'00' WHERE kind = 'entry'");
        try (Desk desk = open()) {
            assertThat(desk.audit()).extracting(BookAudit.Damage::subject)
                    .contains("entry 2026-01-0001");
            assertRefused(() -> desk.run("daily", false, "王芳", RunReport.Progress.SILENT),
                    Refusal.BOOK_IS_DAMAGED);
        }
    }

    @Test
    void an_old_copy_of_the_log_under_a_newer_head_is_named() throws SQLException {
        byForce("DELETE FROM leaf WHERE n = (SELECT max(n) FROM leaf)");
        assertThat(audit()).extracting(BookAudit.Damage::text).anyMatch(text ->
                text.startsWith("the signed head covers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM setting",
        "UPDATE setting SET value = '{' WHERE name = 'profile'",
        "UPDATE setting SET value = 'name: x' WHERE name = 'profile'", "DROP TABLE posting",
        "DROP TABLE leaf", "UPDATE account SET code = 'x' WHERE code = '1001'"})
    void a_book_that_cannot_be_opened_is_damaged_and_not_held(String change) throws SQLException {
        byForce(change);
        if (!change.contains("posting")) {
            assertRefused(this::open, Refusal.BOOK_IS_DAMAGED);
            assertRefused(this::open, Refusal.BOOK_IS_DAMAGED);
        } else {
            assertThat(audit()).extracting(BookAudit.Damage::subject)
                    .contains("entry 2026-01-0001");
        }
    }

    @Test
    void an_empty_file_is_no_book_and_stays_empty() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.onebook"));
        assertRefused(() -> Desk.open(empty, CLOCK), Refusal.BOOK_IS_DAMAGED);
        assertThat(empty).isEmptyFile();
        assertRefused(() -> Desk.open(folder.resolve("none.onebook"), CLOCK),
                Refusal.BOOK_NOT_FOUND);
        assertThat(folder.resolve("none.onebook")).doesNotExist();
    }

    @Test
    void a_policy_file_without_a_key_is_named() throws IOException {
        Files.writeString(folder.resolve("book.onebook.policy.txt"), "nothing\n");
        assertRefused(this::audit, Refusal.KEY_CANNOT_BE_OPENED);
        Files.writeString(folder.resolve("book.onebook.policy.txt"), "log x+y+z\n");
        assertRefused(this::audit, Refusal.KEY_CANNOT_BE_OPENED);
    }

    @Test
    void a_mistake_in_an_edited_rule_file_is_named_and_the_book_not_held() throws IOException {
        Path edited = Files.createDirectories(folder.resolve("edited/rules"));
        Files.writeString(edited.resolve("small-scale.yaml"), "version: 1\ninvoices: []\nbank:\n"
                + "  - {id: a, when: nothing > 0, summary: a, why: a, post: []}\n");
        System.setProperty(Templates.FOLDER, folder.resolve("edited").toString());
        try {
            assertRefused(this::open, Refusal.RULES_CANNOT_BE_USED);
        } finally {
            System.clearProperty(Templates.FOLDER);
        }
        open().close();
    }

    @Test
    void a_mistake_in_an_edited_form_is_named_when_statements_are_made() throws IOException {
        Path edited = Files.createDirectories(folder.resolve("edited/report"));
        Files.writeString(edited.resolve("balance-sheet.csv"), Templates.text(
                "report/balance-sheet.csv").replace("debit 1101", "debits 1101"));
        System.setProperty(Templates.FOLDER, folder.resolve("edited").toString());
        try (Desk desk = open()) {
            assertRefused(() -> desk.statements(Span.parse("2026")),
                    Refusal.RULES_CANNOT_BE_USED);
        } finally {
            System.clearProperty(Templates.FOLDER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "- a", "name: x",
        "taxId: '1'\ntaxpayer: small-scale\nfrom: 2026-01",
        "name: x\ntaxId: '1'\ntaxpayer: smallscale\nfrom: 2026-01",
        "name: x\ntaxId: '1'\ntaxpayer: general\nfrom: 2026-13",
        "name: x\ntaxId: '1'\ntaxpayer: general\nfrom: 2026-03\nto: 2026-01",
        "name: x\ntaxId: '1'\ntaxpayer: general\nfrom: 2026-01\nplace: moon",
        "name: x\ntaxId: '1'\ntaxpayer: general\nfrom: 2026-01\nbankAccounts: [{account: '1002'}]",
        "name: x\ntaxId: '1'\ntaxpayer: general\nfrom: 2026-01\n"
            + "wallets: [{account: '1002', bank: a, number: '1'}]",
        "name: x\ntaxId: '1'\ntaxpayer: general\nfrom: 2026-01\n"
            + "wallets: [{account: '9.9', bank: a, number: '1'}]",
        "name: x\ntaxId: '1'\ntaxpayer: general\nfrom: 2026-01\ncostOfSales: {method: guess}"})
    void a_company_that_lacks_something_gets_no_book(String profile) {
        Path book = folder.resolve("new.onebook");
        assertRefused(() -> Desk.create(book, profile, CLOCK, Optional.empty()),
                Refusal.PROFILE_IS_INCOMPLETE);
        assertThat(folder.toFile().list((where, name) -> name.startsWith("new."))).isEmpty();
    }

    @Test
    void neither_a_book_nor_a_key_is_written_over() throws IOException {
        byte[] key = Files.readAllBytes(folder.resolve("book.onebook.key.p12"));
        String profile = Desk.profile("甲公司", "1", "small-scale", "2026-01");
        assertRefused(() -> Desk.create(firm.book(), profile, CLOCK, Optional.empty()),
                Refusal.BOOK_EXISTS);
        Files.move(firm.book(), folder.resolve("moved.onebook"));
        assertRefused(() -> Desk.create(firm.book(), profile, CLOCK, Optional.empty()),
                Refusal.BOOK_EXISTS);
        assertThat(folder.resolve("book.onebook.key.p12")).hasBinaryContent(key);
        assertThat(firm.book()).doesNotExist();
    }

    private static void assertRefused(Runnable command, Refusal refusal) {
        assertThatThrownBy(command::run).isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).refusal()).isEqualTo(refusal);
    }
}
