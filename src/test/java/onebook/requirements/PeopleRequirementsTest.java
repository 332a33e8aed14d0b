package onebook.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Refusal;
import onebook.robot.Desk;
import onebook.robot.Draft;
import onebook.robot.EntryFilter;
import onebook.robot.Firm;
import onebook.robot.OperationLog;
import onebook.robot.People;
import onebook.robot.RefusedException;
import onebook.robot.Role;
import onebook.robot.RuleList;
import onebook.robot.RunReport;
import onebook.robot.Staff;
import onebook.robot.Voucher;
import onebook.robot.Vouchers;
import onebook.schedule.SettableClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules ask of the people who keep a book, and of the rules that keep it for them. */
class PeopleRequirementsTest {
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-01-20T12:00");
    private Firm firm;
    private Desk desk;

    @BeforeEach
    void open() {
        firm = Staff.hire(Firm.first(folder), clock);
        desk = Desk.open(firm.book(), clock);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Draft paid(String debit) {
        return Draft.byHand(LocalDate.parse("2026-01-15"), "付款", List.of(
                Draft.Line.debit(debit, Money.parse("12.00"), ""),
                Draft.Line.credit("1001", Money.parse("12.00"), "")),
                List.of(Evidence.without("收据遗失")));
    }

    private Vouchers as(String name) {
        return Vouchers.of(Staff.as(name, desk));
    }

    private static void refuses(Refusal refusal, ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOfSatisfying(RefusedException.class, refused ->
                assertThat(refused.refusal()).isEqualTo(refusal));
    }

    @Test
    void r_10_rules_are_listed_with_author_day_and_version_and_stand_under_each_voucher() {
        firm.sells(1, "2026-01-05", 1000);
        as(Staff.REVIEWER);
        RuleList.of(desk).authorise(List.of("sales-invoice"), Staff.REVIEWER);
        RuleList.Rule rule = RuleList.of(desk).list().stream()
                .filter(one -> one.id().equals("sales-invoice")).findFirst().orElseThrow();
        assertThat(rule.does().chinese()).isNotBlank();
        assertThat(rule.version()).hasSize(64);
        assertThat(rule.authority()).contains(
                new RuleList.Authority(Staff.REVIEWER, clock.instant()));
        as(Staff.POSTER);
        desk.run("daily", false, Staff.POSTER, RunReport.Progress.SILENT);
        assertThat(desk.entries(EntryFilter.ALL)).singleElement().satisfies(entry -> {
            assertThat(entry.rule()).isEqualTo("sales-invoice");
            assertThat(entry.hands().reviewer()).isEqualTo(Staff.REVIEWER);
            assertThat(entry.why()).isNotBlank();
        });
    }

    @Test
    void r_21_each_does_what_the_role_allows_and_nobody_acts_unnamed() {
        desk.close();
        desk = Desk.open(firm.book(), clock);
        refuses(Refusal.NOBODY_IS_SIGNED_ON, () -> desk.entries(EntryFilter.ALL));
        refuses(Refusal.ROLE_IS_MISSING,
                () -> as(Staff.AUDITOR).save(paid("5602.05"), Staff.AUDITOR));
        Voucher draft = as(Staff.BOOKKEEPER).save(paid("5602.05"), Staff.BOOKKEEPER);
        refuses(Refusal.ROLE_IS_MISSING, () -> as(Staff.BOOKKEEPER).review(draft.id(),
                draft.revision(), Staff.BOOKKEEPER));
        as(Staff.REVIEWER).review(draft.id(), draft.revision(), Staff.REVIEWER);
        as(Staff.POSTER).post(draft.id(), Staff.POSTER);
        assertThat(desk.entries(EntryFilter.ALL)).extracting(JournalEntry::hands).containsExactly(
                new JournalEntry.Hands(Staff.BOOKKEEPER, Staff.REVIEWER, Staff.POSTER));
    }

    @Test
    void r_22_who_did_what_when_is_readable_and_cannot_be_altered() throws SQLException {
        as(Staff.BOOKKEEPER).save(paid("5602.05"), Staff.BOOKKEEPER);
        assertThat(OperationLog.of(desk).all(OperationLog.Filter.ALL))
                .anySatisfy(line -> {
                    assertThat(line.who()).isEqualTo(Staff.BOOKKEEPER);
                    assertThat(line.what()).isEqualTo("prepare voucher 1");
                    assertThat(line.at()).isEqualTo(clock.instant());
                });
        for (String attack : List.of("DELETE FROM leaf", "UPDATE leaf SET body = x'00'")) {
            assertThatThrownBy(() -> SmallCompany.byForce(firm.book(), attack))
                    .hasMessageContaining("history of the book");
        }
    }

    @Test
    void r_42_a_cashier_keeps_out_and_one_person_alone_is_told_so() {
        as(Staff.OWNER);
        People people = People.of(desk);
        refuses(Refusal.ROLES_CONFLICT, () -> people.give(Staff.CASHIER,
                EnumSet.of(Role.CASHIER, Role.REVIEWER), Staff.OWNER));
        people.give(Staff.CASHIER, EnumSet.of(Role.CASHIER, Role.POSTER), Staff.OWNER);
        Voucher draft = as(Staff.BOOKKEEPER).save(paid("5602.05"), Staff.BOOKKEEPER);
        as(Staff.REVIEWER).review(draft.id(), draft.revision(), Staff.REVIEWER);
        assertThat(as(Staff.CASHIER).post(draft.id(), Staff.CASHIER))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                        refused.refusal()).isEqualTo(Refusal.CASHIER_CANNOT_ENTER_THIS));
        SmallCompany alone = new SmallCompany(folder.resolve("alone"));
        alone.draft("2026-01-15", "付款", "account=5602.05 debit=1", "account=1001 credit=1");
        assertThat(alone.run("voucher", "review", "1").err()).contains("单用户模式");
    }
}
