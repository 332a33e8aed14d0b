package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import onebook.ledger.Account;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Side;
import org.junit.jupiter.api.Test;

class TrialBalanceTest {
    private static final Period FEB = Period.parse("2026-02");
    private static final ChartOfAccounts CHART = SmallBook.chart().with(List.of(
            SmallBook.account("1002.01", "=HYPERLINK(\"x\"),行", Account.Kind.ASSET, Side.DEBIT)));

    private static SmallBook book() {
        return new SmallBook()
                .opening("2026-01-01", "D 1002.01 900.00; C 3001 900.00")
                .entry("2026-01-05", "D 1122 101.00 甲; C 5001 100.00; C 2221.01 1.00")
                .entry("2026-02-05", "D 1002.01 101.00; C 1122 101.00 甲")
                .entry("2026-02-06", "D 1122 -50.50 甲; C 5001 -50.00; C 2221.01 -0.50")
                .entry("2026-03-06", "D 5602.05 7.00; C 1002.01 7.00");
    }

    @Test
    void rows_carry_forward_turn_over_and_carry_on() {
        TrialBalance balance = TrialBalance.of(book().entries(), CHART, FEB, FEB);
        assertThat(balance.csv()).isEqualTo("""
                account,name,openingDebit,openingCredit,debit,credit,\
                closingDebit,closingCredit
                1002.01,"'=HYPERLINK(""x""),行",900.00,0.00,101.00,0.00,1001.00,0.00
                1122,应收账款,101.00,0.00,-50.50,101.00,0.00,50.50
                2221.01,应交增值税,0.00,1.00,0.00,-0.50,0.00,0.50
                3001,实收资本,0.00,900.00,0.00,0.00,0.00,900.00
                5001,主营业务收入,0.00,100.00,0.00,-50.00,0.00,50.00
                total,,1001.00,1001.00,50.50,50.50,1001.00,1001.00
                """);
        assertThat(balance.checks()).isEmpty();
    }

    @Test
    void opening_entry_of_the_first_month_is_brought_forward_not_turned_over() {
        Period january = Period.parse("2026-01");
        TrialBalance balance = TrialBalance.of(book().entries(), CHART, january, january);
        assertThat(balance.rows().get(0).amounts().openingDebit().toString()).isEqualTo("900.00");
        assertThat(balance.rows().get(0).amounts().debit().toString()).isEqualTo("0.00");
    }

    @Test
    void order_of_the_entries_does_not_change_the_text() {
        List<JournalEntry> reversed = new java.util.ArrayList<>(book().entries());
        Collections.reverse(reversed);
        assertThat(TrialBalance.of(reversed, CHART, FEB, FEB).csv())
                .isEqualTo(TrialBalance.of(book().entries(), CHART, FEB, FEB).csv());
    }

    @Test
    void parents_add_up_their_details() {
        TrialBalance balance = TrialBalance.of(book().entries(), CHART, FEB, FEB);
        assertThat(balance.tree()).extracting(row -> row.account().value()).containsExactly(
                "1002", "1002.01", "1122", "2221", "2221.01", "3001", "5001");
        assertThat(balance.tree().get(0).level()).isEqualTo(1);
        assertThat(balance.tree().get(0).amounts()).isEqualTo(balance.tree().get(1).amounts());
    }

    @Test
    void captions_that_are_not_well_formed_are_refused() {
        assertThatThrownBy(() -> Captions.parse("line\n")).hasMessageContaining("side,line");
        assertThatThrownBy(() -> Captions.parse("")).hasMessageContaining("side,line");
        assertThatThrownBy(() -> Captions.parse("side,line,chinese,english\nleft,1,a,b,c\n"))
                .hasMessageContaining("not four fields");
    }
}
