package onebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onebook.robot.Firm;
import onebook.robot.Staff;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people on one book, each in a process of his own, with passwords in its environment. */
class PersonCommandTest {
    private static final String NEW = "Neues-Geheimnis-77";
    @TempDir
    private Path folder;
    private Firm firm;
    private String told = "";

    @BeforeEach
    void hire() {
        firm = Staff.hire(Firm.first(folder), new SettableClock("2026-01-20T12:00"));
    }

    /** Gives the exit code; {@code told} is what it said on both ways. */
    private int run(String user, String password, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-cp",
                System.getProperty("java.class.path"), "onebook.cli.Main"));
        all.addAll(List.of(words));
        all.addAll(List.of("--book", firm.book().toString()));
        if (!user.isEmpty()) {
            all.addAll(List.of("--user", user));
        }
        ProcessBuilder child = new ProcessBuilder(all).redirectErrorStream(true);
        child.environment().put("LC_ALL", "C.UTF-8");
        child.environment().put("ONEBOOK_PASSWORD", password);
        child.environment().put("ONEBOOK_NEW_PASSWORD", NEW);
        Process process = child.start();
        process.getOutputStream().close();
        told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    @Test
    void three_people_take_a_voucher_into_the_book() throws Exception {
        assertThat(run("", "", "voucher", "list")).isEqualTo(3);
        assertThat(told).startsWith("NOBODY_IS_SIGNED_ON");
        assertThat(run(Staff.BOOKKEEPER, "falsch", "voucher", "list")).isEqualTo(3);
        assertThat(told).startsWith("NAME_OR_PASSWORD_IS_WRONG").doesNotContain("falsch");
        assertThat(run(Staff.BOOKKEEPER, Staff.SECRET, "voucher", "new", "--summary", "买纸",
                "--date", "2026-01-15", "--line", "account=5602.05 debit=12", "--line",
                "account=1001 credit=12", "--no-evidence", "收据遗失")).isZero();
        assertThat(run(Staff.BOOKKEEPER, Staff.SECRET, "voucher", "review", "1")).isEqualTo(3);
        assertThat(told).startsWith("ROLE_IS_MISSING");
        assertThat(run(Staff.REVIEWER, Staff.SECRET, "voucher", "review", "1")).isZero();
        assertThat(told).doesNotContain("单用户");
        assertThat(run(Staff.POSTER, Staff.SECRET, "voucher", "post", "1", "--format", "json"))
                .isZero();
        assertThat(told).contains("\"by\":\"赵记\"", "\"preparedBy\":\"陈会\"",
                "\"reviewedBy\":\"李审\"");
        assertThat(run(Staff.BOOKKEEPER, Staff.SECRET, "book", "correct", "--entry",
                "2026-01-0001", "--why", "错")).as("waits for a reviewer").isEqualTo(1);
        assertThat(told).startsWith("VOUCHER_WAITS_FOR_REVIEW");
    }

    @Test
    void an_owner_adds_changes_and_removes_people_and_no_file_tells_a_password() throws Exception {
        assertThat(run(Staff.OWNER, Staff.SECRET, "book", "person", "add", "--name", "王芳",
                "--role", "bookkeeper", "--role", "poster")).isZero();
        assertThat(told).contains("王芳", "bookkeeper poster");
        assertThat(run("王芳", NEW, "book", "person", "list", "--format", "json")).isZero();
        assertThat(told).contains("{\"name\":\"王芳\",\"roles\":[\"bookkeeper\",\"poster\"]}");
        assertThat(run("王芳", NEW, "book", "person", "role", "--name", "王芳", "--role", "owner"))
                .isEqualTo(3);
        assertThat(told).startsWith("ROLE_IS_MISSING");
        Path key = folder.resolve("wang.p12");
        assertThat(run("王芳", NEW, "book", "person", "key", "--name", "王芳", "--out",
                key.toString())).isZero();
        assertThat(run("王芳", NEW, "book", "log", "--who", "王芳", "--key", key.toString()))
                .isZero();
        assertThat(told).contains("王芳", "sign on", "key of 王芳");
        assertThat(run(Staff.OWNER, Staff.SECRET, "book", "person", "remove", "--name", "王芳"))
                .isZero();
        assertThat(run("王芳", NEW, "book", "balance")).isEqualTo(3);
        assertThat(run(Staff.OWNER, Staff.SECRET, "book", "person", "one-person", "--allow",
                "perhaps")).isEqualTo(64);
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(PersonCommandTest::tellsNothing);
        }
    }

    private static void tellsNothing(Path file) {
        try {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .as(file.toString()).doesNotContain(NEW).doesNotContain(Staff.SECRET);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void without_a_terminal_a_password_must_be_in_the_environment() throws Exception {
        assertThat(run(Staff.OWNER, "", "book", "balance")).isEqualTo(3);
        assertThat(told).contains("NAME_OR_PASSWORD_IS_WRONG", "ONEBOOK_PASSWORD");
    }
}
