package onebook.lender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToLongFunction;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.lender.finding.Questions;
import onebook.lender.finding.Scope;
import org.junit.jupiter.api.Test;

class FirstDigitsTest {
    private static List<String> found(int count, IntToLongFunction fen) {
        ChartOfAccounts chart = new ChartOfAccounts(new SmallBook().chart);
        Questions questions = new Questions(StatementForms.standard(), chart);
        for (int i = 0; i < count; i++) {
            Money amount = Money.cny(fen.applyAsLong(i));
            questions.entry(new JournalEntry(new EntryNumber(SmallBook.JANUARY, i + 1),
                LocalDate.parse("2026-01-07"), JournalEntry.Kind.ORDINARY, "x",
                List.of(Posting.debit("1002.01", amount), Posting.credit("3001", amount)),
                List.of(), "r", "", "rule", "p" + i, Optional.empty()));
        }
        Scope scope = new Scope(SmallBook.JANUARY, SmallBook.JANUARY, "invoice-loan", Set.of());
        return questions.answers(scope, Records.of(List.of()), chart).findings().stream()
            .map(Finding::id).toList();
    }

    /** Even on a scale of logarithms over three decades, as first digits by chance are. */
    private static long natural(int i, int count) {
        return Math.round(Math.pow(10, 4 + 3.0 * i / count));
    }

    @Test
    void amounts_that_somebody_thought_up_deviate_and_natural_ones_do_not() {
        assertThat(found(3_000, i -> 500_000 + 33 * i)).contains("BEN-DIGITS");
        assertThat(found(3_000, i -> natural(i, 3_000))).doesNotContain("BEN-DIGITS");
        assertThat(found(10_000, i -> natural(i, 10_000))).doesNotContain("BEN-DIGITS");
    }

    @Test
    void of_few_amounts_nothing_is_said() {
        assertThat(found(2_999, i -> 500_000 + 33 * i)).doesNotContain("BEN-DIGITS");
    }
}
