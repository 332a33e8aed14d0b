package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.Tree;
import onebook.exchange.ChartMapping;
import onebook.exchange.Standards.Certainty;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-03-20T12:00");
    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(Firm.first(folder.resolve("firm")).begin(clock).book(), clock);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Path sample(String name) {
        return Tree.root().resolve("src/test/resources/exchange/migration/" + name + ".csv");
    }

    private Migration.Report migrate(String from, Map<String, AccountCode> byHand, boolean isDry) {
        return Migration.run(desk, new Migration.Order(sample(from + "-chart"),
                sample(from + "-balances"), byHand, isDry), "王芳");
    }

    private static Map<String, String> targets(Migration.Report report) {
        Map<String, String> targets = new TreeMap<>();
        for (ChartMapping.Mapped one : report.mapped()) {
            targets.put(one.old(), one.target().map(to -> to.code().value()).orElse("-"));
        }
        return targets;
    }

    @Test
    void a_company_of_the_standard_for_large_enterprises_is_brought_over() {
        Migration.Report report = migrate("asbe", Map.of(), false);
        assertThat(report.standard().system()).isEqualTo("asbe");
        assertThat(report.opening().problems()).isEmpty();
        assertThat(targets(report)).containsEntry("4001001", "3001.01")
                .containsEntry("5001", "4001").containsEntry("6001", "5001")
                .containsEntry("6602001", "5602.05").containsEntry("6602002", "5602.17")
                .containsEntry("2221003", "2221.14").containsEntry("1231", "-")
                .containsEntry("1811", "-").containsEntry("2205", "2203");
        assertThat(Firm.turnover(desk).get(AccountCode.of("1002.01")).balance())
                .isEqualTo(Money.parse("600.00"));
        assertThat(Firm.turnover(desk).get(AccountCode.of("3104.05")).balance())
                .isEqualTo(Money.parse("-550.00"));
        assertThat(desk.documents()).hasSize(2);
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void an_account_with_a_balance_that_has_no_counterpart_keeps_all_out() {
        Migration.Report report = migrate("old", Map.of(), false);
        assertThat(report.standard().system()).isEqualTo("old");
        assertThat(report.opening().problems()).extracting(Problem::name)
                .contains(Refusal.ACCOUNT_CANNOT_BE_MAPPED);
        assertThat(report.opening().problems().get(0).text()).contains("1141 坏账准备");
        assertThat(desk.entries(EntryFilter.ALL)).isEmpty();
        assertThat(desk.documents()).isEmpty();
        assertThat(desk.accounts()).noneMatch(one -> one.name().equals("工行"));
    }

    @Test
    void a_person_decides_what_no_rule_can() {
        Map<String, AccountCode> byHand = Map.of("1141", AccountCode.of("1122"));
        Migration.Report dry = migrate("old", byHand, true);
        assertThat(desk.entries(EntryFilter.ALL)).isEmpty();
        Migration.Report report = migrate("old", byHand, false);
        assertThat(targets(dry)).isEqualTo(targets(report));
        assertThat(targets(report)).containsEntry("1201", "1402").containsEntry("1221", "1411")
                .containsEntry("2151", "2211.01").containsEntry("217106", "2221.14")
                .containsEntry("217601", "2221.12").containsEntry("5501", "5601.99")
                .containsEntry("5801", "-");
        assertThat(report.mapped()).filteredOn(one -> one.old().equals("1221"))
                .extracting(ChartMapping.Mapped::certainty).containsExactly(Certainty.LIKELY);
        assertThat(Firm.turnover(desk).get(AccountCode.of("1411")).balance())
                .isEqualTo(Money.parse("30.00"));
        assertThat(Firm.turnover(desk).get(AccountCode.of("1122")).balance())
                .isEqualTo(Money.parse("45.00"));
    }

    @Test
    void a_chart_of_this_standard_keeps_its_codes() throws IOException {
        Path chart = Files.writeString(folder.resolve("chart.csv"),
                "科目编码,科目名称\n1001,库存现金\n3001,实收资本\n4001,生产成本\n5001,主营业务收入\n"
                + "5602,管理费用\n5602001,办公费\n");
        Path balances = Files.writeString(folder.resolve("balances.csv"),
                "科目编码,科目名称,期末借方,期末贷方\n1001,库存现金,5.00,\n3001,实收资本,,5.00\n");
        Migration.Report report = Migration.run(desk,
                new Migration.Order(chart, balances, Map.of(), true), "王芳");
        assertThat(report.standard().system()).isEqualTo("assbe");
        assertThat(report.opening().problems()).isEmpty();
        assertThat(targets(report)).containsEntry("1001", "1001")
                .containsEntry("5602001", "5602.05");
    }

    @Test
    void a_chart_of_no_known_system_is_refused() throws IOException {
        for (String rows : List.of("1001,库存现金\n1002,银行存款\n",
                "4001,实收资本\n5001,主营业务收入\n")) {
            Path chart = Files.writeString(folder.resolve("chart.csv"), "科目编码,科目名称\n" + rows);
            assertThatThrownBy(() -> Migration.run(desk, new Migration.Order(chart,
                    sample("asbe-balances"), Map.of(), true), "王芳"))
                    .isInstanceOfSatisfying(RefusedException.class, refused ->
                            assertThat(refused.refusal()).isEqualTo(Refusal.CHART_IS_NOT_KNOWN));
        }
    }

    @Test
    void every_rule_of_the_tables_leads_to_an_account_of_both_charts() {
        for (String table : List.of("chart-asbe", "chart-old")) {
            for (String chart : List.of("small-scale", "general")) {
                List<String> codes = Tree.text("templates/accounts/" + chart + ".csv").lines()
                        .map(line -> line.split(",")[0]).toList();
                assertThat(Tree.text("templates/exchange/" + table + ".csv").lines().skip(1)
                        .map(line -> line.split(",", 5)))
                        .allSatisfy(rule -> {
                            assertThat(rule[2].isEmpty() || codes.contains(rule[2]))
                                    .as(rule[0]).isTrue();
                            assertThat(rule[2].isEmpty()).isEqualTo(rule[3].equals("none"));
                            assertThat(rule[4]).isNotBlank();
                        });
            }
        }
    }
}
