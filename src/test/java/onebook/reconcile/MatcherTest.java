package onebook.reconcile;

import static onebook.reconcile.Cash.ABC;
import static onebook.reconcile.Cash.ABC_NUMBER;
import static onebook.reconcile.Cash.ALIPAY;
import static onebook.reconcile.Cash.CCB;
import static onebook.reconcile.Cash.CCB_NUMBER;
import static onebook.reconcile.Cash.KNOWN;
import static onebook.reconcile.Cash.OWN_NAME;
import static onebook.reconcile.Cash.line;
import static onebook.reconcile.Cash.owedByUs;
import static onebook.reconcile.Cash.owedToUs;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
    private static final String YUNFAN = "浙江云帆科技有限公司";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "浙江云帆科技有限公司        | 货款                               | 10100.00  | 2026-01-10 | a",
        "浙江 云帆科技有限公司       | -                                 | 10100.00  | 2026-01-10 | a",
        "-                        | 货款-浙江云帆科技有限公司            | 10100.00  | 2026-01-10 | a",
        "瑞帆(合肥)贸易有限公司       | 货款                               | 500.00    | 2026-01-10 | r",
        "瑞帆 （合肥） 贸易有限公司    | -                                 | 500.00    | 2026-01-10 | r",
        "-                        | 在线支付 瑞帆(合肥)贸易有限公司 订单     | 500.00    | 2026-01-05 | r",
        "张三                      | 代付 浙江云帆科技有限公司 货款         | 10100.00  | 2026-01-10 | a",
        "浙江云帆科技有限公司        | 货款                               | 10100.01  | 2026-01-10 | -",
        "浙江云帆科技有限公司        | 货款                               | -10100.00 | 2026-01-10 | -",
        "浙江云帆科技有限公司        | 预付                               | 10100.00  | 2026-01-02 | -",
        "上海宏远贸易有限公司        | 货款                               | 10100.00  | 2026-01-10 | -",
        "云帆科技有限公司           | 货款                               | 10100.00  | 2026-01-10 | -",
        "云帆科技有限公司           | 代浙江云帆科技有限公司付             | 10100.00  | 2026-01-10 | -",
        "杭州明达供应链有限公司      | 货款                               | -3250.50  | 2026-01-10 | p",
        "杭州明达供应链有限公司      | 货款                               | 3250.50   | 2026-01-10 | -",
        "-                        | -                                | 500.00    | 2026-01-10 | -"})
    void a_line_settles_an_item_of_the_same_amount_and_party_that_is_not_younger(String party,
            String memo, String amount, String date, String item) {
        List<OpenItem> items = List.of(owedToUs("a", YUNFAN, "10100.00", "2026-01-03"),
                owedToUs("r", "瑞帆（合肥）贸易有限公司", "500.00", "2026-01-05"),
                owedByUs("p", "杭州明达供应链有限公司", "3250.50", "2026-01-01"));
        Matcher.Result result = Matcher.match(items, List.of(line("l", ABC, date + " " + amount,
                party == null ? "" : party, "", memo == null ? "" : memo)), KNOWN);

        assertThat(result.matches()).extracting(match -> ((Match.Settlement) match).item().id())
                .isEqualTo(item == null ? List.of() : List.of(item));
        assertThat(result.unmatched()).hasSize(item == null ? 1 : 0)
                .allSatisfy(left -> assertThat(left.reason())
                .isEqualTo(Refusal.NO_RULE_KNOWS_THIS));
    }

    @Test
    void of_equal_items_of_one_party_the_oldest_is_settled_first_and_each_only_once() {
        List<OpenItem> items = List.of(owedToUs("new", YUNFAN, "100.00", "2026-01-05"),
                owedToUs("old", YUNFAN, "100.00", "2026-01-03"));
        List<CashLine> lines = List.of(line("second", ABC, "2026-01-20 100.00", YUNFAN, "", ""),
                line("first", ABC, "2026-01-10 100.00", YUNFAN, "", ""),
                line("third", ABC, "2026-01-21 100.00", YUNFAN, "", ""));
        Matcher.Result result = Matcher.match(items, lines, KNOWN);

        assertThat(pairs(result)).containsExactly("first-old", "second-new");
        assertThat(result.matches().get(0).why().chinese()).isEqualTo("收到 浙江云帆科技有限公司 的 100.00，"
                + "与其 2026-01-03 的应收款（invoice:old）金额相同，是其中最早的一笔");
        assertThat(result.matches().get(0).why().english()).isEqualTo("浙江云帆科技有限公司 paid 100.00, "
                + "exactly what it owed since 2026-01-03 (invoice:old), the oldest of several");
        assertThat(next(result)).isEqualTo(
                "其次：浙江云帆科技有限公司 的另一笔 2026-01-05（invoice:new），排在其后");
        assertThat(result.unmatched()).extracting(left -> left.line().id())
                .containsExactly("third");
        assertThat(result.unmatched().get(0).why().chinese())
                .isEqualTo("该单位没有在当日或之前、金额正好为 100.00 的未结款项");
    }

    @Test
    void items_of_different_parties_that_fit_equally_wait_for_a_person() {
        List<OpenItem> items = List.of(owedToUs("a", YUNFAN, "100.00", "2026-01-03"),
                owedToUs("r", "瑞帆（合肥）贸易有限公司", "100.00", "2026-01-05"));
        Matcher.Result result = Matcher.match(items,
                List.of(line("l", ABC, "2026-01-10 100.00", "", "", "浙江云帆科技有限公司 瑞帆(合肥)贸易有限公司 货款")),
                KNOWN);

        assertThat(result.matches()).isEmpty();
        assertThat(result.unmatched()).hasSize(1);
        assertThat(result.unmatched().get(0).reason()).isEqualTo(Refusal.SEVERAL_MATCHES_ARE_EQUAL);
        assertThat(result.unmatched().get(0).why().chinese()).isEqualTo(
                "100.00 同样符合 %s、瑞帆（合肥）贸易有限公司 的未结款项，请选择".formatted(YUNFAN));
        assertThat(result.unmatched().get(0).why().english()).isEqualTo(
                "100.00 fits open items of %s, 瑞帆（合肥）贸易有限公司 equally well; choose one"
                .formatted(YUNFAN));
    }

    @Test
    void somebody_elses_item_of_the_amount_is_named_as_the_runner_up() {
        List<OpenItem> items = List.of(owedToUs("a", YUNFAN, "100.00", "2026-01-03"),
                owedToUs("r", "瑞帆（合肥）贸易有限公司", "100.00", "2026-01-02"));
        Matcher.Result result = Matcher.match(items,
                List.of(line("l", ABC, "2026-01-10 100.00", YUNFAN, "", "")), KNOWN);

        assertThat(pairs(result)).containsExactly("l-a");
        assertThat(next(result)).isEqualTo(
                "其次：瑞帆（合肥）贸易有限公司 2026-01-02（invoice:r）金额相同，但流水中没有该单位");
    }

    @Test
    void an_own_transfer_is_paired_by_number_even_where_a_customer_pays_the_same_amount() {
        List<CashLine> lines = List.of(
                line("out", ABC, "2026-01-19 -28000.00", OWN_NAME, CCB_NUMBER, "资金划转"),
                line("customer", CCB, "2026-01-19 28000.00", YUNFAN, "1202", "货款"),
                line("in", CCB, "2026-01-20 28000.00", OWN_NAME, ABC_NUMBER, "转账"));
        List<OpenItem> items = List.of(owedToUs("a", YUNFAN, "28000.00", "2026-01-03"));
        Matcher.Result result = Matcher.match(items, lines, KNOWN);

        assertThat(pairs(result)).containsExactlyInAnyOrder("out>in", "customer-a");
        assertThat(result.matches().stream().filter(Match.Transfer.class::isInstance).findFirst()
                .orElseThrow().why().chinese()).isEqualTo("2026-01-19 从 1002.01 转出、2026-01-20 "
                + "转入 1002.02 的 28000.00 是同一笔：对方账号是本单位账户，金额相反，相隔 1 天");
    }

    @Test
    void a_withdrawal_from_a_wallet_is_a_transfer_to_the_bank_that_receives_it() {
        List<CashLine> lines = List.of(
                line("out", ALIPAY, "2026-02-24 -28300.00", "", CCB_NUMBER, "提现"),
                line("in", CCB, "2026-02-25 28300.00", "支付宝（中国）网络技术有限公司", "215500690", "支付宝提现"));

        assertThat(pairs(Matcher.match(List.of(), lines, KNOWN))).containsExactly("out>in");
        assertThat(pairs(Matcher.match(List.of(), List.of(
                line("out", ALIPAY, "2026-02-24 -28300.00", "", "", "提现"),
                line("in", CCB, "2026-02-25 28300.00", "支付宝(中国)网络技术有限公司", "215500690", "")),
                KNOWN))).containsExactly("out>in");
    }

    @Test
    void a_transfer_without_its_mirror_line_waits_and_settles_nothing() {
        List<OpenItem> items = List.of(owedByUs("p", OWN_NAME, "500.00", "2026-01-01"));
        Matcher.Result tooFar = Matcher.match(items, List.of(
                line("out", ABC, "2026-01-19 -500.00", OWN_NAME, CCB_NUMBER, "划转"),
                line("in", CCB, "2026-01-22 500.00", OWN_NAME, ABC_NUMBER, "划转")), KNOWN);

        assertThat(tooFar.matches()).isEmpty();
        assertThat(tooFar.unmatched()).extracting(Unmatched::reason)
                .containsExactly(Refusal.NO_RULE_KNOWS_THIS, Refusal.NO_RULE_KNOWS_THIS);
        assertThat(tooFar.unmatched().get(0).why().chinese()).contains("尚无对应的流水");
    }

    @Test
    void two_equal_transfers_in_a_row_make_two_pairs_each_with_its_nearest_line() {
        List<CashLine> lines = new ArrayList<>();
        for (int day = 5; day <= 7; day++) {
            lines.add(line("out" + day, ABC, "2026-01-0" + day + " -500.00", OWN_NAME, CCB_NUMBER,
                    ""));
            lines.add(line("in" + day, CCB, "2026-01-0" + day + " 500.00", OWN_NAME, ABC_NUMBER,
                    ""));
        }
        assertThat(pairs(Matcher.match(List.of(), lines, KNOWN)))
                .containsExactly("out5>in5", "out6>in6", "out7>in7");
    }

    @Test
    void lines_that_name_another_party_or_the_same_account_are_no_transfer() {
        assertThat(Matcher.match(List.of(), List.of(
                line("out", ABC, "2026-01-05 -500.00", "上海宏远贸易有限公司", "31050", "货款"),
                line("in", CCB, "2026-01-05 500.00", YUNFAN, "1202", "货款")), KNOWN).matches())
                .isEmpty();
        assertThat(Matcher.match(List.of(), List.of(
                line("out", ABC, "2026-01-05 -500.00", OWN_NAME, ABC_NUMBER, "冲正"),
                line("in", ABC, "2026-01-05 500.00", OWN_NAME, ABC_NUMBER, "冲正")), KNOWN)
                .matches()).isEmpty();
        assertThat(Matcher.match(List.of(), List.of(
                line("out", ABC, "2026-01-05 -500.00", OWN_NAME, CCB_NUMBER, "划转"),
                line("in", CCB, "2026-01-05 500.00", YUNFAN, "1202", "货款")), KNOWN).matches())
                .isEmpty();
    }

    @Test
    void masked_own_numbers_are_recognised() {
        assertThat(pairs(Matcher.match(List.of(), List.of(
                line("out", ABC, "2026-01-05 -500.00", "", "3305******0123", ""),
                line("in", CCB, "2026-01-06 500.00", "", "", "转存")), KNOWN)))
                .containsExactly("out>in");
    }

    @Test
    void zero_and_foreign_amounts_settle_nothing() {
        Matcher.Result result = Matcher.match(List.of(owedToUs("a", YUNFAN, "1.00", "2026-01-01")),
                List.of(line("zero", ABC, "2026-01-05 0.00", YUNFAN, "", "零元")), KNOWN);

        assertThat(result.unmatched()).extracting(left -> left.why().chinese())
                .containsExactly("金额为零，没有可入账的内容");
    }

    private static String next(Matcher.Result result) {
        return result.matches().get(0).runnerUp().orElseThrow().chinese();
    }

    static List<String> pairs(Matcher.Result result) {
        return result.matches().stream().map(match -> match instanceof Match.Transfer transfer
                ? transfer.paid().id() + ">" + transfer.received().id()
                : ((Match.Settlement) match).line().id() + "-"
                + ((Match.Settlement) match).item().id()).toList();
    }
}
