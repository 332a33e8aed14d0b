package onebook.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onebook.Tree;
import org.junit.jupiter.api.Test;

/** Each of the 44 requirements has a test of its number, or a line that says why it is out. */
class RequirementsTableTest {
    private static final String TABLE =
            "src/test/resources/onebook/requirements/requirements.csv";
    private static final List<Class<?>> TESTS = List.of(VoucherRequirementsTest.class,
            PaperRequirementsTest.class, BookRequirementsTest.class, PeopleRequirementsTest.class,
            DataRequirementsTest.class);
    private static final Pattern OUTSIDE_QUOTES =
            Pattern.compile(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)");

    /** @param where the test, a semicolon and what is missing; where it is out only why */
    private record Row(String id, String chinese, String english, String state, String where) {
        String prefix() {
            return id.toLowerCase(Locale.ROOT).replace('-', '_') + "_";
        }

        boolean isTested() {
            return !state.equals("out");
        }
    }

    private static List<Row> rows() {
        return Tree.text(TABLE).lines().skip(1).map(OUTSIDE_QUOTES::split)
                .map(cell -> new Row(cell[0], cell[2], cell[3], cell[4], cell[5])).toList();
    }

    private static Map<String, Method> tests() {
        Map<String, Method> tests = new TreeMap<>();
        TESTS.stream().flatMap(one -> Stream.of(one.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .forEach(method -> tests.put(method.getName(), method));
        return tests;
    }

    @Test
    void all_44_stand_in_the_table_once_and_in_order() {
        assertThat(rows()).extracting(Row::id).containsExactlyElementsOf(
                IntStream.rangeClosed(1, 44).mapToObj("R-%02d"::formatted).toList());
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.state()).isIn("tested", "part", "out");
            assertThat(row.chinese()).isNotBlank();
            assertThat(row.english()).isNotBlank();
        });
    }

    @Test
    void what_is_tested_has_a_test_of_its_number_and_what_is_out_has_none() {
        Map<String, Method> tests = tests();
        for (Row row : rows()) {
            List<Method> own = tests.entrySet().stream()
                    .filter(test -> test.getKey().startsWith(row.prefix()))
                    .map(Map.Entry::getValue).toList();
            assertThat(own).as(row.id()).hasSize(row.isTested() ? 1 : 0).allSatisfy(test ->
                    assertThat(row.where().replaceFirst("^\"", ""))
                            .startsWith(test.getDeclaringClass().getSimpleName()));
        }
        assertThat(tests.keySet()).allMatch(name -> name.matches("r_\\d\\d_.*"));
    }

    @Test
    void what_is_out_or_half_done_is_said_in_both_languages_and_nothing_else_is() {
        List<String> open = rows().stream().filter(row -> !row.state().equals("tested"))
                .map(Row::id).toList();
        assertThat(named("README.md", "## What the rules ask")).isEqualTo(open);
        assertThat(named("README.zh-CN.md", "## 规范的要求")).isEqualTo(open);
    }

    /** The numbers that begin a line of a section. */
    private static List<String> named(String file, String section) {
        List<String> named = new ArrayList<>();
        String text = Tree.text(file);
        text = text.substring(text.indexOf(section));
        text.substring(0, text.indexOf("\n## ")).lines()
                .filter(line -> line.startsWith("- **R-"))
                .forEach(line -> named.add(line.substring(4, 8)));
        return named.stream().sorted().toList();
    }
}
