package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.report.Span;
import onebook.report.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years as a bookkeeper tells them; every figure reckoned by hand beside it. */
class YearStoriesTest {
    private static final String TAXED = Story.GENERAL
            + "closing: {incomeTax: {employees: 12}, reserve: {capital: \"1000000.00\"}, "
            + "owners: [{name: 张三, share: \"0.6\"}, {name: 李四, share: \"0.4\"}]}\n";
    @TempDir
    private Path folder;

    private static List<String> of(List<String> told, String rule) {
        return told.stream().filter(line -> line.startsWith(rule + ":")).toList();
    }

    @Test
    void a_small_company_accrues_five_percent_quarter_by_quarter_less_what_it_has() {
        try (Story story = Story.of(folder, TAXED)) {
            story.post("2026-02-10", "借 1002 300000.00; 贷 5301.01 300000.00");
            // 300,000 x 5 % = 15,000
            assertThat(of(story.close("2026-03"), "income-tax"))
                    .containsExactly("income-tax: 借 5801 15000.00; 贷 2221.14 15000.00");
            story.post("2026-05-10", "借 5602.05 100000.00; 贷 1002 100000.00");
            // 200,000 x 5 % = 10,000 < 15,000: a prepayment is not taken back within the year
            assertThat(of(story.close("2026-06"), "income-tax")).isEmpty();
            story.post("2026-07-10", "借 1002 250000.33; 贷 5301.01 250000.33");
            // 450,000.33: 25 % 112,500.08 less 20 % 90,000.07 = 22,500.01; less 15,000
            assertThat(of(story.close("2026-09"), "income-tax"))
                    .containsExactly("income-tax: 借 5801 7500.01; 贷 2221.14 7500.01");
            assertThat(story.entriesOf("income-tax").get(1).why()).isEqualTo(
                    "本年累计利润总额 450000.33，弥补以前年度亏损后 450000.33，税负 5%，"
                    + "应纳 22500.01，减已计提 15000.00");
        }
    }

    @Test
    void at_three_million_the_rate_is_five_percent_and_a_fen_more_makes_it_twenty_five() {
        try (Story story = Story.of(folder, TAXED)) {
            story.post("2026-01-10", "借 1002 3000000.00; 贷 5301.01 3000000.00");
            assertThat(of(story.close("2026-03"), "income-tax"))
                    .containsExactly("income-tax: 借 5801 150000.00; 贷 2221.14 150000.00");
            story.post("2026-04-10", "借 1002 0.01; 贷 5301.01 0.01");
            // 3,000,000.01 x 25 % = 750,000.00 (half up), less 150,000
            assertThat(of(story.close("2026-06"), "income-tax"))
                    .containsExactly("income-tax: 借 5801 600000.00; 贷 2221.14 600000.00");
            story.post("2026-07-10", "借 5602.05 0.01; 贷 1002 0.01");
            // back at the limit: the prepayment stands, the year's end takes 600,000 back
            assertThat(of(story.close("2026-09"), "income-tax")).isEmpty();
            List<String> december = story.close("2026-12");
            assertThat(of(december, "income-tax-back"))
                    .containsExactly("income-tax-back: 借 5801 -600000.00; 贷 2221.14 -600000.00");
            assertThat(story.balance("2221.14")).isEqualTo("-150000.00");
        }
    }

    @Test
    void a_company_that_is_too_large_or_restricted_pays_the_full_rate() {
        for (String terms : List.of("employees: 301", "employees: 3, restricted: true")) {
            Path own = folder.resolve(String.valueOf(terms.length()));
            own.toFile().mkdirs();
            String profile = Story.GENERAL + "closing: {incomeTax: {" + terms + "}}\n";
            try (Story story = Story.of(own, profile)) {
                story.post("2026-02-10", "借 1002 1000.00; 贷 5301.01 1000.00");
                assertThat(of(story.close("2026-03"), "income-tax"))
                        .containsExactly("income-tax: 借 5801 250.00; 贷 2221.14 250.00");
            }
        }
        Path own = folder.resolve("assets");
        own.toFile().mkdirs();
        try (Story story = Story.of(own, TAXED)) {
            // (100,000,000 + 100,001,000) / 2 > 50,000,000
            story.opening("借 1002 100000000.00; 贷 3001 100000000.00");
            story.post("2026-02-10", "借 1002 1000.00; 贷 5301.01 1000.00");
            assertThat(of(story.close("2026-03"), "income-tax"))
                    .containsExactly("income-tax: 借 5801 250.00; 贷 2221.14 250.00");
        }
    }

    @Test
    void losses_of_earlier_years_and_profit_before_the_book_count() {
        String profile = Story.GENERAL + "closing: {incomeTax: {employees: 1, losses: \"100.00\", "
                + "profitBefore: \"500.00\", accruedBefore: \"20.00\"}}\n";
        try (Story story = Story.of(folder, profile)) {
            story.post("2026-02-10", "借 1002 1000.00; 贷 5301.01 1000.00");
            // 1,500 - 100 = 1,400 x 5 % = 70, less 20
            assertThat(of(story.close("2026-03"), "income-tax"))
                    .containsExactly("income-tax: 借 5801 50.00; 贷 2221.14 50.00");
        }
    }

    @Test
    void a_good_year_sets_a_tenth_aside_and_its_owners_take_their_shares() {
        try (Story story = Story.of(folder, TAXED)) {
            story.opening("借 1002 1000000.00; 贷 3001 1000000.00");
            story.post("2026-02-10", "借 1002 200000.00; 贷 5301.01 200000.00");
            List<String> december = story.close("2026-12", Money.parse("100000.01"));
            // 200,000 - 10,000 tax = 190,000; reserve 19,000; 171,000 may be distributed
            assertThat(december.subList(december.size() - 4, december.size())).containsExactly(
                    "profit-transfer: 借 3103 190000.00; 贷 3104.05 190000.00",
                    "statutory-reserve: 借 3104.01 19000.00; 贷 3101 19000.00",
                    "distribution: 借 3104.03 100000.01; 贷 2232 60000.01 张三; 贷 2232 40000.00 李四",
                    "profit-transfer: 贷 3104.01 19000.00; 贷 3104.03 100000.01; "
                    + "借 3104.05 119000.01");
            assertThat(List.of(story.balance("3103"), story.balance("3104.01"),
                    story.balance("3104.03"), story.balance("3104.05"), story.balance("3101")))
                    .containsExactly("0.00", "0.00", "0.00", "-70999.99", "-19000.00");
            Statements year = story.desk.statements(Span.ofYear(2026));
            assertThat(year.checks()).isEmpty();
            assertThat(year.distributed()).isEqualTo(Money.parse("100000.01"));
            assertThat(year.incomeStatement().line(32).first().amount())
                    .isEqualTo(Money.parse("190000.00"));
        }
    }

    @Test
    void the_next_year_begins_with_what_this_one_ended_with() {
        try (Story story = Story.of(folder, TAXED)) {
            story.opening("借 1002 1000000.00; 贷 3001 1000000.00");
            story.post("2026-02-10", "借 1002 200000.00; 贷 5301.01 200000.00");
            story.close("2026-12");
            story.post("2027-01-10", "借 5602.05 1000.00; 贷 1002 1000.00");
            Statements january = story.desk.statements(Span.parse("2027-01"));
            // 1,200,000 at the bank; reserve 19,000 and 171,000 undistributed
            assertThat(january.balanceSheet().line(1).second().amount())
                    .isEqualTo(Money.parse("1200000.00"));
            assertThat(january.balanceSheet().line(50).second().amount())
                    .isEqualTo(Money.parse("19000.00"));
            assertThat(january.balanceSheet().line(51).second().amount())
                    .isEqualTo(Money.parse("171000.00"));
            assertThat(january.incomeStatement().line(32).second().amount())
                    .isEqualTo(Money.parse("-1000.00"));
            assertThat(january.checks()).isEmpty();
            story.close("2027-01");
            assertThat(story.balance("3103")).isEqualTo("1000.00");
            assertThat(story.desk.audit()).isEmpty();
        }
    }

    @Test
    void the_reserve_ends_at_half_the_capital_and_losses_come_first() {
        String profile = Story.GENERAL + "closing: {reserve: {}}\n";
        try (Story story = Story.of(folder, profile)) {
            story.opening("借 1002 1000.00; 贷 3001 900.00; 贷 3101 445.00; 贷 3104.05 -345.00");
            story.post("2026-02-10", "借 1002 400.00; 贷 5301.01 400.00");
            // (400 - 345) x 10 % = 5.50, but 450 - 445 leave room for 5
            assertThat(of(story.close("2026-12"), "statutory-reserve"))
                    .containsExactly("statutory-reserve: 借 3104.01 5.00; 贷 3101 5.00");
        }
    }

    @Test
    void a_year_of_loss_bears_no_tax_sets_nothing_aside_and_is_carried() {
        try (Story story = Story.of(folder, TAXED)) {
            story.post("2026-02-10", "借 1002 10000.00; 贷 5301.01 10000.00");
            assertThat(of(story.close("2026-03"), "income-tax"))
                    .containsExactly("income-tax: 借 5801 500.00; 贷 2221.14 500.00");
            story.post("2026-08-10", "借 5602.05 40000.00; 贷 1002 40000.00");
            List<String> december = story.close("2026-12");
            // 10,000 - 40,000 = -30,000: the 500 come back; the loss of 30,000 is carried
            assertThat(december).containsExactly(
                    "income-tax-back: 借 5801 -500.00; 贷 2221.14 -500.00",
                    "profit-transfer: 贷 5801 -500.00; 借 3103 -500.00",
                    "profit-transfer: 借 3104.05 30000.00; 贷 3103 30000.00");
            assertThat(story.balance("3104.05")).isEqualTo("30000.00");
        }
    }

    @Test
    void more_than_there_is_cannot_be_distributed() {
        try (Story story = Story.of(folder, TAXED)) {
            story.post("2026-02-10", "借 1002 1000.00; 贷 5301.01 1000.00");
            // 1,000 - 50 tax - 95 reserve = 855
            assertRefused(() -> story.close("2026-12", Money.parse("855.01")),
                    Refusal.DISTRIBUTION_EXCEEDS_PROFIT);
            assertThat(story.desk.lastClosed()).contains(Period.parse("2026-11"));
            assertThat(of(story.close("2026-12", Money.parse("855.00")), "distribution"))
                    .hasSize(1);
            assertThat(story.balance("3104.05")).isEqualTo("0.00");
        }
    }

    @Test
    void a_year_ends_with_december_and_with_no_other_month() {
        try (Story story = Story.of(folder, Story.SMALL)) {
            Closing closing = story.desk.closing();
            assertRefused(() -> closing.close(new CloseOrder(Period.parse("2026-01"), true,
                    Money.ZERO, Set.of()), "王芳"), Refusal.YEAR_END_BELONGS_TO_DECEMBER);
            assertRefused(() -> closing.close(new CloseOrder(Period.parse("2026-01"), false,
                    Money.parse("1.00"), Set.of()), "王芳"), Refusal.YEAR_END_BELONGS_TO_DECEMBER);
            story.close("2026-11");
            assertRefused(() -> closing.close(new CloseOrder(Period.parse("2026-12"), false,
                    Money.ZERO, Set.of()), "王芳"), Refusal.YEAR_END_BELONGS_TO_DECEMBER);
            RunReport robot = story.desk.run("close-month", false, "王芳",
                    RunReport.Progress.SILENT);
            assertThat(robot.diff()).containsExactly(
                    "! close 2026-12 YEAR_END_BELONGS_TO_DECEMBER");
            story.close("2026-12");
            assertThat(story.desk.lastClosed()).contains(Period.parse("2026-12"));
            assertRefused(() -> story.desk.close(Period.parse("2026-12"), "王芳"),
                    Refusal.PERIOD_ALREADY_CLOSED);
        }
    }

    @Test
    void what_waits_to_be_decided_keeps_the_year_open() {
        try (Story story = Story.of(folder, Story.SMALL)) {
            story.post("2026-11-10", "借 1901 300.00; 贷 1405 300.00");
            assertThat(story.close("2026-11")).isEmpty();
            assertRefused(() -> story.close("2026-12"), Refusal.PENDING_ITEMS_ARE_NOT_CLEARED);
            story.post("2026-12-20", "借 5711.09 300.00; 贷 1901 300.00");
            story.close("2026-12");
            assertThat(story.balance("3104.05")).isEqualTo("300.00");
        }
    }

    @Test
    void months_for_which_there_are_no_tax_rules_stay_open() {
        try (Story story = Story.of(folder, TAXED.replace("2026-01", "2028-01"))) {
            assertRefused(() -> story.desk.close(Period.parse("2028-01"), "王芳"),
                    Refusal.RULES_CANNOT_BE_USED);
        }
    }

    private static void assertRefused(Runnable command, Refusal refusal) {
        assertThatThrownBy(command::run).isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).refusal()).isEqualTo(refusal);
    }
}
