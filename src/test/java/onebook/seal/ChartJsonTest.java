package onebook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartJsonTest {
    private static final Account CASH = new Account(AccountCode.of("1001"), "库存现金", "Cash",
            Account.Kind.ASSET, Side.DEBIT);
    private static final Account SALES = new Account(AccountCode.of("5001"), "主营业务收入", "Sales",
            Account.Kind.INCOME, Side.CREDIT);

    @Test
    void a_chart_comes_back_in_order_of_code() {
        byte[] bytes = ChartJson.write(List.of(SALES, CASH));
        assertThat(bytes).asString(UTF_8).startsWith("[{\"code\":\"1001\",\"english\":\"Cash\","
                + "\"kind\":\"asset\",\"name\":\"库存现金\",\"side\":\"debit\"},");
        assertThat(ChartJson.parse(bytes)).containsExactly(CASH, SALES);
        assertThat(ChartJson.sha256(List.of(CASH, SALES))).hasSize(64)
                .isEqualTo(ChartJson.sha256(List.of(SALES, CASH)))
                .isNotEqualTo(ChartJson.sha256(List.of(CASH)));
    }

    @Test
    void an_account_added_later_is_the_body_of_a_leaf() {
        assertThat(ChartJson.account(ChartJson.body(CASH))).isEqualTo(CASH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "[{}]", "[[]]",
        "[{\"code\":\"1\",\"english\":\"\",\"kind\":\"asset\",\"name\":\"\",\"side\":\"debit\"}]",
        "[{\"code\":\"1001\",\"english\":\"\",\"kind\":\"Asset\",\"name\":\"\","
            + "\"side\":\"debit\"}]",
        "[{\"code\":\"1001\",\"english\":1,\"kind\":\"asset\",\"name\":\"\",\"side\":\"debit\"}]",
        "[{\"code\":\"1001\",\"english\":\"\",\"kind\":\"gold\",\"name\":\"\","
            + "\"side\":\"debit\"}]"})
    void a_chart_in_another_form_is_malformed(String text) {
        assertThatThrownBy(() -> ChartJson.parse(text.getBytes(UTF_8)))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void accounts_out_of_order_are_malformed() {
        String one = new String(ChartJson.write(List.of(CASH)), UTF_8);
        String two = new String(ChartJson.write(List.of(SALES)), UTF_8);
        String wrong = two.replace("]", ",") + one.replace("[", "");
        assertThatThrownBy(() -> ChartJson.parse(wrong.getBytes(UTF_8)))
                .isInstanceOf(MalformedException.class);
    }
}
