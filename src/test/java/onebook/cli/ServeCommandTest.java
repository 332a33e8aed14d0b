package onebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import onebook.robot.Firm;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-01-20T12:00");
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private Firm firm;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        firm = Firm.first(folder.resolve("a")).begin(clock);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    private int serve(String... arguments) {
        said.reset();
        complained.reset();
        String[] all = new String[arguments.length + 2];
        all[0] = "robot";
        all[1] = "serve";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Main.run(clock, all);
    }

    @Test
    void what_is_due_for_one_book_runs_and_is_told() {
        firm.sells(1, "2026-01-05", 1000);
        assertThat(serve("--once", "--book", firm.book().toString())).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
        clock.set("2026-01-22T08:00");
        assertThat(serve("--once", "--book", firm.book().toString())).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("2026-01-22T08:00", "daily R0001: 1 entries, 0 wait",
                        "+ entry 2026-01-0001");
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("missed: book.onebook daily 2026-01-21T07:30 NOBODY_WAS_THERE");
        assertThat(serve("--once", "--book", firm.book().toString())).isZero();
        assertThat(said.size() + complained.size()).isZero();
        assertThat(firm.entries(clock)).hasSize(1);
    }

    @Test
    void what_waits_and_what_is_refused_shows_in_the_exit_code() throws IOException {
        firm.getsForeign(1, "2026-01-05", 1000);
        Path office = Files.writeString(folder.resolve("office.yaml"),
                "companies:\n  - {name: 甲, book: a/book.onebook}\n");
        assertThat(serve("--once", "--office", office.toString())).isZero();
        clock.set("2026-01-21T08:00");
        assertThat(serve("--once", "--office", office.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("INVOICE_IS_NOT_OURS");
        Files.writeString(office, "companies:\n  - {name: 甲, book: a/book.onebook}\n"
                + "  - {name: 乙, book: b/book.onebook}\n");
        assertThat(serve("--once", "--office", office.toString())).isZero();
        clock.set("2026-01-22T08:00");
        assertThat(serve("--once", "--office", office.toString())).isEqualTo(3);
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("BOOK_NOT_FOUND", "乙 daily");
    }

    @Test
    void a_wrong_office_file_is_refused_and_wrong_usage_is_usage() {
        assertThat(serve("--once", "--office", folder.resolve("none.yaml").toString()))
                .isEqualTo(3);
        assertThat(complained.toString(StandardCharsets.UTF_8)).startsWith("OFFICE_FILE_IS_WRONG");
        assertThat(serve("--once", "--book", folder.resolve("x/y.onebook").toString()))
                .isEqualTo(3);
        assertThat(complained.toString(StandardCharsets.UTF_8)).startsWith("BOOK_NOT_FOUND");
        assertThat(serve("--once")).isEqualTo(64);
        assertThat(serve("--book", "a", "--office", "b")).isEqualTo(64);
    }
}
