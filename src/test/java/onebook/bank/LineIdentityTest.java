package onebook.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onebook.ledger.Money;
import org.junit.jupiter.api.Test;

class LineIdentityTest {
    private static final StatementLine FIRST = line(5, "10100.00", "60100.00", "");
    private static final StatementLine TWIN_LATER = line(6, "10100.00", "70200.00", "");
    private static final StatementLine NO_BALANCE = line(7, "-50.00", null, "");

    @Test
    void overlapping_files_give_the_same_identity_whatever_the_row() {
        Set<String> ids = ids(List.of(FIRST, TWIN_LATER, NO_BALANCE));
        ids.addAll(ids(List.of(line(90, "10100.00", "70200.00", ""),
                line(91, "-50.00", null, ""))));

        assertThat(ids).hasSize(3)
                .allMatch(id -> id.matches("bank:19045101040012345:[0-9a-f]{32}"));
    }

    @Test
    void twins_of_one_file_stay_two() {
        assertThat(ids(List.of(NO_BALANCE, line(8, "-50.00", null, "")))).hasSize(2);
    }

    @Test
    void a_serial_shared_by_a_payment_and_its_fee_or_its_reversal_does_not_make_them_one() {
        assertThat(ids(List.of(line(1, "-100.00", null, "S1"), line(2, "-5.00", null, "S1"),
                line(3, "5.00", null, "S1")))).hasSize(3);
    }

    @Test
    void with_a_serial_it_does_not_matter_what_else_a_file_leaves_out() {
        assertThat(ids(List.of(line(1, "-100.00", "7.00", "S1"))))
                .isEqualTo(ids(List.of(line(4, "-100.00", null, "S1"))));
    }

    @Test
    void a_serial_of_zeros_is_none() {
        assertThat(ids(List.of(line(1, "0.01", "123.35", "0000000000"))))
                .isNotEqualTo(ids(List.of(line(1, "0.01", "999.99", "0000000000"))));
    }

    @Test
    void the_same_line_of_two_accounts_is_two_lines() {
        assertThat(LineIdentity.of("1", FIRST, 0)).isNotEqualTo(LineIdentity.of("2", FIRST, 0));
    }

    private static Set<String> ids(List<StatementLine> lines) {
        Set<String> ids = new TreeSet<>();
        LineIdentity.ofAll("19045101040012345", lines).forEach(line -> ids.add(line.id()));
        return ids;
    }

    private static StatementLine line(int row, String amount, String balance, String reference) {
        return new StatementLine(row, LocalDate.of(2026, 1, 5), "09:12:44", Money.parse(amount),
                Optional.ofNullable(balance).map(Money::parse), "浙江云帆科技有限公司",
                "1202026219900012345", "货款", reference, "");
    }
}
