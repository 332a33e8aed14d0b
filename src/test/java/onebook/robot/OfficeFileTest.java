package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the office file may say, and where its paths may lead. */
class OfficeFileTest {
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-01-20T12:00");
    private Firm first;

    @BeforeEach
    void found() {
        first = Firm.first(folder.resolve("tianhang")).begin(clock);
        Firm.second(folder.resolve("zhonghe")).begin(clock);
    }

    private Office office(String text) {
        Path file = folder.resolve("office.yaml");
        try {
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Office.open(file, clock, book -> Desk.open(book, clock));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../elsewhere/book.onebook", "tianhang/../../x/book.onebook",
        "link/book.onebook", ".", ""})
    void a_path_that_leaves_the_folder_is_refused(String book) throws IOException {
        Path outside = Files.createDirectory(
                folder.resolveSibling(folder.getFileName() + "-outside"));
        try {
            Files.createSymbolicLink(folder.resolve("link"), outside);
            String text = OfficeTest.TWO.replace("tianhang/book.onebook", book);
            if (book.isEmpty()) {
                assertThatThrownBy(() -> office(text)).isInstanceOf(RefusedException.class);
                return;
            }
            try (Office office = office(text)) {
                clock.set("2026-01-21T08:00");
                OfficeReport report = office.runDue();
                assertThat(report.companies().get(0).refusals()).extracting(Problem::name)
                        .containsOnly(Refusal.OFFICE_FILE_IS_WRONG);
                assertThat(report.companies().get(1).refusals()).isEmpty();
                assertThat(report.companies().get(1).runs()).hasSize(1);
            }
            assertThat(outside).isEmptyDirectory();
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void an_absolute_path_is_taken_at_its_word() {
        first.sells(1, "2026-01-05", 1000);
        String text = OfficeTest.TWO.replace("tianhang/book.onebook", "\"" + first.book() + "\"");
        try (Office office = office(text)) {
            clock.set("2026-01-21T08:00");
            assertThat(office.runDue().companies().get(0).refusals()).isEmpty();
        }
        assertThat(first.entries(clock)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "companies: []", "companies: 7", "companies: [{name: a}]",
        "- a\n- b", "companies: [{book: a/b}]", "companies: [~]", "{",
        "missed: maybe\ncompanies: [{name: a, book: a/b}]",
        "companies: [{name: a, book: a/b.onebook}, {name: a, book: b/b.onebook}]",
        "companies: [{name: a, book: a/b.onebook}, {name: b, book: a/b.onebook}]",
        "companies: [{name: a, book: a/b.onebook}, {name: b, book: a/c.onebook, inbox: in}]",
        "companies: [{name: a, book: a/b.onebook}, {name: b, book: c/../a/b.onebook}]",
        "companies: [{name: a, book: a/b.onebook, inbox: in}, "
            + "{name: b, book: b/b.onebook, inbox: in/b}]",
        "companies: [{name: a, book: a/b.onebook, inbox: a}]",
        "companies: [{name: a, book: a/b.onebook, inbox: in}, {name: b, book: in/b.onebook}]",
        "companies: !!javax.script.ScriptEngineManager [1]"})
    void an_office_file_that_mixes_or_says_nothing_is_refused(String text) {
        assertThatThrownBy(() -> office(text)).isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).refusal())
                .isEqualTo(Refusal.OFFICE_FILE_IS_WRONG);
    }
}
