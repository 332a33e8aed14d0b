package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.closing.CloseCheck;
import onebook.closing.CloseCheck.Question;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.seal.Leaf;
import onebook.words.Sentence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every question asked before a month is closed, with something to find and without. */
class ChecklistTest {
    private static final Period JANUARY = Period.parse("2026-01");
    @TempDir
    private Path folder;
    private Story story;

    @BeforeEach
    void open() {
        story = Story.of(folder, Story.SMALL
                + "bankAccounts: [{account: \"1002.01\", bank: 招商银行, number: \"6222\"}]\n"
                + "closing: {incomeTax: {employees: 3}}\n");
    }

    @AfterEach
    void close() {
        story.close();
    }

    private CloseCheck check(Question question, String month) {
        return story.desk.closing().checklist(CloseOrder.of(Period.parse(month), Set.of()))
                .stream().filter(one -> one.question() == question).findFirst().orElseThrow();
    }

    private List<String> found(Question question, String month) {
        return check(question, month).items().stream().map(item -> item.text().english()).toList();
    }

    private void take(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        story.desk.run("capture", List.of(file), false, "王芳", RunReport.Progress.SILENT);
    }

    @Test
    void every_question_is_asked_in_order_and_nothing_is_found_in_a_book_that_begins() {
        List<CloseCheck> checks =
                story.desk.closing().checklist(CloseOrder.of(JANUARY, Set.of()));
        assertThat(checks).extracting(CloseCheck::question).containsExactly(Question.values());
        assertThat(checks).filteredOn(check -> !check.isClear())
                .extracting(CloseCheck::question).containsExactly(Question.STATEMENT_IS_MISSING);
        assertThat(found(Question.STATEMENT_IS_MISSING, "2026-01"))
                .containsExactly("1002.01 招商银行");
        assertThat(checks).allSatisfy(check -> assertThat(check.question().words().english())
                .isNotBlank());
    }

    @Test
    void papers_and_bank_lines_wait_apart() throws IOException {
        take("note.txt", "hello");
        take("table.csv", "甲,乙\n1,2\n");
        take("bank.csv", """
                账号,6222
                交易日期,收入,支出,余额,对方户名,摘要
                2026-01-05,100.00,,100.00,某人,不知道
                2026-02-05,100.00,,200.00,某人,下个月的
                """);
        assertThat(check(Question.DOCUMENTS_WAIT, "2026-01").items()).singleElement()
                .satisfies(item -> {
                    assertThat(item.text().english()).startsWith("table.csv ");
                    assertThat(item.link()).startsWith("inbox:");
                });
        assertThat(found(Question.BANK_LINES_WAIT, "2026-01")).singleElement().asString()
                .contains("2026-01-05", "NO_RULE_KNOWS_THIS");
        assertThat(found(Question.BANK_LINES_WAIT, "2026-02")).hasSize(2);
        assertThat(found(Question.STATEMENT_IS_MISSING, "2026-01")).isEmpty();
        assertThat(found(Question.STATEMENT_IS_MISSING, "2026-03")).hasSize(1);
    }

    @Test
    void a_bank_that_states_something_else_is_named_with_the_difference() throws IOException {
        story.post("2026-01-04", "借 1002.01 30.00; 贷 3001 30.00");
        take("bank.csv", """
                账号,6222
                交易日期,收入,支出,余额,对方户名,摘要
                2026-01-05,100.00,,600.00,某人,不知道
                """);
        assertThat(check(Question.BANK_DIFFERS, "2026-01").items()).singleElement()
                .satisfies(item -> {
                    assertThat(item.link()).isEqualTo("bank:1002.01");
                    assertThat(item.amount()).contains(Money.parse("-500.00"));
                });
    }

    @Test
    void each_day_that_ends_with_less_than_no_cash_is_named() {
        story.opening("借 1001 50.00; 贷 3001 50.00");
        story.post("2026-01-05", "借 5602.05 60.00; 贷 1001 60.00");
        story.post("2026-01-05", "借 1001 20.00; 贷 3001 20.00");
        story.post("2026-01-07", "借 5602.05 15.00; 贷 1001 15.00");
        story.post("2026-01-08", "借 5602.05 1.00; 贷 1001 1.00");
        story.post("2026-01-20", "借 1001 100.00; 贷 3001 100.00");
        // 50; 10 on the 5th, -5 on the 7th, -6 on the 8th, 94 on the 20th
        assertThat(found(Question.CASH_IS_NEGATIVE, "2026-01")).containsExactly(
                "2026-01-07 cash on hand 1001 -5.00", "2026-01-08 cash on hand 1001 -6.00");
        assertThat(found(Question.CASH_IS_NEGATIVE, "2026-02")).isEmpty();
    }

    @Test
    void cash_that_was_below_zero_before_is_named_in_a_month_without_any() {
        story.post("2026-01-05", "借 5602.05 60.00; 贷 1001 60.00");
        assertThat(found(Question.CASH_IS_NEGATIVE, "2026-02"))
                .containsExactly("2026-02-01 cash on hand 1001 -60.00");
    }

    @Test
    void balances_on_the_unusual_side_are_told_and_keep_nothing_open() {
        story.post("2026-01-05", "借 1122 -10.00 甲; 贷 1405 -5.00; 贷 3001 -5.00");
        story.post("2026-01-06", "借 2001 7.00; 贷 1002.01 7.00");
        assertThat(found(Question.SIDE_IS_UNUSUAL, "2026-01")).containsExactlyInAnyOrder(
                "1002.01 招商银行 in credit by 7.00", "2001 短期借款 in debit by 7.00",
                "3001 实收资本 in debit by 5.00");
        assertThat(story.desk.closeBlocked(JANUARY)).isEmpty();
    }

    @Test
    void accounts_that_should_be_empty_are_told_and_at_the_end_of_a_year_refused() {
        story.post("2026-01-05", "借 1901 7.00; 借 4101 3.00; 贷 1405 10.00");
        assertThat(found(Question.SHOULD_BE_EMPTY, "2026-01"))
                .containsExactly("1901 待处理财产损溢 in debit by 7.00");
        assertThat(found(Question.PENDING_IS_NOT_CLEARED, "2026-01")).isEmpty();
        assertThat(found(Question.PENDING_IS_NOT_CLEARED, "2026-12")).hasSize(1);
        assertThat(found(Question.SHOULD_BE_EMPTY, "2026-12"))
                .containsExactly("4101 制造费用 in debit by 3.00");
    }

    @Test
    void tax_that_no_sale_explains_is_a_difference_to_the_return() {
        story.post("2026-01-05", "借 1122 404000.00 甲; 贷 5001 400000.00; 贷 2221.01 4000.00");
        assertThat(found(Question.VAT_DIFFERS, "2026-03")).isEmpty();
        story.post("2026-02-05", "借 5602.05 9.00; 贷 2221.01 9.00");
        assertThat(found(Question.VAT_DIFFERS, "2026-03")).containsExactly(
                "VAT in the ledger 4009.00, in the return 4000.00, difference 9.00");
        assertThat(found(Question.VAT_DIFFERS, "2026-02")).as("no quarter ends").isEmpty();
    }

    @Test
    void limits_that_are_near_are_told() {
        story.post("2026-01-05", "借 1122 301990.00 甲; 贷 5001 299000.00; 贷 2221.01 2990.00");
        assertThat(found(Question.LIMIT_IS_NEAR, "2026-03")).singleElement().asString()
                .contains("299000.00", "300000.00");
        story.post("2026-04-05", "借 1002.01 2600000.00; 贷 5301.01 2600000.00");
        assertThat(found(Question.LIMIT_IS_NEAR, "2026-06")).containsExactly("taxable income "
                + "2899000.00, limit of a small low-profit company 3000000.00");
    }

    @Test
    void what_was_known_at_the_close_is_sealed_with_it() throws IOException {
        take("table.csv", "甲,乙\n1,2\n");
        CloseOrder order = CloseOrder.of(JANUARY, Set.of(Refusal.ITEMS_STILL_WAIT));
        story.desk.closing().close(order, "王芳");
        Leaf close = story.desk.book().journal().leaves().stream().map(Leaf::parse)
                .filter(leaf -> leaf.kind().equals("close")).findFirst().orElseThrow();
        assertThat(close.body()).containsEntry("who", "王芳").doesNotContainKey("year_end");
        assertThat((List<?>) close.body().get("known")).hasSize(2).first()
                .isEqualTo(Map.of("question", "DOCUMENTS_WAIT", "weight", "BLOCKS", "count", 1L,
                        "first", first("table.csv")));
        assertThat(story.desk.audit()).isEmpty();
    }

    private String first(String name) {
        return story.desk.waiting().stream().filter(item -> item.source().equals(name))
                .map(item -> item.source() + " " + item.reason() + " " + item.text().chinese())
                .map(String::strip).findFirst().orElseThrow();
    }

    @Test
    void a_book_that_does_not_balance_is_not_closed_whatever_a_person_accepts() {
        assertThat(Question.DEBITS_DIFFER.mayBeAccepted()).isFalse();
        assertThat(Closing.acceptable()).contains(Refusal.ITEMS_STILL_WAIT,
                Refusal.CASH_IS_BELOW_ZERO).doesNotContain(Refusal.BOOK_IS_DAMAGED,
                Refusal.DEBITS_NOT_EQUAL_CREDITS, Refusal.PERIODS_CLOSE_IN_ORDER);
        List<CloseCheck> checks = List.of(new CloseCheck(Question.DEBITS_DIFFER,
                List.of(new CloseCheck.Item(Sentence.plain("0.01"), "ledger:2026-01",
                        Optional.of(Money.cny(1))))));
        assertThat(Checklist.first(checks, JANUARY, Set.of(Refusal.values())).orElseThrow().name())
                .isEqualTo(Refusal.DEBITS_NOT_EQUAL_CREDITS);
    }

    // ---- foreign currency

    /** 1,000 at 7.10 less 400 at 7.00 is 600 dollars for 4,300 yuan. */
    @Test
    void dollars_are_worth_what_the_closing_rate_says() {
        Dollars.keep(story.desk);
        assertThat(found(Question.RATE_IS_MISSING, "2026-01")).containsExactly("USD");
        assertThatThrownBy(() -> story.close("2026-01"))
                .extracting(refused -> ((RefusedException) refused).refusal())
                .isEqualTo(Refusal.EXCHANGE_RATE_IS_MISSING);
        story.desk.closing().rate(JANUARY, "USD", new BigDecimal("7.2"), "王芳");
        // 600 x 7.2 = 4,320
        assertThat(story.close("2026-01")).startsWith(
                "exchange-gain: 借 1002.09 20.00; 贷 5301.05 20.00");
        assertThat(story.entriesOf("exchange-gain").get(0).why())
                .isEqualTo("外币余额按期末汇率折算：USD 7.2");
        story.desk.closing().rate(JANUARY.next(), "USD", new BigDecimal("7.0555"), "王芳");
        // 600 x 7.0555 = 4,233.30; 4,320 - 4,233.30
        assertThat(story.close("2026-02")).startsWith(
                "exchange-loss: 借 5603.03 86.70; 贷 1002.09 86.70");
        assertThat(story.balance("1002.09")).isEqualTo("4233.30");
        assertThat(story.desk.audit()).isEmpty();
    }

    @Test
    void a_balance_of_nothing_needs_no_rate_but_keeps_no_yuan() {
        Dollars.keep(story.desk);
        Dollars.move(story.desk, LocalDate.parse("2026-01-25"), "600.00", "7.05", Side.CREDIT);
        assertThat(found(Question.RATE_IS_MISSING, "2026-01")).isEmpty();
        story.desk.closing().rate(JANUARY, "USD", new BigDecimal("7.2"), "王芳");
        // 7,100 - 2,800 - 4,230 = 70 yuan for no dollars
        assertThat(story.close("2026-01")).startsWith(
                "exchange-loss: 借 5603.03 70.00; 贷 1002.09 70.00");
    }

    @Test
    void a_company_that_settles_anew_closes_by_it_from_then_on() {
        story.desk.closing().settle("off: [income-tax]\n", "王芳");
        story.post("2026-01-10", "借 1002.01 1000.00; 贷 5301.01 1000.00");
        assertThat(story.close("2026-03")).isEmpty();
        assertThat(story.desk.closing().policyText()).isEqualTo("off: [income-tax]\n");
        assertThatThrownBy(() -> story.desk.closing().settle("of: []", "王芳"))
                .extracting(refused -> ((RefusedException) refused).refusal())
                .isEqualTo(Refusal.RULES_CANNOT_BE_USED);
        byte[] large = new byte[10_001];
        Arrays.fill(large, (byte) '#');
        assertThatThrownBy(() -> story.desk.closing().settle(
                new String(large, StandardCharsets.UTF_8), "王芳"))
                .extracting(refused -> ((RefusedException) refused).refusal())
                .isEqualTo(Refusal.FILE_IS_TOO_LARGE);
        assertThat(story.desk.closing().policy().incomeTax()).isNull();
    }
}
