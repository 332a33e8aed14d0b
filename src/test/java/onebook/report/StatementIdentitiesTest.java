package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import onebook.ledger.Account;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.JournalEntry.Kind;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Records;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random balanced books, with red figures, parties, openings and months closed or not. */
class StatementIdentitiesTest {
    private static final ChartOfAccounts CHART = SmallBook.chart();
    private static final Forms FORMS = SmallBook.forms();
    private static final List<Account> LEAVES = CHART.all().stream()
            .filter(account -> CHART.isLeaf(account.code())).toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void identities_hold_for_any_balanced_book(int seed) {
        List<JournalEntry> book = book(new Random(seed));
        for (int month = 1; month <= 6; month++) {
            Period to = new Period(2026, month);
            Statements all = Statements.of(Records.of(book), CHART, FORMS,
                    Span.of(to.quarterStart(), to));
            assertThat(all.checks()).allMatch(one -> one.english().contains(">="));
            sourcesAreComplete(book, all);
        }
    }

    /** Each balance-sheet line, computed again from its own entries alone, is the same. */
    private static void sourcesAreComplete(List<JournalEntry> book, Statements all) {
        for (int number : List.of(1, 8, 9, 18, 35, 36, 48)) {
            Figure figure = all.balanceSheet().line(number).first();
            List<JournalEntry> only = figure.entries(Records.of(book)).toList();
            BalanceSheet again = BalanceSheet.of(
                    Records.of(only), CHART, FORMS, all.balanceSheet().at());
            assertThat(again.line(number).first().amount()).as("line %d", number)
                    .isEqualTo(figure.amount());
        }
    }

    private static List<JournalEntry> book(Random random) {
        SmallBook book = new SmallBook();
        book.opening("2026-01-01", lines(random, 12, account -> !account.isClosedMonthly()));
        for (int month = 1; month <= 6; month++) {
            for (int entry = 0; entry < 15; entry++) {
                book.entry("2026-%02d-%02d".formatted(month, 1 + random.nextInt(28)),
                        lines(random, 2 + random.nextInt(4), StatementIdentitiesTest::isNoReserve));
            }
            if (month < 5) {
                transfer(book, new Period(2026, month));
            }
        }
        return book.entries();
    }

    /** Only closing moves profit between 本年利润, 利润分配 and 盈余公积. */
    private static boolean isNoReserve(Account account) {
        return !account.code().value().matches("3101|3103|3104.*");
    }

    private static String lines(
            Random random, int count, java.util.function.Predicate<Account> which) {
        List<Account> accounts = LEAVES.stream().filter(which).toList();
        StringBuilder text = new StringBuilder();
        Money sum = Money.ZERO;
        for (int line = 1; line < count; line++) {
            Money amount = Money.cny(random.nextInt(2_000_000) - 400_000);
            boolean debit = random.nextBoolean();
            sum = debit ? sum.plus(amount) : sum.minus(amount);
            text.append(debit ? "D " : "C ").append(account(random, accounts)).append(' ')
                    .append(amount).append(" 公司").append(random.nextInt(4)).append(';');
        }
        return text + "C " + account(random, accounts) + " " + sum + " 公司0";
    }

    private static String account(Random random, List<Account> accounts) {
        List<String> often = List.of("1122", "2203", "2202", "1123", "1002");
        return random.nextInt(3) == 0 ? often.get(random.nextInt(often.size()))
                : accounts.get(random.nextInt(accounts.size())).code().value();
    }

    private static void transfer(SmallBook book, Period month) {
        List<String> lines = new ArrayList<>();
        Money profit = Money.ZERO;
        Map<onebook.ledger.AccountCode, onebook.ledger.Balances.Turnover> sums =
                onebook.ledger.Balances.of(book.entries(), entry -> entry.kind() != Kind.OPENING)
                        .byAccount();
        for (var sum : sums.entrySet()) {
            Money balance = sum.getValue().balance();
            if (CHART.get(sum.getKey()).isClosedMonthly() && !balance.isZero()) {
                lines.add("C " + sum.getKey() + " " + balance);
                profit = profit.plus(balance);
            }
        }
        book.transfer(month.lastDay().toString(), String.join(";", lines) + ";D 3103 " + profit);
    }
}
