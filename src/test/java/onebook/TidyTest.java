package onebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * House rules that a compiler does not know. Hard limits fail. What is over a soft limit is counted
 * against {@code tidy.properties}, whose figures may only go down ({@code -Dgolden=write} lowers
 * them).
 */
class TidyTest {
    private static final String RATCHET = "src/test/resources/tidy.properties";
    private static final String THIS = "src/test/java/onebook/TidyTest.java";
    private static final Pattern VAGUE =
        Pattern.compile("Manager|Helper|Utils?(?![a-z])|Impl(?![a-z])|Abstract");
    private static final Pattern LEFTOVER = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");
    private static final Pattern BANNER =
        Pattern.compile("\\A\\s*(/\\*|//)[^;]*(Licensed|Copyright|License)");
    private static final Pattern MACHINE = Pattern.compile(
        "/work/|/root/|/home/[a-z]|/Users/[a-z]|[A-Z]:\\\\Users|\\.m2/repository"
            + "|repo1?\\.maven\\.|registry\\.npmjs|deb\\.debian\\.org|maven\\.aliyun|jfrog\\.io");
    private static final Pattern BACKSTAGE = Pattern.compile(
        "(?i)\\bissues? #?\\d|\\bsub-?agents?\\b|\\bworktree|\\bmerge request\\b|\\bpull request\\b"
            + "|\\bthe lead (wrote|merges)|\\bClaude\\b|\\bChatGPT\\b");
    private static final Set<String> EXACT = Set.of("ledger", "seal", "invoice", "bank", "rules",
        "reconcile", "exchange", "report", "tax", "closing", "lender");

    private static List<JavaFile> files;

    @BeforeAll
    static void parse_every_source() {
        files = Stream.of("robots/src/main/java", "app/src/main/java", "src/test/java")
            .filter(folder -> Files.isDirectory(Tree.root().resolve(folder)))
            .flatMap(folder -> Tree.files(folder, file -> file.endsWith(".java")).stream())
            .map(JavaFile::read).toList();
        assertThat(files).as("sources found").hasSizeGreaterThan(30);
    }

    @Test
    void no_method_is_longer_than_70_lines() {
        assertThat(methods().filter(method -> method.lines() > 70)).isEmpty();
    }

    @Test
    void no_file_is_longer_than_500_lines() {
        assertThat(files.stream().filter(file -> file.lines().size() > 500)
            .map(JavaFile::path)).isEmpty();
    }

    @Test
    void types_are_named_after_what_they_are() {
        assertThat(files.stream().flatMap(file -> file.types().stream())
            .filter(type -> VAGUE.matcher(type).find())).isEmpty();
    }

    @Test
    void nothing_is_left_for_later() {
        assertThat(lines(texts(), LEFTOVER)).isEmpty();
    }

    @Test
    void no_source_starts_with_a_licence() {
        assertThat(files.stream().map(JavaFile::path)
            .filter(path -> BANNER.matcher(Tree.text(path)).find())).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for() {
        Set<String> packages = new TreeSet<>();
        files.stream().map(JavaFile::path).filter(path -> !path.startsWith("src/test"))
            .forEach(path -> packages.add(path.substring(0, path.lastIndexOf('/'))));
        assertThat(packages.stream().map(folder -> folder + "/package-info.java")
            .filter(file -> !Files.exists(Tree.root().resolve(file))
                || !Tree.text(file).startsWith("/**"))).isEmpty();
    }

    @Test
    void templates_hold_data_only() {
        assertThat(Tree.files("templates", file -> file.matches(".*\\.(java|class|js|py)")))
            .isEmpty();
    }

    @Test
    void nothing_names_the_machine_it_was_written_on() {
        assertThat(lines(texts(), MACHINE)).isEmpty();
    }

    @Test
    void nothing_tells_how_it_was_made() {
        assertThat(lines(texts(), BACKSTAGE)).isEmpty();
    }

    @Test
    void text_ends_with_a_line_end_and_has_no_trailing_space() {
        assertThat(texts().stream().filter(file -> !file.endsWith(".csv")).filter(file -> {
            String text = Tree.text(file);
            return !text.isEmpty() && !text.endsWith("\n")
                || text.lines().anyMatch(line -> line.endsWith(" ") || line.endsWith("\t"));
        })).isEmpty();
    }

    @Test
    void money_is_written_without_a_floating_point() {
        assertThat(files.stream().filter(file -> file.path().startsWith("robots/"))
            .filter(file -> EXACT.contains(file.path().split("/")[5]))
            .flatMap(file -> file.floating().stream())).isEmpty();
    }

    @Test
    void what_is_over_a_soft_limit_gets_less() throws IOException {
        Map<String, List<String>> over = new TreeMap<>();
        for (String module : List.of("robots", "app", "src/test")) {
            String key = module.replace('/', '-') + ".";
            List<JavaFile> sources = files.stream()
                .filter(file -> file.path().startsWith(module + "/")).toList();
            over.put(key + "methods-over-40-lines", names(sources, method -> method.lines() > 40));
            over.put(key + "methods-over-5-parameters",
                names(sources, method -> method.parameters() > 5));
            over.put(key + "files-over-300-lines", sources.stream()
                .filter(file -> file.lines().size() > 300).map(JavaFile::path).toList());
            over.put(key + "lines-over-100-columns",
                sources.stream().flatMap(TidyTest::wide).toList());
        }
        over.put("src-test.tests-not-named-as-sentences", names(files, method ->
            method.isTest() && !method.name().contains("_")));
        over.put("src-test.refusals-no-test-produces", refusalsWithoutATest());
        compare(over);
    }

    private static void compare(Map<String, List<String>> over) throws IOException {
        Properties allowed = new Properties();
        allowed.load(new StringReader(Tree.text(RATCHET)));
        assertThat(over.keySet()).isEqualTo(allowed.stringPropertyNames());
        StringBuilder lowered = new StringBuilder("# What is over a soft limit of TidyTest. "
            + "These figures only go down.\n");
        List<String> worse = new ArrayList<>();
        over.forEach((what, places) -> {
            int limit = Integer.parseInt(allowed.getProperty(what));
            lowered.append(what).append('=').append(Math.min(limit, places.size())).append('\n');
            if (places.size() > limit) {
                worse.add(what + ": " + places.size() + " where " + limit + " are allowed:\n    "
                    + String.join("\n    ", places));
            } else if (places.size() < limit) {
                System.out.printf("tidy: %s can go down from %d to %d%n",
                    what, limit, places.size());
            }
        });
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(Tree.root().resolve(RATCHET), lowered, UTF_8);
        }
        assertThat(worse).as("over a soft limit").isEmpty();
    }

    private static List<String> refusalsWithoutATest() {
        StringBuilder tests = new StringBuilder();
        Tree.files("src/test", file -> file.matches(".*Test\\.java|.*\\.json|.*\\.csv"))
            .forEach(file -> tests.append(Tree.text(file)).append('\n'));
        return Stream.of(Refusal.values()).map(Refusal::name)
            .filter(name -> !Pattern.compile("\\b" + name + "\\b").matcher(tests).find()).toList();
    }

    private static Stream<JavaFile.Method> methods() {
        return files.stream().flatMap(file -> file.methods().stream());
    }

    private static List<String> names(List<JavaFile> sources, Predicate<JavaFile.Method> wanted) {
        return sources.stream().flatMap(file -> file.methods().stream()).filter(wanted)
            .map(method -> method.where() + " " + method.name() + " (" + method.lines() + " lines, "
                + method.parameters() + " parameters)").toList();
    }

    private static Stream<String> wide(JavaFile file) {
        return Stream.iterate(0, i -> i < file.lines().size(), i -> i + 1)
            .filter(i -> !file.lines().get(i).strip().startsWith("//")) // a real line that is read
            .filter(i -> file.lines().get(i).codePoints().count() > 100)
            .map(i -> file.path() + ":" + (i + 1));
    }

    /** Every text file that people write, but not test documents, fonts' licences or this file. */
    private static List<String> texts() {
        return Tree.files("", file -> file.matches(
                ".*\\.(java|md|xml|yaml|css|properties|fxml|cmd|ps1|csv|sh|gitignore)"
                    + "|onebook|\\.ci/run")
            && !file.startsWith("src/test/resources/") && !file.startsWith("templates/sample/")
            && !file.equals(THIS));
    }

    private static List<String> lines(List<String> paths, Pattern pattern) {
        List<String> found = new ArrayList<>();
        for (String path : paths) {
            String[] text = Tree.text(path).split("\n", -1);
            for (int i = 0; i < text.length; i++) {
                if (pattern.matcher(text[i]).find()) {
                    found.add(path + ":" + (i + 1) + " " + text[i].strip());
                }
            }
        }
        return found;
    }
}
