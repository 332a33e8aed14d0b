package onebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in odd places; its Java and Maven only say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String JAVA = """
        #!/bin/bash
        case "$*" in *-version*)
          printf '    java.home = %s\\n' "${0%/bin/java}" >&2
          echo 'openjdk version "VERSION" 2021-09-14' >&2; exit ;; esac
        while [ "$1" != -cp ]; do shift; done
        echo "path $2"; shift 2; printf 'argument %s\\n' "$@"; echo "in $PWD"
        """;
    private static final String MAVEN = """
        #!/bin/bash
        echo built >>"$COUNT"; sleep "${MAVEN_SECONDS:-0}"
        [ -z "$MAVEN_SAYS" ] || { echo "[ERROR] $MAVEN_SAYS"; exit 1; }
        while [ "$1" != -f ]; do shift; done
        cd "${2%/pom.xml}" || exit
        mkdir -p templates/target robots/target app/target
        for jar in templates/target/onebook-templates-0.1.0 app/target/onebook-app-0.1.0 \\
          robots/target/onebook robots/target/onebook-verify; do echo jar >$jar.jar; done
        echo "$PWD/pom.xml" >target/classpath.txt
        """;

    @TempDir
    private Path temp;
    private Path home;
    private Path bin;
    private Path count;

    @BeforeEach
    void a_checkout_and_a_jdk() throws IOException {
        home = temp.resolve("one book 一本账/target");
        for (String folder : List.of("templates", "robots/src/old", "app/src")) {
            Files.createDirectories(home.resolve(folder));
        }
        for (String file : List.of("pom.xml", "robots/pom.xml", "app/pom.xml",
                "robots/src/A.java")) {
            Files.writeString(home.resolve(file), "text");
        }
        Files.copy(Tree.root().resolve("onebook"), home.resolve("onebook"));
        count = temp.resolve("count");
        bin = temp.resolve("jdk/bin");
        Files.createDirectories(bin);
        for (String tool : List.of("readlink", "sed", "find", "mkdir", "cat", "rm", "mv", "cp",
                "sleep", "grep", "tail", "head", "uname", "tee", "touch")) {
            script(tool, "#!/bin/bash\nexec " + real(tool) + " \"$@\"\n");
        }
        script("java", JAVA.replace("VERSION", "17.0.1"));
        script("javac", "#!/bin/bash\n");
        script("mvn", MAVEN);
    }

    @Test
    void no_java_says_what_to_install() throws Exception {
        Files.delete(bin.resolve("java"));
        Ran ran = launch(Map.of(), "demo");
        assertThat(ran.code).isEqualTo(69);
        assertThat(ran.errors).contains("17 or newer", "sudo apt install openjdk-17-jdk maven",
            "brew install openjdk@17 maven", "winget install");
    }

    @Test
    void a_java_older_than_17_is_named() throws Exception {
        script("java", JAVA.replace("VERSION", "11.0.2"));
        Ran ran = launch(Map.of(), "demo");
        assertThat(ran.code).isEqualTo(69);
        assertThat(ran.errors).contains("version 17 or newer", bin + "/java is older");
        script("java", JAVA.replace("VERSION", "1.8.0_292"));
        assertThat(launch(Map.of(), "demo").code).isEqualTo(69);
    }

    @Test
    void a_java_home_without_java_is_named() throws Exception {
        Ran ran = launch(Map.of("JAVA_HOME", "/no/such jdk"), "demo");
        assertThat(ran.code).isEqualTo(69);
        assertThat(ran.errors).contains("JAVA_HOME is /no/such jdk");
    }

    @Test
    void java_home_goes_before_the_path() throws Exception {
        Path other = temp.resolve("other jdk/bin");
        Files.createDirectories(other);
        script(other.resolve("java"), JAVA.replace("VERSION", "25").replace("path $2", "other"));
        script(other.resolve("javac"), "#!/bin/bash\n");
        Ran ran = launch(Map.of("JAVA_HOME", other.getParent().toString()), "demo");
        assertThat(ran.output).startsWith("other");
    }

    @Test
    void a_runtime_without_a_compiler_cannot_build() throws Exception {
        Files.delete(bin.resolve("javac"));
        Ran ran = launch(Map.of(), "demo");
        assertThat(ran.code).isEqualTo(69);
        assertThat(ran.errors).contains("runtime only", "openjdk-17-jdk");
    }

    @Test
    void no_maven_says_what_to_install() throws Exception {
        Files.delete(bin.resolve("mvn"));
        Ran ran = launch(Map.of(), "demo");
        assertThat(ran.code).isEqualTo(69);
        assertThat(ran.errors).contains("Maven", "sudo apt install maven");
    }

    @Test
    void no_display_is_said_before_anything_is_built() throws Exception {
        script("uname", "#!/bin/bash\necho Linux\n");
        Ran ran = launch(Map.of());
        assertThat(ran.code).isEqualTo(69);
        assertThat(ran.errors).contains("no display", "--help");
        assertThat(builds()).isZero();
    }

    @Test
    void a_missing_gtk_is_said_before_anything_is_built() throws Exception {
        script("uname", "#!/bin/bash\necho Linux\n");
        script("ldconfig", "#!/bin/bash\necho libc.so.6\n");
        Ran ran = launch(Map.of("DISPLAY", ":9"));
        assertThat(ran.code).isEqualTo(69);
        assertThat(ran.errors).contains("GTK 3", "sudo apt install libgtk-3-0");
    }

    @Test
    void no_argument_opens_the_desktop() throws Exception {
        script("uname", "#!/bin/bash\necho Darwin\n");
        assertThat(launch(Map.of()).output).contains("argument onebook.app.start.Launcher\n");
    }

    @Test
    void arguments_reach_the_command_line_as_they_are() throws Exception {
        Ran ran = launch(Map.of(), "document", "read", "a b.xml", "发票.ofd", "", "*");
        assertThat(ran.output).contains("argument onebook.cli.Main\n"
            + "argument document\nargument read\n"
            + "argument a b.xml\nargument 发票.ofd\nargument \nargument *\n");
        assertThat(ran.output).contains("in " + temp.toRealPath());
    }

    @Test
    void a_link_to_a_link_finds_the_checkout() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("first link"), home.resolve("onebook"));
        Path second = Files.createSymbolicLink(temp.resolve("second"), link.getFileName());
        Ran ran = run(second, Map.of(), "demo");
        assertThat(ran.output)
            .contains("path " + home.toRealPath() + "/target/lib/onebook-app.jar:");
    }

    @Test
    void what_is_built_is_not_built_again_until_a_source_changes() throws Exception {
        launch(Map.of(), "demo");
        Ran second = launch(Map.of(), "demo");
        assertThat(second.errors).isEmpty();
        assertThat(builds()).isOne();
        Thread.sleep(20);
        Files.writeString(home.resolve("robots/src/A.java"), "other text");
        launch(Map.of(), "demo");
        assertThat(builds()).isEqualTo(2);
        Thread.sleep(20);
        Files.delete(home.resolve("robots/src/old"));
        launch(Map.of(), "demo");
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void a_moved_checkout_is_built_again() throws Exception {
        launch(Map.of(), "demo");
        home = Files.move(home, temp.resolve("elsewhere"));
        assertThat(launch(Map.of(), "demo").output)
            .contains("elsewhere/target/lib/onebook-app.jar");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void libraries_that_went_away_are_fetched_again() throws Exception {
        launch(Map.of(), "demo");
        Files.writeString(home.resolve("target/classpath.txt"), "/no/such.jar");
        launch(Map.of(), "demo");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void three_starts_at_once_build_once() throws Exception {
        List<Process> starts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            starts.add(begin(home.resolve("onebook"), Map.of("MAVEN_SECONDS", "1"), "demo"));
        }
        for (Process start : starts) {
            assertThat(Ran.of(start).output).contains("argument demo");
        }
        assertThat(builds()).isOne();
        assertThat(home.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void a_lock_left_by_a_dead_build_is_taken_over() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(home.resolve("target/build.lock"));
        Files.writeString(home.resolve("target/build.lock/pid"), dead.pid() + "\n");
        assertThat(launch(Map.of(), "demo").output).contains("argument demo");
    }

    @Test
    void a_failed_build_shows_what_maven_said_and_is_tried_again() throws Exception {
        Ran ran = launch(Map.of("MAVEN_SAYS", "A.java:[1] cannot find symbol"), "demo");
        assertThat(ran.code).isEqualTo(70);
        assertThat(ran.errors).contains("cannot find symbol", "could not be built");
        assertThat(home.resolve("target/build.lock")).doesNotExist();
        assertThat(launch(Map.of(), "demo").output).contains("argument demo");
    }

    @Test
    void no_network_is_called_that() throws Exception {
        Ran ran = launch(Map.of("MAVEN_SAYS", "Could not transfer artifact x"), "demo");
        assertThat(ran.code).isEqualTo(69);
        assertThat(ran.errors).contains("look at the network");
    }

    @Test
    void quiet_builds_without_a_word() throws Exception {
        assertThat(launch(Map.of(), "demo", "--quiet").errors).isEmpty();
        assertThat(builds()).isOne();
    }

    @Test
    void a_sample_needs_the_sources_of_the_tests() throws Exception {
        Ran ran = launch(Map.of(), "sample", "--seed", "7");
        assertThat(ran.code).isEqualTo(69);
        assertThat(ran.errors).contains("source checkout");
    }

    private long builds() throws IOException {
        return Files.exists(count) ? Files.readAllLines(count).size() : 0;
    }

    private Ran launch(Map<String, String> environment, String... arguments) throws Exception {
        return run(home.resolve("onebook"), environment, arguments);
    }

    private Ran run(Path launcher, Map<String, String> environment, String... arguments)
            throws Exception {
        return Ran.of(begin(launcher, environment, arguments));
    }

    private Process begin(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/bash", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", bin.toString(), "LANG", "C.UTF-8"));
        builder.environment().put("COUNT", count.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void script(String name, String text) throws IOException {
        script(bin.resolve(name), text);
    }

    private static void script(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path real(String tool) {
        return Stream.of("/bin", "/usr/bin").map(folder -> Path.of(folder, tool))
            .filter(Files::exists).findFirst().orElseThrow();
    }

    private record Ran(int code, String output, String errors) {
        static Ran of(Process process) throws Exception {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
            return new Ran(process.waitFor(), output, errors);
        }
    }
}
