package onebook.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceTest {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private static Properties words(String language) throws IOException {
        try (InputStream in = SentenceTest.class.getResourceAsStream(
                "sentences_" + language + ".properties")) {
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        }
    }

    private static Stream<String> keys() throws IOException {
        return new TreeSet<>(words("zh").stringPropertyNames()).stream();
    }

    private static List<String> places(String language, String key) throws IOException {
        return Wording.parse(words(language).getProperty(key)).places();
    }

    @Test
    void both_languages_have_the_same_sentences_with_the_same_places() throws IOException {
        assertThat(new TreeSet<>(words("en").keySet()))
                .isEqualTo(new TreeSet<>(words("zh").keySet()));
        for (String key : words("zh").stringPropertyNames()) {
            assertThat(places("en", key)).as(key)
                    .containsExactlyInAnyOrderElementsOf(places("zh", key));
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void each_language_keeps_to_itself(String key) throws IOException {
        assertThat(words("zh").getProperty(key)).matches(text -> HAN.matcher(text).find());
        assertThat(words("en").getProperty(key)).doesNotMatch(text -> HAN.matcher(text).find());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void what_was_said_is_read_back(String key) throws IOException {
        Object[] values = places("zh", key).stream()
                .map(place -> "甲乙-" + place).toArray();
        Sentence said = Sentence.of(key, values);
        boolean isNoted = key.startsWith("problem.") || key.startsWith("run.");
        assertThat(key.startsWith("op.") ? Sentence.logged(said.english())
                : isNoted ? Sentence.noted(said.english()) : Sentence.sealed(said.chinese()))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "没有金额为 5,600.40 的未结款项 | No open item has the amount 5,600.40",
        "收到 ACME Trading Co 的 1.00，与其 2026-01-03 的应收款（invoice:1）金额相同"
            + "| ACME Trading Co paid 1.00, exactly what it owed since 2026-01-03 (invoice:1)",
        "没有科目对应：甲、乙 | No account is known for: 甲, 乙",
        "客户要求退货 | 客户要求退货",
        "没有金额为 | 没有金额为",
        "'' | ''"})
    void a_sealed_reason_is_read_and_what_others_wrote_stays(String sealed, String english) {
        assertThat(Sentence.sealed(sealed)).isEqualTo(new Sentence(sealed, english));
    }

    @Test
    void what_a_person_wrote_is_not_taken_for_a_note_of_the_program() {
        assertThat(Sentence.sealed("this is not right").chinese()).isEqualTo("this is not right");
        assertThat(Sentence.noted("没有读到")).isEqualTo(Sentence.plain("没有读到"));
    }

    @Test
    void a_sentence_takes_its_values_and_no_others() {
        assertThatThrownBy(() -> Sentence.of("none.amount"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sentence.of("none.zero", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sentence.of("nothing"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void joined_sentences_leave_out_the_empty_ones() {
        Sentence all = Sentence.joined(Sentence.plain("甲公司 货款"), Sentence.plain(" "),
                Sentence.of("none.zero"));
        assertThat(all.english())
                .isEqualTo("甲公司 货款 · The amount is zero; there is nothing to book");
        assertThat(Sentence.parts(all.chinese())).hasSize(2);
    }

    /** Every note in the golden files of readers has its Chinese wording. */
    @ParameterizedTest
    @CsvSource({"/invoice/golden", "/onebook/bank/statements"})
    void what_readers_note_is_said_in_chinese(String folder) throws Exception {
        List<String> notes = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(
                SentenceTest.class.getResource(folder).toURI()))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
                JsonNode problems = new ObjectMapper().readTree(file.toFile()).path("problems");
                problems.forEach(problem -> notes.add(problem.path("text").asText()));
            }
        }
        assertThat(notes).isNotEmpty().allSatisfy(note ->
                assertThat(Sentence.noted(note).chinese()).as(note)
                        .matches(text -> HAN.matcher(text).find()));
    }
}
