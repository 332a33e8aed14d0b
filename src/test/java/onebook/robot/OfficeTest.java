package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.ledger.JournalEntry;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.schedule.MissedRun;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeTest {
    static final String TWO = """
            companies:
              - {name: 天航, book: tianhang/book.onebook, inbox: tianhang/inbox, robots: [daily]}
              - {name: 中禾, book: zhonghe/book.onebook, robots: [daily, close-month]}
            """;
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-01-20T12:00");
    private Firm first;
    private Firm second;

    @BeforeEach
    void found() {
        first = Firm.first(folder.resolve("tianhang")).begin(clock);
        second = Firm.second(folder.resolve("zhonghe")).begin(clock);
    }

    private Office office(String text) {
        try {
            Files.writeString(folder.resolve("office.yaml"), text);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return reopened();
    }

    private Office reopened() {
        return Office.open(folder.resolve("office.yaml"), clock, book -> Desk.open(book, clock));
    }

    @Test
    void each_company_books_its_own_inbox_into_its_own_book() {
        first.sells(1, "2026-01-05", 1000);
        first.buys(2, "2026-01-06", 500);
        second.sells(3, "2026-01-07", 7000);
        try (Office office = office(TWO)) {
            assertThat(office.runDue().companies()).allSatisfy(company ->
                    assertThat(company.runs()).isEmpty());
            clock.set("2026-01-21T07:30");
            OfficeReport report = office.runDue();
            assertThat(report.companies()).extracting(OfficeReport.Company::name)
                    .containsExactly("天航", "中禾");
            assertThat(report.companies()).allSatisfy(company ->
                    assertThat(company.refusals()).isEmpty());
            assertThat(report.companies().get(0).runs()).hasSize(1);
            assertThat(report.companies().get(0).runs().get(0).entries()).hasSize(2);
        }
        assertThat(first.entries(clock))
                .extracting(JournalEntry::total).extracting(Object::toString)
                .containsExactlyInAnyOrder("1010.00", "505.00");
        assertThat(second.entries(clock))
                .extracting(JournalEntry::total).extracting(Object::toString)
                .containsExactly("7070.00");
    }

    @Test
    void two_companies_do_not_mix() throws IOException {
        for (int i = 1; i <= 9; i++) {
            (i % 2 == 0 ? first : second).sells(i, "2026-01-0" + i, 100 * i);
        }
        try (Office office = office(TWO)) {
            clock.set("2026-01-21T08:00");
            office.runDue();
        }
        assertThat(texts(first)).allMatch(text -> !text.contains(second.taxId())).hasSize(4 + 4);
        assertThat(texts(second)).allMatch(text -> !text.contains(first.taxId())).hasSize(5 + 5);
        for (Firm firm : List.of(first, second)) {
            try (Desk desk = Desk.open(firm.book(), clock)) {
                assertThat(desk.audit()).isEmpty();
                assertThat(desk.company().taxId()).isEqualTo(firm.taxId());
            }
        }
    }

    /** The entries of a firm and the papers in its evidence folder. */
    private List<String> texts(Firm firm) throws IOException {
        List<String> texts = new ArrayList<>();
        firm.entries(clock).forEach(entry -> texts.add(entry.toString()));
        try (Stream<Path> files = Files.list(firm.folder().resolve("evidence"))) {
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void over_ten_due_times_with_a_restart_each_day_runs_once_or_is_named() {
        List<String> days = new ArrayList<>();
        Office office = office(TWO);
        List<MissedRun> missed = new ArrayList<>();
        for (int day = 21; day <= 31; day++) {
            if (day == 23 || day == 28) {
                office.close();
                office = reopened();
            } else if (day < 25 || day > 26) {
                clock.set("2026-01-%02dT09:00".formatted(day));
                OfficeReport report = office.runDue();
                report.companies().get(0).runs().forEach(run -> days.add(run.started().toString()));
                missed.addAll(report.missed());
                office.acknowledge();
            }
        }
        office.close();
        assertThat(days).hasSize(7).doesNotHaveDuplicates();
        assertThat(missed.stream().filter(one -> one.company().equals("天航"))
                .map(one -> one.due().toString())).containsExactly("2026-01-22T23:30:00Z",
                "2026-01-24T23:30:00Z", "2026-01-25T23:30:00Z", "2026-01-27T23:30:00Z");
    }

    @Test
    void a_missing_book_stops_no_other_company() throws IOException {
        Files.delete(first.book());
        second.sells(1, "2026-01-05", 1000);
        assertOnlyFirstIsRefused(Refusal.BOOK_NOT_FOUND);
    }

    @Test
    void a_file_that_is_no_book_stops_no_other_company() throws IOException {
        Files.writeString(first.book(), "科目\n".repeat(5000));
        second.sells(1, "2026-01-05", 1000);
        assertOnlyFirstIsRefused(Refusal.BOOK_IS_DAMAGED);
    }

    @Test
    void a_book_changed_by_force_stops_no_other_company_and_is_not_worked_on() throws Exception {
        first.sells(1, "2026-01-05", 1000);
        second.sells(1, "2026-01-05", 1000);
        try (Desk desk = Desk.open(first.book(), clock)) {
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
        }
        try (java.sql.Connection foreign =
                java.sql.DriverManager.getConnection("jdbc:sqlite:" + first.book())) {
            foreign.createStatement().execute("DROP TRIGGER posting_refuses_update");
            foreign.createStatement().execute("UPDATE posting SET minor = minor * 10");
        }
        first.sells(2, "2026-01-06", 2000);
        assertOnlyFirstIsRefused(Refusal.BOOK_IS_DAMAGED);
        assertThat(first.entries(clock)).hasSize(1);
    }

    @Test
    void a_book_open_elsewhere_stops_no_other_company() {
        second.sells(1, "2026-01-05", 1000);
        try (Desk desk = Desk.open(first.book(), clock)) {
            assertThat(desk.isReadOnly()).isFalse();
            assertOnlyFirstIsRefused(Refusal.BOOK_IS_READ_ONLY);
        }
    }

    private void assertOnlyFirstIsRefused(Refusal refusal) {
        try (Office office = office(TWO)) {
            clock.set("2026-01-21T08:00");
            OfficeReport report = office.runDue();
            assertThat(report.companies().get(0).refusals()).extracting(Problem::name)
                    .containsExactly(refusal);
            assertThat(report.companies().get(0).refusals().get(0).path()).isEqualTo("daily");
            assertThat(report.companies().get(0).runs()).isEmpty();
            assertThat(report.companies().get(1).refusals()).isEmpty();
        }
        assertThat(second.entries(clock)).hasSize(1);
    }

    @Test
    void a_passphrase_that_does_not_fit_is_named() {
        first.sells(1, "2026-01-05", 1000);
        try (Office office = Office.ofBook(first.book(), clock,
                book -> Desk.open(book, clock,
                        new Passphrases(Optional.of("another".toCharArray()), Optional.empty())))) {
            clock.set("2026-01-21T08:00");
            assertThat(office.runDue().companies().get(0).refusals()).extracting(Problem::name)
                    .containsExactly(Refusal.KEY_CANNOT_BE_OPENED);
        }
        assertThat(first.entries(clock)).isEmpty();
    }

    @Test
    void one_book_alone_is_an_office_too() {
        first.sells(1, "2026-01-05", 1000);
        try (Office office = Office.ofBook(first.book(), clock, book -> Desk.open(book, clock))) {
            clock.set("2026-01-21T08:00");
            office.runDue();
            assertThat(office.nextDue()).isPresent();
        }
        assertThat(first.entries(clock)).hasSize(1);
        assertThat(first.folder().resolve("book.schedule.db")).exists();
    }

    @Test
    void an_unknown_robot_is_named_and_the_others_run() {
        first.sells(1, "2026-01-05", 1000);
        String text = TWO.replace("robots: [daily]", "robots: [daily, dreams, bank]");
        try (Office office = office(text)) {
            clock.set("2026-01-21T08:00");
            OfficeReport.Company company = office.runDue().companies().get(0);
            assertThat(company.refusals()).extracting(Problem::name)
                    .containsExactly(Refusal.ROBOT_IS_UNKNOWN, Refusal.ROBOT_IS_UNKNOWN);
            assertThat(company.refusals()).extracting(Problem::path)
                    .containsExactly("dreams", "bank");
        }
        assertThat(first.entries(clock)).hasSize(1);
    }

    @Test
    void the_schedules_of_an_office_are_served_once() {
        try (Office office = office(TWO)) {
            assertThat(office.missed()).isEmpty();
            assertThatThrownBy(this::reopened).isInstanceOf(RefusedException.class)
                    .extracting(refused -> ((RefusedException) refused).refusal())
                    .isEqualTo(Refusal.SCHEDULE_IS_SERVED_ELSEWHERE);
        }
        reopened().close();
    }

    @Test
    void missed_times_may_all_be_skipped() {
        first.sells(1, "2026-01-05", 1000);
        try (Office office = office("missed: skip\n" + TWO)) {
            clock.set("2026-01-23T12:00");
            OfficeReport report = office.runDue();
            assertThat(report.companies()).allSatisfy(one -> assertThat(one.runs()).isEmpty());
            assertThat(report.missed()).hasSize(6);
        }
    }

    @Test
    void the_month_is_closed_when_its_day_comes() {
        second.sells(1, "2026-01-05", 1000);
        try (Office office = office(TWO)) {
            clock.set("2026-02-05T09:00");
            OfficeReport report = office.runDue();
            assertThat(report.companies().get(1).runs()).extracting(RunReport::robot)
                    .containsExactly("daily", "close-month");
        }
        try (Desk desk = Desk.open(second.book(), clock)) {
            assertThat(desk.lastClosed()).hasToString("Optional[2026-01]");
        }
    }
}
