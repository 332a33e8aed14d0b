package onebook.robot;

import static onebook.robot.VouchersTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import onebook.seal.Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignOnTest {
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-01-20T12:00");
    private Firm firm;
    private Desk desk;
    private SignOn signOn;

    @BeforeEach
    void open() {
        firm = Staff.hire(Firm.first(folder), clock);
        desk = Desk.open(firm.book(), clock);
        signOn = SignOn.to(desk);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Person with(String password) {
        return signOn.withPassword(Staff.BOOKKEEPER, password.toCharArray());
    }

    private List<String> log() {
        return OperationLog.of(Staff.as(Staff.AUDITOR, desk)).all(OperationLog.Filter.ALL).stream()
                .map(line -> line.who() + " " + line.what()).toList();
    }

    @Test
    void the_right_password_signs_on_and_both_ends_are_logged() {
        assertThat(with(Staff.SECRET).roles()).containsExactly(Role.BOOKKEEPER);
        assertThat(signOn.person()).map(Person::name).contains(Staff.BOOKKEEPER);
        signOn.off();
        assertThat(signOn.isNeeded()).isTrue();
        assertThat(log()).containsSequence("陈会 sign on", "陈会 sign off");
    }

    @Test
    void input_methods_that_write_letters_wide_write_the_same_password() {
        assertThat(with(Staff.SECRET.replace("2026", "２０２６")).name())
                .isEqualTo(Staff.BOOKKEEPER);
    }

    @Test
    void a_wrong_password_and_a_name_nobody_has_are_refused_in_the_same_words() {
        assertThatThrownBy(() -> with("Falsches-Geheimnis")).isInstanceOfSatisfying(
                RefusedException.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(Refusal.NAME_OR_PASSWORD_IS_WRONG);
                    assertThat(refused.getMessage()).isEmpty();
                });
        for (String name : List.of("Mein-Passwort-statt-Name", "", "rule", "' OR 1=1 --")) {
            assertRefused(() -> signOn.withPassword(name, Staff.SECRET.toCharArray()),
                    Refusal.NAME_OR_PASSWORD_IS_WRONG);
        }
        assertRefused(() -> with(""), Refusal.NAME_OR_PASSWORD_IS_WRONG);
        assertRefused(() -> with("长".repeat(100_000)), Refusal.NAME_OR_PASSWORD_IS_WRONG);
        assertThat(log()).contains("陈会 sign on failed", "? sign on failed")
                .noneMatch(line -> line.contains("Passwort"));
    }

    @Test
    void failures_lock_a_name_for_longer_and_longer_and_nobody_else() {
        for (int failure = 1; failure <= 3; failure++) {
            assertRefused(() -> with("falsch"), Refusal.NAME_OR_PASSWORD_IS_WRONG);
        }
        assertRefused(() -> with(Staff.SECRET), Refusal.SIGN_ON_IS_LOCKED);
        clock.set("2026-01-20T12:00:29");
        assertRefused(() -> with(Staff.SECRET), Refusal.SIGN_ON_IS_LOCKED);
        clock.set("2026-01-20T12:00:30");
        assertRefused(() -> with("falsch"), Refusal.NAME_OR_PASSWORD_IS_WRONG);
        clock.set("2026-01-20T12:01:29");
        assertThatThrownBy(() -> with(Staff.SECRET)).hasMessage("2026-01-20T04:01:30Z");
        Staff.as(Staff.REVIEWER, desk);
        clock.set("2026-01-20T12:01:30");
        assertThat(with(Staff.SECRET).name()).isEqualTo(Staff.BOOKKEEPER);
        assertRefused(() -> with("falsch"), Refusal.NAME_OR_PASSWORD_IS_WRONG);
        assertThat(with(Staff.SECRET).name()).as("success forgets failures")
                .isEqualTo(Staff.BOOKKEEPER);
    }

    @Test
    void a_lock_survives_a_restart() {
        for (int failure = 1; failure <= 3; failure++) {
            assertRefused(() -> with("falsch"), Refusal.NAME_OR_PASSWORD_IS_WRONG);
        }
        desk.close();
        desk = Desk.open(firm.book(), clock);
        signOn = SignOn.to(desk);
        assertRefused(() -> with(Staff.SECRET), Refusal.SIGN_ON_IS_LOCKED);
    }

    @Test
    void a_key_signs_the_challenge_it_was_given_and_no_other() {
        Signer key = Staff.keyOf(Staff.BOOKKEEPER);
        String note = key.sign(signOn.challenge(Staff.BOOKKEEPER));
        assertThat(signOn.answer(Staff.BOOKKEEPER, note).name()).isEqualTo(Staff.BOOKKEEPER);
        assertRefused(() -> signOn.answer(Staff.BOOKKEEPER, note),
                Refusal.NAME_OR_PASSWORD_IS_WRONG);
        signOn.challenge(Staff.BOOKKEEPER);
        assertRefused(() -> signOn.answer(Staff.BOOKKEEPER, note),
                Refusal.NAME_OR_PASSWORD_IS_WRONG);
        assertRefused(() -> signOn.answer(Staff.BOOKKEEPER, Staff.keyOf(Staff.REVIEWER)
                .sign(signOn.challenge(Staff.BOOKKEEPER))), Refusal.NAME_OR_PASSWORD_IS_WRONG);
    }

    @Test
    void a_key_file_signs_on_with_its_own_passphrase() throws Exception {
        Path file = folder.resolve("chen.p12");
        Staff.as(Staff.BOOKKEEPER, desk);
        People people = People.of(desk);
        people.makeKey(Staff.BOOKKEEPER, file, "offen".toCharArray(), Staff.BOOKKEEPER);
        assertRefused(() -> people.makeKey(Staff.BOOKKEEPER, file, "offen".toCharArray(),
                Staff.BOOKKEEPER), Refusal.KEY_CANNOT_BE_OPENED);
        signOn.off();
        assertThat(signOn.withKey(Staff.BOOKKEEPER, file, "offen".toCharArray()).name())
                .isEqualTo(Staff.BOOKKEEPER);
        assertRefused(() -> signOn.withKey(Staff.BOOKKEEPER, file, "zu".toCharArray()),
                Refusal.KEY_CANNOT_BE_OPENED);
        assertRefused(() -> signOn.withKey(Staff.OWNER, file, "offen".toCharArray()),
                Refusal.KEY_CANNOT_BE_OPENED);
        assertRefused(() -> people.key(Staff.BOOKKEEPER, "kein Schlüssel", Staff.BOOKKEEPER),
                Refusal.KEY_CANNOT_BE_OPENED);
    }

    @Test
    void nobody_acts_under_the_name_of_another() {
        Staff.as(Staff.BOOKKEEPER, desk);
        assertRefused(() -> Vouchers.of(desk).save(Papers.expense(), Staff.CASHIER),
                Refusal.NOBODY_IS_SIGNED_ON);
        signOn.off();
        assertRefused(() -> Vouchers.of(desk).save(Papers.expense(), Staff.BOOKKEEPER),
                Refusal.NOBODY_IS_SIGNED_ON);
        assertRefused(() -> Vouchers.of(desk).list(), Refusal.NOBODY_IS_SIGNED_ON);
        assertRefused(() -> desk.waiting(), Refusal.NOBODY_IS_SIGNED_ON);
    }

    @Test
    void a_reader_signs_on_too_and_leaves_no_trace_where_it_may_not_write() {
        try (Desk reader = Desk.open(firm.book(), clock)) {
            assertRefused(() -> reader.entries(EntryFilter.ALL), Refusal.NOBODY_IS_SIGNED_ON);
            SignOn.to(reader).withPassword(Staff.AUDITOR, Staff.SECRET.toCharArray());
            assertThat(reader.entries(EntryFilter.ALL)).isEmpty();
        }
    }
}
