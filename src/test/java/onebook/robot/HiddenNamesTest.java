package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.lender.Hiding;
import onebook.lender.PackageVerifier;
import onebook.lender.Policy;
import onebook.lender.Verdict;
import onebook.lender.submit.Consent;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenNamesTest {
    private static final String CUSTOMER = "芜湖光大照明有限公司";

    @TempDir
    private Path folder;

    private void pack(Desk desk, Hiding hiding) {
        new Deliverables(desk, folder).pack(new Deliverables.Order("tax-loan",
                Period.parse("2026-01"), Period.parse("2026-01"), "某银行", hiding),
                folder.resolve("x.obk"));
    }

    private static Hiding name(String name) {
        return new Hiding(false, false, Set.of(name), Set.of());
    }

    @Test
    void a_package_goes_out_without_the_name_and_the_book_still_has_it() throws IOException {
        try (Story story = Story.of(folder, Story.SMALL)) {
            story.post("2026-01-05", "借 1122 101.00 " + CUSTOMER + "; 贷 5001 101.00");
            pack(story.desk, name(CUSTOMER));
            Verdict verdict = PackageVerifier.verify(folder.resolve("x.obk"),
                    Policy.parse(Files.readString(story.desk.policy())), Optional.empty());

            assertThat(verdict.exitCode()).isIn(Verdict.VERIFIED, Verdict.VERIFIED_WITH_FINDINGS);
            assertThat(story.desk.entries(EntryFilter.ALL).get(0).postings().get(0).party())
                    .isEqualTo(CUSTOMER);
            assertThat(story.desk.audit()).isEmpty();
            assertThatThrownBy(() -> pack(story.desk, name("芜湖光太")))
                    .isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void the_consent_says_what_of_the_covered_can_be_read() throws IOException {
        try (Story story = Story.of(folder, Story.SMALL)) {
            story.post("2026-01-05", "借 1122 101.00 " + CUSTOMER + "; 贷 5001 101.00");
            assertThat(CoveredNames.of(story.desk).orElseThrow()).contains(CUSTOMER);
            pack(story.desk, Hiding.NOTHING);
            Consent whole = Submissions.consent(folder.resolve("x.obk"));
            assertThat(whole.disclosesNames()).isTrue();
            assertThat(whole.disclosesTexts()).isTrue();
            assertThat(whole.contents().hidden()).isZero();

            pack(story.desk, new Hiding(true, true, Set.of(), Set.of()));
            Consent hidden = Submissions.consent(folder.resolve("x.obk"));
            assertThat(hidden.disclosesNames()).isFalse();
            assertThat(hidden.disclosesTexts()).isFalse();
            assertThat(hidden.contents().hidden()).isPositive();
        }
    }

    @Test
    void a_book_that_covers_no_names_is_lent_whole_or_not_at_all() throws SQLException {
        Story.of(folder, Story.SMALL).close();
        try (Connection book = DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve("book.onebook"));
                Statement sql = book.createStatement()) {
            sql.execute("DELETE FROM setting WHERE name = 'veil'");
        }
        try (Desk desk = Desk.open(folder.resolve("book.onebook"),
                new SettableClock("2026-02-03T12:00"))) {
            assertThatThrownBy(() -> pack(desk, name(CUSTOMER)))
                    .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(
                            refused.refusal()).isEqualTo(Refusal.NAMES_ARE_NOT_COVERED));
            assertThat(desk.audit()).extracting(Object::toString).anyMatch(text ->
                    text.contains("the secret that covers names"));
        }
    }
}
