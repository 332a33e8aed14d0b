package onebook.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountCodesTest {
    private static AccountCodes codes() {
        return new AccountCodes(Charts.own(), Charts.layouts(), false);
    }

    @ParameterizedTest
    @CsvSource({"1001,'',1001", "100201,'',1002.01", "1002001,'',1002.01", "1002.001,'',1002.01",
        "1002.1,中国工商银行,1002.01", "5602.1,水电费,5602.10", "1002-01,工商银行,1002.01", "１００２０１,'',1002.01",
        "5403,税金及附加,''", "540302,城市维护建设税,5403.02", "1001,现金,1001",
        "5602.99,管理费用-其他,5602.99", "'',管理费用/办公费,5602.05", "'',主营业务收入,5001",
        "5602007,办公费,5602.05", "5602 管理费用,'',''", "1001 库存现金,'',1001",
        "2221.06,应交税费-应交城市维护建设税,2221.11", "5801,所得税,5801"})
    void a_code_is_found_by_width_and_name(String code, String name, String found) {
        assertThat(codes().find(code, name).code().map(Object::toString).orElse(""))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"5001,生产成本,ACCOUNT_HAS_ANOTHER_NAME", "4001,实收资本,ACCOUNT_HAS_ANOTHER_NAME",
        "100201,建设银行,ACCOUNT_HAS_ANOTHER_NAME", "2221002,未交增值税,ACCOUNT_HAS_ANOTHER_NAME",
        "1131,应收账款,ACCOUNT_HAS_ANOTHER_NAME", "6001,主营业务收入,UNKNOWN_ACCOUNT",
        "1002.99,'',UNKNOWN_ACCOUNT", "1002,银行存款,ACCOUNT_IS_NOT_A_LEAF",
        "'',其他,UNKNOWN_ACCOUNT", "10020,'',UNKNOWN_ACCOUNT",
        "5602.1,'',UNKNOWN_ACCOUNT", "x1001,'',UNKNOWN_ACCOUNT"})
    void what_may_be_another_account_is_not_guessed(String code, String name, Refusal why) {
        AccountFinder.Found found = codes().find(code, name);
        assertThat(found.code()).isEmpty();
        assertThat(found.refusal()).isEqualTo(why);
    }

    @Test
    void where_codes_count_names_do_not_matter() {
        AccountCodes codes = new AccountCodes(Charts.own(), Charts.layouts(), true);
        assertThat(codes.find("100201", "建设银行").code().map(Object::toString))
                .contains("1002.01");
    }

    @Test
    void missing_details_are_made_under_what_there_is_upper_ones_first() {
        Map<String, String> asked = new TreeMap<>(Map.of("1122001", "应收账款-甲公司",
                "1123002001", "预付账款-乙公司-押金", "2221002", "应交税费-未交增值税",
                "6001", "主营业务收入", "4001001", "实收资本-张三", "1001", "库存现金"));
        AccountCodes codes = codes();
        codes.learn(asked.keySet());
        List<Account> made = codes.missing(asked);
        assertThat(made.stream().map(one -> one.code() + " " + one.name() + " " + one.kind()))
                .containsExactly("1122.001 甲公司 ASSET", "1123.002 1123.002 ASSET",
                        "1123.002.001 押金 ASSET", "2221.002 未交增值税 LIABILITY",
                        "4001.001 张三 COST");
        List<Account> all = new ArrayList<>(Charts.own().all());
        all.addAll(made);
        AccountCodes after = new AccountCodes(new ChartOfAccounts(all), Charts.layouts(), false);
        after.learn(asked.keySet());
        assertThat(after.find("2221002", "应交税费-未交增值税").code().map(Object::toString))
                .contains("2221.002");
    }
}
