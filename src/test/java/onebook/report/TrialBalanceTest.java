package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.ledger.Side;
import onebook.report.TrialBalance.Column;
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
        TrialBalance balance = TrialBalance.of(book().records(), CHART, FEB, FEB);
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
        TrialBalance balance = TrialBalance.of(book().records(), CHART, january, january);
        assertThat(balance.rows().get(0).amounts().openingDebit().toString()).isEqualTo("900.00");
        assertThat(balance.rows().get(0).amounts().debit().toString()).isEqualTo("0.00");
    }

    @Test
    void order_of_the_entries_does_not_change_the_text() {
        List<JournalEntry> reversed = new java.util.ArrayList<>(book().entries());
        Collections.reverse(reversed);
        assertThat(TrialBalance.of(Records.of(reversed), CHART, FEB, FEB).csv())
                .isEqualTo(TrialBalance.of(book().records(), CHART, FEB, FEB).csv());
    }

    @Test
    void parents_add_up_their_details() {
        TrialBalance balance = TrialBalance.of(book().records(), CHART, FEB, FEB);
        assertThat(balance.tree()).extracting(row -> row.account().value()).containsExactly(
                "1002", "1002.01", "1122", "2221", "2221.01", "3001", "5001");
        assertThat(balance.tree().get(0).level()).isEqualTo(1);
        assertThat(balance.tree().get(0).amounts()).isEqualTo(balance.tree().get(1).amounts());
    }

    @Test
    void an_amount_leads_to_the_entries_behind_it() {
        Records records = book().records();
        TrialBalance balance = TrialBalance.of(records, CHART, FEB, FEB);
        AccountCode bank = AccountCode.of("1002");
        assertThat(numbers(balance.figure(bank, Column.OPENING_DEBIT), records))
                .containsExactly("2026-01-0001");
        assertThat(numbers(balance.figure(bank, Column.DEBIT), records))
                .containsExactly("2026-02-0001");
        assertThat(numbers(balance.figure(bank, Column.CREDIT), records)).isEmpty();
        Figure closing = balance.figure(bank, Column.CLOSING_DEBIT);
        assertThat(closing.amount()).isEqualTo(Money.parse("1001.00"));
        assertThat(numbers(closing, records)).containsExactly("2026-01-0001", "2026-02-0001");
        assertThat(numbers(balance.figure(AccountCode.of("2221"), Column.CREDIT), records))
                .containsExactly("2026-02-0002");
    }

    private static List<String> numbers(Figure figure, Records records) {
        return figure.entries(records).map(entry -> entry.number().toString()).toList();
    }
}
