package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.sample.statement.OpeningSheet;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on a company of one month, broken off and run again. */
class MainJobTest {
    private static final SettableClock CLOCK = new SettableClock("2026-02-20T12:00");
    @TempDir
    private Path folder;
    private Path inputs;
    private Path out;
    private Path book;

    @BeforeEach
    void prepare() throws IOException {
        inputs = Files.createDirectories(folder.resolve("inputs/documents")).getParent();
        out = folder.resolve("out");
        book = Files.createDirectories(out).resolve("book.onebook");
        Firm firm = Firm.first(folder.resolve("firm"));
        firm.sells(1, "2026-01-05", 1000);
        Files.copy(firm.inbox().resolve("sale-1.xml"), inputs.resolve("documents/sale-1.xml"));
        Files.writeString(inputs.resolve("company.yaml"), """
                name: %s
                taxId: "%s"
                taxpayer: small-scale
                from: 2026-01
                """.formatted(firm.name(), firm.taxId()));
        try (OpeningSheet rows = new OpeningSheet()) {
            rows.add("1002", "银行存款", "", 10_000);
            rows.add("3001", "实收资本", "", -10_000);
            Files.write(inputs.resolve("opening-balances.xlsx"), rows.bytes());
        }
    }

    private Summary run() {
        return new MainJob(inputs, out, CLOCK, RunReport.Progress.SILENT).run();
    }

    private Desk create() throws IOException {
        return Desk.create(book, Files.readString(inputs.resolve("company.yaml")), CLOCK,
                Optional.empty());
    }

    private List<String> kinds() {
        try (Desk desk = Desk.open(book, CLOCK)) {
            assertThat(desk.audit()).isEmpty();
            return desk.entries(EntryFilter.ALL).stream().map(JournalEntry::kind)
                    .map(Enum::name).toList();
        }
    }

    @Test
    void a_run_broken_off_before_the_opening_balances_posts_them_when_it_runs_again()
            throws IOException {
        create().close();
        run();
        assertThat(kinds()).containsExactly("OPENING", "ORDINARY", "CLOSING");
        run();
        assertThat(kinds()).hasSize(3);
    }

    @Test
    void a_book_that_went_on_without_its_opening_balances_gets_them_while_the_month_is_open()
            throws IOException {
        try (Desk desk = create()) {
            desk.run("daily", List.of(inputs.resolve("documents/sale-1.xml")), false, "王芳",
                    RunReport.Progress.SILENT);
        }
        run();
        assertThat(kinds()).containsExactly("ORDINARY", "OPENING", "CLOSING");
    }

    @Test
    void a_book_whose_first_month_closed_without_its_opening_balances_is_not_worked_on()
            throws IOException {
        try (Desk desk = create()) {
            desk.close(Period.parse("2026-01"), "王芳");
        }
        for (int turn = 0; turn < 2; turn++) {
            assertThatThrownBy(this::run).isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("opening balances, ")
                    .extracting(refused -> ((RefusedException) refused).refusal())
                    .isEqualTo(Refusal.PERIOD_CLOSED);
        }
        assertThat(kinds()).isEmpty();
    }

    @Test
    void opening_balances_taken_back_by_a_person_stay_taken_back() throws IOException {
        try (Desk desk = create()) {
            JournalEntry opening =
                    desk.openWith(inputs.resolve("opening-balances.xlsx"), "王芳").get(0);
            desk.correct(opening.number(), opening.date(), "重新建账", "王芳");
        }
        run();
        assertThat(kinds()).containsExactly("OPENING", "CORRECTION", "ORDINARY", "CLOSING");
    }
}
