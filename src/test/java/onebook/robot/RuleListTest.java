package onebook.robot;

import static onebook.robot.VouchersTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Robots post under the name of whoever authorised their rules. */
class RuleListTest {
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-01-20T12:00");
    private Firm firm;
    private Desk desk;

    @BeforeEach
    void open() {
        firm = Staff.hire(Firm.first(folder), clock);
        desk = Desk.open(firm.book(), clock);
        firm.sells(1, "2026-01-05", 1000);
    }

    @AfterEach
    void close() {
        System.clearProperty(Templates.FOLDER);
        desk.close();
    }

    private RunReport run(String by) {
        Staff.as(by, desk);
        return desk.run("capture", false, by, RunReport.Progress.SILENT);
    }

    private void authorise(String by, String... rules) {
        Staff.as(by, desk);
        RuleList.of(desk).authorise(List.of(rules), by);
    }

    private Optional<RuleList.Authority> authority(String rule) {
        return RuleList.of(desk).list().stream().filter(one -> one.id().equals(rule)).findFirst()
                .orElseThrow().authority();
    }

    @Test
    void a_rule_nobody_authorised_proposes_and_posts_nothing() {
        RunReport report = run(Staff.BOOKKEEPER);
        assertThat(report.entries()).isEmpty();
        assertThat(report.diff()).anyMatch(line -> line.contains("RULE_IS_NOT_AUTHORISED"));
        assertThat(desk.waiting()).extracting(WaitingItem::reason)
                .containsExactly(Refusal.NOT_POSTED_YET);
    }

    @Test
    void an_authorised_rule_posts_under_its_authors_name_whoever_starts_the_robot() {
        authorise(Staff.REVIEWER, "sales-invoice");
        assertThat(authority("sales-invoice")).hasValueSatisfying(one -> {
            assertThat(one.author()).isEqualTo(Staff.REVIEWER);
            assertThat(one.at()).isEqualTo(clock.instant());
        });
        assertThat(authority("match")).isEmpty();
        RunReport report = run(Staff.BOOKKEEPER);
        JournalEntry entry = desk.entries(EntryFilter.ALL).get(0);
        assertThat(report.entries()).containsExactly(entry.number());
        assertThat(entry.rule()).isEqualTo("sales-invoice");
        assertThat(entry.hands()).isEqualTo(
                new JournalEntry.Hands("rule", Staff.REVIEWER, Staff.REVIEWER));
    }

    @Test
    void an_author_who_left_or_may_no_longer_answers_for_nothing() {
        authorise(Staff.REVIEWER);
        Staff.as(Staff.OWNER, desk);
        People.of(desk).give(Staff.REVIEWER, EnumSet.of(Role.POSTER), Staff.OWNER);
        assertThat(authority("sales-invoice")).isEmpty();
        assertThat(run(Staff.BOOKKEEPER).entries()).isEmpty();
    }

    @Test
    void a_rule_whose_text_changed_is_another_rule() throws Exception {
        authorise(Staff.OWNER);
        desk.close();
        Path edited = Files.createDirectories(folder.resolve("templates/rules"));
        Files.writeString(edited.resolve("small-scale.yaml"),
                Templates.text("rules/small-scale.yaml").replace("- {credit: \"5001\"",
                        "- {credit: \"5051\""));
        System.setProperty(Templates.FOLDER, edited.getParent().toString());
        desk = Desk.open(firm.book(), clock);
        Staff.as(Staff.OWNER, desk);
        assertThat(authority("sales-invoice")).isEmpty();
        assertThat(authority("rail-ticket")).isPresent();
        assertThat(run(Staff.BOOKKEEPER).entries()).isEmpty();
    }

    @Test
    void scheduled_robots_post_what_is_authorised_and_nothing_else() {
        authorise(Staff.OWNER, "sales-invoice");
        desk.close();
        firm.buys(2, "2026-01-06", 300);
        try (Office office = Office.ofBook(firm.book(), clock, book -> Desk.open(book, clock))) {
            office.runDue();
            clock.set("2026-01-21T08:00");
            OfficeReport report = office.runDue();
            assertThat(report.companies().get(0).refusals()).isEmpty();
        }
        desk = Desk.open(firm.book(), clock);
        Staff.as(Staff.AUDITOR, desk);
        assertThat(desk.entries(EntryFilter.ALL)).hasSize(1).first().satisfies(entry ->
                assertThat(entry.by()).isEqualTo(Staff.OWNER));
        assertThat(OperationLog.of(desk).all(OperationLog.Filter.ALL))
                .extracting(line -> line.who() + " " + line.what())
                .contains("schedule run R0001 daily");
    }

    @Test
    void closing_entries_need_their_rules_authorised_and_name_who_closed() {
        authorise(Staff.OWNER, "sales-invoice");
        run(Staff.POSTER);
        Period month = Period.parse("2026-01");
        assertRefused(() -> desk.close(month, Staff.POSTER), Refusal.RULE_IS_NOT_AUTHORISED);
        assertThat(desk.lastClosed()).isEmpty();
        authorise(Staff.OWNER);
        Staff.as(Staff.POSTER, desk);
        desk.close(month, Staff.POSTER);
        assertThat(desk.entries(EntryFilter.ALL)).filteredOn(entry ->
                entry.kind() == JournalEntry.Kind.CLOSING).isNotEmpty().allSatisfy(entry ->
                assertThat(entry.hands()).isEqualTo(
                        new JournalEntry.Hands("rule", Staff.OWNER, Staff.POSTER)));
    }

    @Test
    void somebody_with_both_roles_takes_a_run_back() {
        authorise(Staff.OWNER);
        RunReport report = run(Staff.POSTER);
        Staff.as(Staff.OWNER, desk);
        Staff.add(desk, "吴双", EnumSet.of(Role.REVIEWER, Role.POSTER));
        Staff.as("吴双", desk);
        desk.undo(report.id(), "吴双");
        assertThat(desk.entries(EntryFilter.ALL)).last().satisfies(entry ->
                assertThat(entry.hands()).isEqualTo(
                        new JournalEntry.Hands("rule", "吴双", "吴双")));
    }

    @Test
    void texts_a_company_settled_and_took_back_leave_who_answers_for_what() {
        authorise(Staff.OWNER, "standing-entry", "profit-transfer");
        Period month = Period.parse("2026-01");
        Staff.as(Staff.POSTER, desk);
        desk.recurring().add("entries: [{id: R-1, summary: 房租, from: 2026-01, post: ["
                + "{debit: '5602.07', amount: 100}, "
                + "{credit: '2202', party: 房东, amount: 100}]}]", Staff.POSTER);
        assertThat(desk.recurring().run(month, false, Staff.POSTER).entries()).hasSize(1);
        desk.recurring().remove("R-1", Staff.POSTER);
        RuleList.of(Staff.as(Staff.OWNER, desk)).authorise(List.of("match"), Staff.OWNER);
        assertThat(authority("standing-entry")).isPresent();
        assertThat(authority("match")).isPresent();
        assertThat(authority("stamp-duty")).isEmpty();
        assertThat(desk.recurring().items()).isEmpty();
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void a_rule_that_does_not_exist_cannot_be_authorised() {
        assertRefused(() -> authorise(Staff.OWNER, "sales-invoice", "none"),
                Refusal.NO_RULE_KNOWS_THIS);
    }

    @Test
    void every_rule_of_the_program_and_the_templates_has_a_sentence_and_a_version() {
        Staff.as(Staff.AUDITOR, desk);
        assertThat(RuleList.of(desk).list()).hasSizeGreaterThan(15).allSatisfy(rule -> {
            assertThat(rule.does().chinese()).isNotBlank().doesNotContain("{");
            assertThat(rule.does().english()).isNotBlank().doesNotContain("{");
            assertThat(rule.version()).matches("[0-9a-f]{64}");
        });
    }
}
