package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Months and quarters as a bookkeeper tells them; every figure reckoned by hand beside it. */
class MonthStoriesTest {
    private static final String GENERAL_SMALL = Story.GENERAL + "closing: {halved: true}\n";
    @TempDir
    private Path folder;

    private static List<String> of(List<String> told, String rule) {
        return told.stream().filter(line -> line.startsWith(rule + ":")).toList();
    }

    @Test
    void a_small_scale_quarter_below_the_limit_keeps_its_vat_as_income() {
        try (Story story = Story.of(folder, Story.SMALL)) {
            story.post("2026-01-10", "借 1122 101000.00 甲; 贷 5001 100000.00; 贷 2221.01 1000.00");
            story.post("2026-03-20", "借 1122 181800.00 乙; 贷 5051 180000.00; 贷 2221.01 1800.00");
            List<String> march = story.close("2026-03");
            // 100,000 + 180,000 = 280,000 < 300,000: exempt, 1,000 + 1,800 = 2,800 become income
            assertThat(of(march, "vat-exempt"))
                    .containsExactly("vat-exempt: 借 2221.01 2800.00; 贷 5301.06 2800.00");
            assertThat(of(march, "surcharges")).isEmpty();
            assertThat(story.balance("2221.01")).isEqualTo("0.00");
            // January 100,000, March 180,000 + 2,800
            assertThat(story.balance("3103")).isEqualTo("-282800.00");
            assertThat(story.balance("5001")).isEqualTo("0.00");
        }
    }

    @Test
    void a_small_scale_quarter_above_the_limit_bears_tax_and_half_the_surcharges() {
        try (Story story = Story.of(folder, Story.SMALL)) {
            story.post("2026-01-10", "借 1122 202000.00 甲; 贷 5001 200000.00; 贷 2221.01 2000.00");
            story.post("2026-03-20", "借 1122 202000.00 乙; 贷 5001 200000.00; 贷 2221.01 2000.00");
            List<String> march = story.close("2026-03");
            // VAT 4,000; city 4,000 x 7 % x 50 % = 140, 3 % : 60, 2 % : 40
            assertThat(of(march, "surcharges")).containsExactly("surcharges: 借 5403.02 140.00; "
                    + "借 5403.03 60.00; 借 5403.04 40.00; "
                    + "贷 2221.11 140.00; 贷 2221.12 60.00; 贷 2221.13 40.00");
            assertThat(of(march, "vat-exempt")).isEmpty();
            assertThat(story.balance("2221.01")).isEqualTo("-4000.00");
            assertThat(story.entriesOf("surcharges").get(0).why())
                    .isEqualTo("按本季应纳增值税 4000.00 计提，减半征收");
        }
    }

    @Test
    void goods_sold_leave_the_stock_by_the_margin_the_company_named() {
        String margin = Story.SMALL + "costOfSales: {method: gross-margin, rate: \"0.23\"}\n";
        try (Story story = Story.of(folder, margin)) {
            story.post("2026-01-10", "借 1122 1010.50 甲; 贷 5001 1000.50; 贷 2221.01 10.00");
            // 1,000.50 x 0.77 = 770.385, half up 770.39
            assertThat(of(story.close("2026-01"), "cost-of-sales"))
                    .containsExactly("cost-of-sales: 借 5401 770.39; 贷 1405 770.39");
            assertThat(story.entriesOf("cost-of-sales").get(0).why())
                    .isEqualTo("毛利率法：本月商品销售收入 1000.50 ×（1 − 0.23）");
        }
    }

    @Test
    void more_input_than_output_stays_and_is_used_in_the_next_month() {
        try (Story story = Story.of(folder, Story.GENERAL)) {
            story.post("2026-01-10", "借 1405 153846.15; 借 2221.01.01 20000.00; 贷 2202 173846.15 丙");
            story.post("2026-01-20", "借 1122 113000.00 甲; 贷 5001 100000.00; "
                    + "贷 2221.01.07 13000.00");
            List<String> january = story.close("2026-01");
            assertThat(of(january, "vat-unpaid")).isEmpty();
            assertThat(of(january, "surcharges")).isEmpty();
            assertThat(story.balance("2221.01")).as("留抵 20,000 - 13,000").isEqualTo("7000.00");
            story.post("2026-02-10", "借 1405 76923.08; 借 2221.01.01 10000.00; 贷 2202 86923.08 丙");
            story.post("2026-02-20", "借 1122 226000.00 甲; 贷 5001 200000.00; "
                    + "贷 2221.01.07 26000.00");
            List<String> february = story.close("2026-02");
            // 26,000 - 10,000 - 7,000 = 9,000; city 7 % 630, education 3 % 270, local 2 % 180
            assertThat(february).startsWith(
                    "vat-unpaid: 借 2221.01.04 9000.00; 贷 2221.02 9000.00",
                    "surcharges: 借 5403.02 630.00; 借 5403.03 270.00; 借 5403.04 180.00; "
                    + "贷 2221.11 630.00; 贷 2221.12 270.00; 贷 2221.13 180.00");
            assertThat(story.balance("2221.01")).isEqualTo("0.00");
            assertThat(story.balance("2221.02")).isEqualTo("-9000.00");
        }
    }

    @Test
    void a_small_general_taxpayer_pays_half_the_surcharges_and_none_for_education() {
        try (Story story = Story.of(folder, GENERAL_SMALL)) {
            story.post("2026-01-20", "借 1122 90400.00 甲; 贷 5001 80000.00; 贷 2221.01.07 10400.00");
            // 10,400 x 7 % x 50 % = 364; sales of 80,000 are not above 100,000
            assertThat(of(story.close("2026-01"), "surcharges"))
                    .containsExactly("surcharges: 借 5403.02 364.00; 贷 2221.11 364.00");
        }
    }

    @Test
    void tax_paid_within_the_month_that_was_too_much_is_moved_and_carried_input_is_not() {
        try (Story story = Story.of(folder, Story.GENERAL)) {
            story.post("2026-01-05", "借 2221.01.03 5000.00; 贷 1002 5000.00");
            story.post("2026-01-10", "借 1405 76923.08; 借 2221.01.01 10000.00; 贷 2202 86923.08 丙");
            story.post("2026-01-20", "借 1122 113000.00 甲; 贷 5001 100000.00; "
                    + "贷 2221.01.07 13000.00");
            List<String> january = story.close("2026-01");
            // due 13,000 - 10,000 = 3,000, paid 5,000: 2,000 too much; surcharges on 3,000
            assertThat(january).startsWith(
                    "vat-overpaid: 借 2221.02 2000.00; 贷 2221.01.10 2000.00",
                    "surcharges: 借 5403.02 210.00; 贷 2221.11 210.00");
            assertThat(story.balance("2221.01")).isEqualTo("0.00");
            story.post("2026-02-05", "借 2221.01.03 500.00; 贷 1002 500.00");
            story.post("2026-02-10", "借 1405 7692.31; 借 2221.01.01 1000.00; 贷 2202 8692.31 丙");
            assertThat(of(story.close("2026-02"), "vat-overpaid"))
                    .containsExactly("vat-overpaid: 借 2221.02 500.00; 贷 2221.01.10 500.00");
            assertThat(story.balance("2221.01")).as("留抵").isEqualTo("1000.00");
        }
    }

    @Test
    void prepaid_vat_meets_the_unpaid_at_the_end_of_the_month() {
        try (Story story = Story.of(folder, Story.GENERAL)) {
            story.post("2026-01-05", "借 2221.03 700.00; 贷 1002 700.00");
            assertThat(of(story.close("2026-01"), "vat-prepaid"))
                    .containsExactly("vat-prepaid: 借 2221.02 700.00; 贷 2221.03 700.00");
        }
    }

    @Test
    void stamp_duty_is_reckoned_where_the_company_asked_for_it() {
        String asked = Story.SMALL + "closing: {stampDuty: [sales, purchases, capital]}\n";
        try (Story story = Story.of(folder, asked)) {
            story.post("2026-01-05", "借 1002 1000000.00; 贷 3001 1000000.00");
            story.post("2026-02-05", "借 1405 50000.00; 贷 2202 50000.00 丙");
            story.post("2026-03-05", "借 1122 101000.00 甲; 贷 5001 100000.00; 贷 2221.01 1000.00");
            // halved: 100,000 x 0.3‰ x 50 % = 15, 50,000: 7.50, capital 1,000,000 x 0.25‰ x 50 % = 125
            assertThat(of(story.close("2026-03"), "stamp-duty"))
                    .containsExactly("stamp-duty: 借 5403.05 147.50; 贷 2221.16 147.50");
        }
    }

    @Test
    void what_is_settled_by_nobody_is_not_booked() {
        try (Story story = Story.of(folder, Story.SMALL)) {
            story.post("2026-03-05", "借 1122 101000.00 甲; 贷 5001 100000.00; 贷 2221.01 1000.00");
            assertThat(story.close("2026-03")).extracting(line -> line.split(":")[0])
                    .containsExactly("vat-exempt", "profit-transfer");
        }
    }

    @Test
    void a_rule_the_company_turned_off_is_not_asked() {
        String off = Story.SMALL + "closing: {off: [vat-exempt]}\n";
        try (Story story = Story.of(folder, off)) {
            story.post("2026-03-05", "借 1122 101000.00 甲; 贷 5001 100000.00; 贷 2221.01 1000.00");
            assertThat(of(story.close("2026-03"), "vat-exempt")).isEmpty();
            assertThat(story.balance("2221.01")).isEqualTo("-1000.00");
        }
    }

    /** Closing entries that stand already are counted; a later sale adds what is missing. */
    @Test
    void the_close_posts_what_is_still_missing() {
        String margin = Story.SMALL + "costOfSales: {method: gross-margin, rate: \"0.20\"}\n";
        try (Story story = Story.of(folder, margin)) {
            story.post("2026-01-10", "借 1122 101.00 甲; 贷 5001 100.00; 贷 2221.01 1.00");
            Closing.Closed first = story.desk.closing().preview(
                    CloseOrder.of(Period.parse("2026-01"), Set.of()), "王芳");
            JournalEntry cost = first.entries().get(0);
            assertThat(Story.told(List.of(cost)))
                    .containsExactly("cost-of-sales: 借 5401 80.00; 贷 1405 80.00");
            story.post(new Proposal(cost.proposal(), cost.date(), cost.kind(),
                    cost.summary(), cost.postings(), List.of(), cost.rule(), cost.why(), List.of(),
                    Optional.empty()));
            story.post("2026-01-11", "借 1122 50.50 甲; 贷 5001 50.00; 贷 2221.01 0.50");
            // 150 x 0.80 = 120, of which 80 stand
            List<String> rest = story.close("2026-01");
            assertThat(rest).startsWith("cost-of-sales: 借 5401 40.00; 贷 1405 40.00");
            assertThat(Stream.of("5401", "5001").map(story::balance))
                    .containsExactly("0.00", "0.00");
            assertThat(story.balance("3103")).isEqualTo("-30.00");
        }
    }

    @Test
    void too_much_that_stands_is_taken_back_in_red() {
        String margin = Story.SMALL + "costOfSales: {method: gross-margin, rate: \"0.20\"}\n";
        try (Story story = Story.of(folder, margin)) {
            story.post("2026-01-10", "借 1122 101.00 甲; 贷 5001 100.00; 贷 2221.01 1.00");
            JournalEntry cost = story.desk.closing().preview(CloseOrder.of(
                    Period.parse("2026-01"), Set.of()), "王芳").entries().get(0);
            story.post(new Proposal(cost.proposal(), cost.date(), cost.kind(),
                    cost.summary(), cost.postings(), List.of(), cost.rule(), cost.why(), List.of(),
                    Optional.empty()));
            story.post("2026-01-12", "借 1122 -50.50 甲; 贷 5001 -50.00; 贷 2221.01 -0.50");
            assertThat(story.close("2026-01"))
                    .startsWith("cost-of-sales: 借 5401 -40.00; 贷 1405 -40.00");
        }
    }

    @Test
    void a_preview_shows_what_the_close_posts_and_changes_nothing() {
        try (Story story = Story.of(folder, Story.SMALL)) {
            story.post("2026-01-10", "借 1122 101.00 甲; 贷 5001 100.00; 贷 2221.01 1.00");
            CloseOrder order = CloseOrder.of(Period.parse("2026-01"), Set.of());
            List<JournalEntry> shown = story.desk.closing().preview(order, "王芳").entries();
            assertThat(story.desk.lastClosed()).isEmpty();
            assertThat(story.desk.entries(EntryFilter.ALL)).hasSize(1);
            assertThat(story.desk.closing().attempt(order, "王芳").entries()).isEqualTo(shown);
        }
    }
}
