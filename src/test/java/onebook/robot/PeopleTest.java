package onebook.robot;

import static onebook.robot.VouchersTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import onebook.store.BookAudit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-01-20T12:00");
    private Firm firm;
    private Desk desk;
    private People people;

    @BeforeEach
    void open() {
        firm = Staff.hire(Firm.first(folder), clock);
        desk = Desk.open(firm.book(), clock);
        people = People.of(Staff.as(Staff.OWNER, desk));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Person add(String name, Role... roles) {
        return people.add(name, EnumSet.copyOf(List.of(roles)), Staff.SECRET.toCharArray(),
                Staff.OWNER);
    }

    @Test
    void the_first_person_is_the_owner_and_ends_the_time_of_one_user() {
        Firm second = Firm.second(folder.resolve("second")).begin(clock);
        try (Desk fresh = Desk.open(second.book(), clock)) {
            People none = People.of(fresh);
            assertThat(none.isSingleUser()).isTrue();
            assertThat(SignOn.to(fresh).isNeeded()).isFalse();
            assertRefused(() -> none.add("陈会", EnumSet.of(Role.BOOKKEEPER),
                    Staff.SECRET.toCharArray(), "me"), Refusal.FIRST_PERSON_IS_THE_OWNER);
            none.add("周总", EnumSet.of(Role.OWNER), Staff.SECRET.toCharArray(), "me");
            assertThat(none.isSingleUser()).isFalse();
            assertThat(SignOn.to(fresh).person()).map(Person::name).contains("周总");
        }
        try (Desk again = Desk.open(second.book(), clock)) {
            assertThat(SignOn.to(again).isNeeded()).isTrue();
            assertRefused(() -> again.entries(EntryFilter.ALL), Refusal.NOBODY_IS_SIGNED_ON);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/people/names.csv", numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = false, emptyValue = "")
    void names_are_what_a_stranger_can_read(String typed, String becomes) {
        String plain = typed == null ? "" : unescaped(typed.replace("\\n", "\n"));
        if (becomes.equals("refused")) {
            assertRefused(() -> add(plain, Role.AUDITOR), Refusal.NAME_CANNOT_BE_USED);
        } else {
            assertThat(PersonName.of(plain)).contains(becomes);
        }
    }

    /** "\\u202e" in the table is one character. */
    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9a-f]{4})").matcher(text)
                .replaceAll(code -> String.valueOf((char) Integer.parseInt(code.group(1), 16)));
    }

    @Test
    void a_name_is_one_persons_for_ever() {
        add("王芳", Role.BOOKKEEPER);
        for (String alike : List.of("王芳", " 王 芳", "王　芳")) {
            assertRefused(() -> add(alike, Role.AUDITOR), Refusal.PERSON_EXISTS);
        }
        people.remove("王芳", Staff.OWNER);
        assertRefused(() -> add("王芳", Role.AUDITOR), Refusal.PERSON_EXISTS);
        assertRefused(() -> people.remove("王芳", Staff.OWNER), Refusal.PERSON_IS_UNKNOWN);
        assertThat(people.list()).extracting(Person::name).doesNotContain("王芳");
    }

    @Test
    void who_was_removed_comes_back_under_the_same_name_with_another_password() {
        add("王芳", Role.BOOKKEEPER);
        assertRefused(() -> restore("王芳", Role.AUDITOR), Refusal.PERSON_IS_UNKNOWN);
        people.remove("王芳", Staff.OWNER);
        assertThat(people.removed()).extracting(Person::name).containsExactly("王芳");
        assertRefused(() -> restore("李芳", Role.AUDITOR), Refusal.PERSON_IS_UNKNOWN);
        restore("王芳", Role.AUDITOR);
        assertThat(people.removed()).isEmpty();
        SignOn.to(desk).off();
        assertThat(SignOn.to(desk).withPassword("王芳", (Staff.SECRET + "-2").toCharArray())
                .roles()).containsExactly(Role.AUDITOR);
        assertRefused(() -> restore("王芳", Role.OWNER), Refusal.NOBODY_IS_SIGNED_ON);
        assertThat(desk.audit()).isEmpty();
    }

    private void restore(String name, Role role) {
        people.restore(name, EnumSet.of(role), (Staff.SECRET + "-2").toCharArray(), Staff.OWNER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "1234567890", "QWERTYUIOP", "aaaaaaaaaaaaaaaaaaaa",
        "王芳王芳12345678", "121212121212"})
    void a_password_that_is_tried_first_is_refused(String password) {
        assertRefused(() -> people.add("王芳", EnumSet.of(Role.BOOKKEEPER),
                password.toCharArray(), Staff.OWNER), Refusal.PASSWORD_IS_TOO_WEAK);
        assertRefused(() -> people.add("王芳", EnumSet.of(Role.BOOKKEEPER),
                "x9".repeat(200).toCharArray(), Staff.OWNER), Refusal.PASSWORD_IS_TOO_WEAK);
    }

    @Test
    void roles_that_watch_each_other_are_not_one_persons() {
        for (Set<Role> roles : List.of(EnumSet.of(Role.CASHIER, Role.REVIEWER),
                EnumSet.of(Role.AUDITOR, Role.BOOKKEEPER), EnumSet.allOf(Role.class))) {
            assertRefused(() -> people.give(Staff.POSTER, roles, Staff.OWNER),
                    Refusal.ROLES_CONFLICT);
        }
        people.onePerson(true, Staff.OWNER);
        people.give(Staff.POSTER, EnumSet.of(Role.CASHIER, Role.REVIEWER), Staff.OWNER);
        assertRefused(() -> people.give(Staff.POSTER, EnumSet.of(Role.AUDITOR, Role.OWNER),
                Staff.OWNER), Refusal.ROLES_CONFLICT);
        assertRefused(() -> people.onePerson(false, Staff.OWNER), Refusal.ROLES_CONFLICT);
    }

    @Test
    void a_book_is_never_without_an_owner() {
        assertRefused(() -> people.remove(Staff.OWNER, Staff.OWNER), Refusal.LAST_OWNER_STAYS);
        assertRefused(() -> people.give(Staff.OWNER, EnumSet.of(Role.POSTER), Staff.OWNER),
                Refusal.LAST_OWNER_STAYS);
        people.give(Staff.POSTER, EnumSet.of(Role.OWNER), Staff.OWNER);
        people.give(Staff.OWNER, EnumSet.of(Role.POSTER), Staff.OWNER);
        assertRefused(() -> people.onePerson(true, Staff.OWNER), Refusal.ROLE_IS_MISSING);
    }

    @Test
    void who_loses_a_role_or_leaves_loses_it_at_once() {
        people.give(Staff.BOOKKEEPER, EnumSet.of(Role.REVIEWER), Staff.OWNER);
        people.remove(Staff.REVIEWER, Staff.OWNER);
        Staff.as(Staff.BOOKKEEPER, desk);
        assertRefused(() -> Vouchers.of(desk).save(Papers.expense(), Staff.BOOKKEEPER),
                Refusal.ROLE_IS_MISSING);
        assertRefused(() -> Staff.as(Staff.REVIEWER, desk), Refusal.NAME_OR_PASSWORD_IS_WRONG);
    }

    @Test
    void what_people_may_do_is_read_from_the_log_and_not_from_a_table() throws Exception {
        add("王芳", Role.AUDITOR);
        desk.close();
        try (var attacker = DriverManager.getConnection("jdbc:sqlite:" + firm.book());
                var sql = attacker.createStatement()) {
            sql.execute("DELETE FROM secret");
        }
        desk = Desk.open(firm.book(), clock);
        assertThat(People.of(desk).isSingleUser()).isFalse();
        assertRefused(() -> desk.entries(EntryFilter.ALL), Refusal.NOBODY_IS_SIGNED_ON);
        assertRefused(() -> SignOn.to(desk).withPassword("王芳", Staff.SECRET.toCharArray()),
                Refusal.NAME_OR_PASSWORD_IS_WRONG);
    }

    @Test
    void a_password_that_was_put_into_the_file_past_the_log_opens_nothing() throws Exception {
        String own = Password.record("Eindringling-2026".toCharArray());
        desk.close();
        try (var attacker = DriverManager.getConnection("jdbc:sqlite:" + firm.book());
                var change = attacker.prepareStatement(
                        "UPDATE secret SET record = ? WHERE name = ?")) {
            change.setString(1, own);
            change.setString(2, Staff.OWNER);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
        desk = Desk.open(firm.book(), clock);
        assertRefused(() -> SignOn.to(desk).withPassword(Staff.OWNER,
                "Eindringling-2026".toCharArray()), Refusal.BOOK_IS_DAMAGED);
        assertThat(Staff.as(Staff.AUDITOR, desk).audit()).extracting(BookAudit.Damage::subject)
                .containsExactly("secret " + Staff.OWNER);
    }

    @Test
    void no_file_holds_a_password() throws IOException {
        char[] fresh = "Neues-Geheimnis-77".toCharArray();
        people.password(Staff.BOOKKEEPER, fresh, Staff.OWNER);
        assertThat(fresh).as("wiped after use").containsOnly('\0');
        assertRefused(() -> SignOn.to(desk).withPassword("Falsches-Geheimnis-78",
                "Falsches-Geheimnis-79".toCharArray()), Refusal.NAME_OR_PASSWORD_IS_WRONG);
        desk.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                assertThat(bytes).as(file.toString())
                        .doesNotContain("Geheimnis").doesNotContain(Staff.SECRET);
            }
        }
        try (Desk reader = Desk.open(firm.book(), clock)) {
            List<byte[]> leaves = Staff.as(Staff.AUDITOR, reader).book().journal().leaves();
            assertThat(leaves).noneMatch(leaf ->
                    new String(leaf, StandardCharsets.UTF_8).contains("pbkdf2"));
        }
    }

    @Test
    void every_change_is_sealed_with_who_made_it() {
        add("王芳", Role.BOOKKEEPER);
        people.give("王芳", EnumSet.of(Role.POSTER), Staff.OWNER);
        people.password("王芳", "Neues-Geheimnis-77".toCharArray(), Staff.OWNER);
        people.remove("王芳", Staff.OWNER);
        people.onePerson(true, Staff.OWNER);
        assertThat(OperationLog.of(desk).all(new OperationLog.Filter(Optional.empty(),
                Optional.empty(), Staff.OWNER, "")))
                .extracting(OperationLog.Line::what).contains("add person 王芳", "roles of 王芳",
                        "password of 王芳", "remove person 王芳", "one-person mode on");
        assertThat(desk.audit()).isEmpty();
    }
}
