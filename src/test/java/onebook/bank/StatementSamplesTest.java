package onebook.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onebook.document.Reading;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each {@code x.csv} of the folder is read as {@code x.expected.json} says, and as the same when
 * saved
 * in every other form. {@code -Dgolden=write} rewrites what is expected; review the difference.
 */
class StatementSamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path FOLDER = Stream.of("src/test/resources/onebook/bank/statements",
            "resources/onebook/bank/statements").map(Path::of).filter(Files::isDirectory)
            .findFirst().orElseThrow();

    @TempDir
    private Path temp;

    @TestFactory
    List<DynamicTest> every_sample_is_read_as_expected() throws IOException {
        return tests("", sample -> {
            Reading<Statement> reading = StatementFiles.read(sample);
            String json = JSON.writeValueAsString(StatementJson.of(name(sample), reading)) + "\n";
            Path expected = FOLDER.resolve(name(sample).replace(".csv", ".expected.json"));
            if ("write".equals(System.getProperty("golden"))) {
                Files.writeString(expected, json);
            }
            assertThat(json).isEqualToIgnoringNewLines(Files.readString(expected));
        });
    }

    @TestFactory
    List<DynamicTest> every_sample_says_the_same_in_every_other_form() throws IOException {
        List<DynamicTest> all = new ArrayList<>();
        for (OtherForm form : OtherForm.values()) {
            all.addAll(tests(" as " + form, sample -> {
                Path other = form.write(sample, temp.resolve(name(sample) + ".xls"));
                assertSame(StatementFiles.read(sample), StatementFiles.read(other), form);
            }));
        }
        return all;
    }

    private static void assertSame(Reading<Statement> csv, Reading<Statement> other,
            OtherForm form) {
        assertThat(other.source()).isEqualTo(form.source);
        Statement wanted = csv.value().orElseThrow();
        Statement got = other.value().orElseThrow();
        assertThat(got.lines()).isEqualTo(wanted.lines());
        assertThat(got.account()).isEqualTo(wanted.account());
        assertThat(got.opening()).isEqualTo(wanted.opening());
        assertThat(got.closing()).isEqualTo(wanted.closing());
        assertThat(got.proof()).isEqualTo(wanted.proof());
        assertThat(got.leftOut()).extracting(Statement.LeftOut::row)
                .isEqualTo(wanted.leftOut().stream().map(Statement.LeftOut::row).toList());
    }

    /** 付款人 and 收款人 instead of 对方, or amounts without a sign, are beyond the words alone. */
    @TestFactory
    List<DynamicTest> dates_amounts_and_balances_are_found_by_the_words_of_the_header_alone()
            throws IOException {
        StatementReader words = new StatementReader(Layouts.ofWordsAlone());
        return tests(" by words", sample -> {
            Statement known = StatementFiles.read(sample).value().orElseThrow();
            Statement got = words.read(StatementFiles.document(sample)).value().orElseThrow();
            assertThat(got.layout()).isEqualTo("generic");
            assertThat(got.lines()).usingRecursiveFieldByFieldElementComparatorOnFields(
                    "row", "date", "time", "amount", "balance").isEqualTo(known.lines());
            assertThat(got.proof()).isEqualTo(known.proof());
        });
    }

    @Test
    void every_layout_of_a_company_has_a_sample() throws IOException {
        List<String> read = new ArrayList<>();
        for (Path sample : samples()) {
            StatementFiles.read(sample).value()
                    .ifPresent(statement -> read.add(statement.layout()));
        }
        assertThat(Layouts.bundled().vocabulary.layouts().stream()
                .filter(name -> name.contains("corporate")
                || name.equals("alipay-merchant") || name.equals("wechat-funds"))).isNotEmpty()
                .allMatch(read::contains);
    }

    @Test
    void no_expectation_is_without_its_sample() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> name(file).endsWith(".expected.json")))
                    .allMatch(file -> Files.exists(FOLDER.resolve(name(file)
                    .replace(".expected.json", ".csv"))));
        }
    }

    private interface Check {
        void of(Path sample) throws IOException;
    }

    private static List<DynamicTest> tests(String suffix, Check check) throws IOException {
        return samples().stream()
                .map(sample -> DynamicTest.dynamicTest(name(sample) + suffix, () ->
                check.of(sample))).toList();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> name(file).endsWith(".csv")).sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** A table as other programs save it. */
    private enum OtherForm {
        XLSX_OF_TEXTS("xlsx"), XLSX_OF_NUMBERS("xlsx"), XLS_OF_NUMBERS("xls"), HTML("html"),
                SPREADSHEET_2003("html"),
        UTF_16_TABS("csv"), UTF_8_WITH_MARK("csv");

        private final String source;

        OtherForm(String source) {
            this.source = source;
        }

        Path write(Path sample, Path to) throws IOException {
            List<List<String>> rows = SheetForms.rows(sample);
            return switch (this) {
                case XLSX_OF_TEXTS -> SheetForms.workbook(rows, true, false, to);
                case XLSX_OF_NUMBERS -> SheetForms.workbook(rows, true, true, to);
                case XLS_OF_NUMBERS -> SheetForms.workbook(rows, false, true, to);
                case HTML -> Files.writeString(to, SheetForms.html(rows));
                case SPREADSHEET_2003 -> Files.writeString(to, SheetForms.spreadsheet2003(rows));
                case UTF_16_TABS -> Files.write(to, ("\uFEFF" + SheetForms.tabs(rows))
                        .getBytes(StandardCharsets.UTF_16LE));
                case UTF_8_WITH_MARK -> Files.writeString(to, "\uFEFF" + SheetForms.commas(rows));
            };
        }
    }
}
