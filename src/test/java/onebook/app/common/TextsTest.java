package onebook.app.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onebook.app.common.Texts.Language;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Refusal;
import onebook.tax.Column;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Pattern USED = Pattern.compile(
            "\\b(?:text|get|blank)\\((?:Material2Outlined[A-Z]+\\.[A-Z_]+,\\s*)?"
            + "\"([a-z][a-z-]*(?:\\.[a-zA-Z-]+)*)\"");
    private static final Pattern HANZI = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACE = Pattern.compile("%(?:[0-9]\\$)?[0-9]*[sd]");

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("onebook.app.messages", new Locale(language),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    @Test
    void both_languages_say_the_same_things() {
        Set<String> chinese = new TreeSet<>(bundle("zh").keySet());
        Set<String> english = new TreeSet<>(bundle("en").keySet());
        chinese.removeIf(key -> key.startsWith("refusal."));

        assertThat(english).isEqualTo(chinese);
    }

    @Test
    void both_languages_take_the_same_values() {
        ResourceBundle english = bundle("en");
        for (String key : english.keySet()) {
            assertThat(places(english.getString(key))).as(key)
                    .isEqualTo(places(bundle("zh").getString(key)));
        }
    }

    private static int places(String text) {
        return (int) PLACE.matcher(text).results().count();
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void every_refusal_says_in_both_languages_what_to_do(Refusal refusal) {
        String chinese = Texts.in(Language.ZH).refusal(refusal);
        String english = Texts.in(Language.EN).refusal(refusal);

        assertThat(chinese).matches(text -> HANZI.matcher(text).find()).contains("；").endsWith("。");
        assertThat(english).doesNotMatch(text -> HANZI.matcher(text).find()).endsWith(".");
        assertThat(Texts.in(Language.ZH).refusalBriefly(refusal)).hasSizeBetween(2, 24);
    }

    @Test
    void no_sentence_is_kept_for_a_refusal_that_is_gone() {
        Set<String> refusals = new TreeSet<>(Stream.of(Refusal.values())
                .map(one -> "refusal." + one.name()).toList());

        assertThat(bundle("zh").keySet().stream().filter(key -> key.startsWith("refusal.")))
                .allMatch(refusals::contains);
    }

    @Test
    void every_text_the_windows_ask_for_exists() throws IOException {
        Path sources = Path.of("app/src/main/java");
        Path root = Files.isDirectory(sources) ? sources : Path.of("../..").resolve(sources);
        Assumptions.assumeTrue(Files.isDirectory(root), "the sources are not here");
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                Matcher used = USED.matcher(Files.readString(file));
                while (used.find()) {
                    if (!bundle("zh").containsKey(used.group(1))) {
                        missing.add(file.getFileName() + " " + used.group(1));
                    }
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void every_value_that_names_a_text_has_one() {
        Texts texts = Texts.in(Language.EN);
        for (Place place : Place.values()) {
            assertThat(texts.get("nav." + place)).isNotBlank();
        }
        for (Column column : Column.values()) {
            assertThat(texts.get("tax." + column)).isNotBlank();
        }
        for (JournalEntry.Kind kind : JournalEntry.Kind.values()) {
            assertThat(texts.get("kind." + kind)).isNotBlank();
        }
        for (int line = 1; line <= 25; line++) {
            assertThat(texts.get("vat." + line)).isNotBlank();
        }
    }

    @Test
    void figures_have_thousands_separators_and_always_two_decimals() {
        assertThat(Figures.of(Money.cny(123456789))).isEqualTo("1,234,567.89");
        assertThat(Figures.of(Money.cny(-360000))).isEqualTo("-3,600.00");
        assertThat(Figures.of(Money.ZERO)).isEqualTo("0.00");
        assertThat(Figures.of(new Money(500, "JPY"))).isEqualTo("JPY 500");
        assertThat(Figures.of(Money.cny(Long.MAX_VALUE))).isEqualTo("92,233,720,368,547,758.07");
    }

    @Test
    void figures_are_read_as_people_type_them() {
        assertThat(Figures.read("1,234.5")).contains(Money.cny(123450));
        assertThat(Figures.read(" ￥1，234.50 ")).contains(Money.cny(123450));
        assertThat(Figures.read("-0.01")).contains(Money.cny(-1));
        assertThat(Figures.read("")).isEmpty();
        assertThat(Figures.read("12.345")).isEmpty();
        assertThat(Figures.read("twelve")).isEmpty();
        assertThat(Figures.read("99999999999999999999")).isEmpty();
    }

    @Test
    void a_robots_line_says_refusals_in_words_and_leaves_the_rest() {
        assertThat(Texts.in(Language.ZH).inWords("! a_B.pdf FILE_IS_BROKEN: EOF_MARK"))
                .isEqualTo("! a_B.pdf 文件打不开: EOF_MARK");
    }

    @Test
    void a_field_is_called_by_its_name_and_line() {
        Texts texts = Texts.in(Language.EN);

        assertThat(FieldNames.of("invoice.gross", texts)).isEqualTo("Gross");
        assertThat(FieldNames.of("invoice.lines.0.net", texts)).isEqualTo("Net 1");
        assertThat(FieldNames.of("line:17", texts)).isEqualTo("Row 17");
        assertThat(FieldNames.of("something.else", texts)).isEqualTo("something.else");
    }
}
