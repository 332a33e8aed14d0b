package onebook.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import onebook.closing.CloseCheck.Question;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Side;
import org.junit.jupiter.api.Test;

/** What no book of its own would hold, but a file somebody meddled with might. */
class LedgerChecksTest {
    private static final ChartOfAccounts CHART = new ChartOfAccounts(List.of(
            new Account(AccountCode.of("1002"), "银行存款", "", Account.Kind.ASSET, Side.DEBIT),
            new Account(AccountCode.of("3001"), "实收资本", "", Account.Kind.EQUITY, Side.CREDIT)));

    private static JournalEntry entry(int number, String debit, String credit) {
        Period month = Period.parse("2026-01");
        return new JournalEntry(new EntryNumber(month, number), month.firstDay(),
                JournalEntry.Kind.ORDINARY, "凭证", List.of(
                Posting.debit("1002", Money.parse(debit)),
                Posting.credit("3001", Money.parse(credit))), List.of(), "by-hand", "", "王芳",
                "p" + number, Optional.empty());
    }

    private static List<String> found(Question question, JournalEntry... entries) {
        return new LedgerChecks(CheckRules.parse(FixedAssetTest.text("checks")), CHART,
                Records.of(List.of(entries)), Period.parse("2026-01")).all(false).stream()
                .filter(check -> check.question() == question)
                .flatMap(check -> check.items().stream())
                .map(item -> item.text().english()).toList();
    }

    @Test
    void numbers_that_are_not_there_are_named() {
        assertThat(found(Question.NUMBER_IS_MISSING, entry(1, "1.00", "1.00"))).isEmpty();
        assertThat(found(Question.NUMBER_IS_MISSING, entry(2, "1.00", "1.00"),
                entry(5, "1.00", "1.00"), entry(6, "1.00", "1.00")))
                .containsExactly("2026-01-0001", "2026-01-0003", "2026-01-0004");
        assertThat(found(Question.NUMBER_IS_MISSING)).isEmpty();
    }

    @Test
    void debits_that_are_not_credits_are_named_with_the_difference() {
        assertThat(found(Question.DEBITS_DIFFER, entry(1, "1.00", "1.00"))).isEmpty();
        assertThat(found(Question.DEBITS_DIFFER, entry(1, "1.00", "0.99")))
                .containsExactly("0.01");
    }
}
