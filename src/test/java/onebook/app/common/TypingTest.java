package onebook.app.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type in short, and what is understood. */
class TypingTest {
    private static final LocalDate SHOWN = LocalDate.parse("2026-04-01");

    @ParameterizedTest
    @CsvSource({"2026-03-31, 2026-03-31", "2026/3/31, 2026-03-31", "20260331, 2026-03-31",
        "2026年3月31日, 2026-03-31", "3-31, 2026-03-31", "3.5, 2026-03-05", "0331, 2026-03-31",
        "3月5日, 2026-03-05", "30, 2026-04-30", "' 9 ', 2026-04-09"})
    void a_day_is_read_as_it_is_typed(String typed, LocalDate meant) {
        assertThat(DayText.read(typed, SHOWN)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31", "2026-02-30", "1-2-3", "today", "202603", "-5", "5-", "٣",
        "99999999999"})
    void what_is_no_day_is_none(String typed) {
        assertThat(DayText.read(typed, SHOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"库存现金, kcxj", "银行存款, yhck", "应收账款, yszk", "主营业务收入, zyywsr",
        "应交税费, yjsf", "累计折旧, ljzj", "固定资产, gdzc", "管理费用, glfy", "实收资本, sszb",
        "本年利润, bnlr", "以前年度损益调整, yqndsytz", "POS机, posj", "A（乙）, ay"})
    void initials_are_those_a_bookkeeper_types(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }

    @Test
    void an_account_is_found_by_code_name_english_name_and_initials() {
        Account cash = new Account(AccountCode.of("1001"), "库存现金", "Cash on hand",
                Account.Kind.ASSET, Side.DEBIT);
        Account bank = new Account(AccountCode.of("1002"), "银行存款", "Cash at bank",
                Account.Kind.ASSET, Side.DEBIT);
        AccountSearch search = new AccountSearch(new ChartOfAccounts(List.of(cash, bank)));
        for (String typed : List.of("1002", "存款", "at bank", "yhck", "YH")) {
            assertThat(search.fitting(typed)).as(typed).containsExactly(bank);
        }
        assertThat(search.fitting("cash")).containsExactly(cash, bank);
        assertThat(search.meant("cash")).isEmpty();
        assertThat(search.meant("kcxj")).contains(cash);
    }
}
