package onebook.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.bank.Statement.Proof;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/** Public samples whose expected bookkeeping others wrote. */
class CorporaTest {
    private static final Comparator<StatementLine> BY_TIME =
            Comparator.comparing(StatementLine::date).thenComparing(StatementLine::time);
    private static final Path BANKS = Path.of(Optional.ofNullable(System.getenv("ONEBOOK_CORPORA"))
            .orElse("../shared/corpora")).resolve("bank-cn");

    @ParameterizedTest
    @CsvSource({
        "abc_debit,     abc-personal,     BROKEN,     5",
        "cmb/credit,    cmb-credit,       UNVERIFIED, 6",
        "cmb/debit,     cmb-personal,     BROKEN,     5",
        "boc/credit,    boc-credit,       UNVERIFIED, 14",
        "boc/debit,     boc-personal,     PROVEN,     17",
        "bocom_credit,  bocom-credit,     UNVERIFIED, 8",
        "bocom_debit,   bocom-personal,   BROKEN,     6",
        "cgb_credit,    cgb-credit,       UNVERIFIED, 4",
        "hsbchk/credit, hsbchk-credit,    UNVERIFIED, 11",
        "hsbchk/debit,  hsbchk-debit,     BROKEN,     10",
        "mt,            meituan-personal, UNVERIFIED, 29"})
    void each_expected_transaction_is_one_line_and_other_lines_are_told_to_be_ignored(
            String folder, String layout, Proof proof, int lines) throws IOException {
        Path dir = folder("double-entry-generator/" + folder);
        Statement statement = StatementFiles.read(only(dir, "records")).value().orElseThrow();

        assertThat(statement.layout()).isEqualTo(layout);
        assertThat(statement.lines()).hasSize(lines);
        assertThat(statement.proof()).isEqualTo(proof);
        assertThat(statement.leftOut()).isEmpty();
        List<StatementLine> left = new ArrayList<>(statement.lines());
        JsonNode config = new ObjectMapper(new YAMLFactory())
                .readTree(dir.resolve("config.yaml").toFile());
        for (Beancount wanted : Beancount.read(only(dir, "output.beancount"))) {
            StatementLine line = left.stream().filter(candidate -> fits(candidate, wanted, config))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no line for " + wanted + " in " + left));
            left.remove(line);
        }
        assertThat(left).allSatisfy(line -> assertThat(ignored(config)).as(line.toString())
                .anyMatch(word -> (line.party() + line.memo()).contains(word)));
    }

    private static boolean fits(StatementLine line, Beancount wanted, JsonNode config) {
        Set<String> cards = cards(config);
        boolean isCardKnown = wanted.legs().stream().anyMatch(leg -> cards.contains(leg.account()));
        return line.date().equals(wanted.date()) && (wanted.payee() + wanted.narration())
                .contains(line.party())
                && wanted.legs().stream()
                .filter(leg -> !isCardKnown || cards.contains(leg.account()))
                        .anyMatch(leg -> leg.currency().equals(line.amount().currency())
                                && leg.amount().compareTo(line.amount().toDecimal()) == 0);
    }

    private static Set<String> cards(JsonNode config) {
        Set<String> cards = new HashSet<>(config.findValuesAsText("methodAccount"));
        cards.addAll(config.findValuesAsText("defaultCashAccount"));
        return cards;
    }

    private static List<String> ignored(JsonNode config) {
        List<String> words = new ArrayList<>();
        for (JsonNode rule : config.findValue("rules")) {
            if (rule.path("ignore").asBoolean()) {
                String of = rule.path("item").asText() + rule.path("peer").asText()
                        + rule.path("method").asText();
                words.addAll(List.of(of.split(rule.path("sep").asText("\n"))));
            }
        }
        return words;
    }

    @Test
    void the_rows_where_trimmed_balances_break_are_named() throws IOException {
        Statement abc = StatementFiles.read(only(folder("double-entry-generator/abc_debit"),
                "records")).value().orElseThrow();

        assertThat(abc.problems()).extracting(Problem::name)
                .containsOnly(Refusal.BALANCE_DOES_NOT_CONTINUE);
        assertThat(abc.problems()).extracting(Problem::path)
                .containsExactly("line:3", "line:4", "line:5");
        assertThat(abc.problems().get(0).text())
                .isEqualTo("row 3: 11000.00 and -10.00 do not give 11000.00");
    }

    @Test
    void alipay_of_a_person_is_read_in_both_encodings() throws IOException {
        Path dir = folder("beancount-trans/project");
        Statement small = StatementFiles.read(dir.resolve("apps/translate/tests/data/单条测试_支付宝.csv"))
                .value().orElseThrow();
        Statement large = StatementFiles.read(dir.resolve("fixtures/sample_files/完整测试_支付宝.csv"))
                .value().orElseThrow();

        assertThat(small.lines()).extracting(line -> line.amount().toString())
                .containsExactly("0.00", "-19.00");
        assertThat(small.account())
                .isEqualTo(new Statement.BankAccount("137****6428", "dhr2333", "支付宝", "CNY"));
        assertThat(large.lines()).hasSize(80).isSortedAccordingTo(BY_TIME);
        assertThat(large.lines()).filteredOn(line -> line.amount().isPositive())
                .extracting(StatementLine::memo)
                .containsExactly("转账收款到余额宝 投资理财 余额宝", "项目结算-后台模块开发 收入", "项目结算-接口联调 收入",
                        "项目结算-验收尾款 收入");
        assertThat(large.problems()).isEmpty();
    }

    @Test
    void wechat_of_a_person_gives_neutral_lines_their_way() throws IOException {
        Path file = folder("beancount-trans/project").resolve("fixtures/sample_files/完整测试_微信.csv");
        Statement statement = StatementFiles.read(file).value().orElseThrow();

        assertThat(statement.account().name()).isEqualTo("测试用户名称");
        assertThat(statement.lines()).hasSize(37).isSortedAccordingTo(BY_TIME);
        assertThat(statement.lines()).filteredOn(line -> line.memo().contains("零钱充值"))
                .extracting(line -> line.amount().toString()).containsExactly("8.00");
        assertThat(statement.lines()).filteredOn(line -> line.memo().contains("零钱提现"))
                .extracting(line -> line.amount().toString()).containsExactly("-1000.00");
        assertThat(statement.problems()).isEmpty();
    }

    @Test
    void tables_that_are_no_statement_of_money_are_refused_by_name() throws IOException {
        for (String folder : List.of("htsec", "td", "bmo/credit", "bmo/debit")) {
            Path file = only(folder("double-entry-generator/" + folder), "records");
            assertThat(StatementFiles.read(file).value()).isEmpty();
            assertThat(StatementFiles.read(file).problems()).extracting(Problem::name)
                    .containsExactly(Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK);
        }
    }

    private static Path folder(String name) {
        Path dir = BANKS.resolve(name);
        assumeTrue(Files.isDirectory(dir), "no corpora at " + dir + "; set ONEBOOK_CORPORA");
        return dir;
    }

    private static Path only(Path dir, String part) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(file -> file.getFileName().toString().contains(part)).findFirst()
                    .orElseThrow();
        }
    }
}
