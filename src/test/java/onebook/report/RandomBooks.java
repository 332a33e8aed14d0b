package onebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.JournalEntry.Kind;
import onebook.ledger.Money;
import onebook.ledger.Period;

/**
 * Balanced books of two years at random: openings, red figures, parties, cash on both sides, lines
 * of the cash flow statement chosen by somebody, entries taken back, months closed or not.
 */
final class RandomBooks {
    static final Period FIRST = Period.parse("2025-01");
    static final Period LAST = Period.parse("2026-08");
    private static final List<String> OFTEN = List.of("1122", "2203", "2202", "1123", "1221",
            "2241", "1002", "1002", "1001", "1012");

    private final Random random;
    private final ChartOfAccounts chart;
    private final List<String> leaves;

    RandomBooks(int seed, ChartOfAccounts chart) {
        this.random = new Random(seed);
        this.chart = chart;
        this.leaves = chart.all().stream().map(Account::code).filter(chart::isLeaf)
                .map(AccountCode::value).toList();
    }

    SmallBook book() {
        SmallBook book = new SmallBook();
        book.opening("2025-01-01", lines(12, code -> !isProfitOrLoss(code)));
        for (Period month = FIRST; month.compareTo(LAST) <= 0; month = month.next()) {
            for (int entry = 0; entry < 12; entry++) {
                book.entry(day(month), lines(2 + random.nextInt(5), RandomBooks::isNoReserve));
            }
            takeBack(book, month);
            if (month.compareTo(LAST) < 0) {
                transfer(book, month);
            }
        }
        return book;
    }

    private String day(Period month) {
        return month + "-%02d".formatted(1 + random.nextInt(28));
    }

    /** Some entry of the month or an earlier one. */
    private void takeBack(SmallBook book, Period month) {
        List<JournalEntry> standing = book.entries().stream()
                .filter(one -> one.kind() == Kind.ORDINARY)
                .filter(one -> book.entries().stream().noneMatch(other ->
                        other.corrects().filter(one.number()::equals).isPresent())).toList();
        book.red(month.lastDay().toString(),
                standing.get(random.nextInt(standing.size())).number().toString());
    }

    private boolean isProfitOrLoss(String code) {
        return chart.get(AccountCode.of(code)).isClosedMonthly();
    }

    /** Only closing moves profit between 本年利润, 利润分配 and 盈余公积. */
    private static boolean isNoReserve(String code) {
        return !code.matches("3101|3103|3104.*");
    }

    /** Lines that balance. */
    String lines(int count, Predicate<String> which) {
        List<String> accounts = leaves.stream().filter(which).toList();
        StringBuilder text = new StringBuilder();
        Money sum = Money.ZERO;
        for (int line = 1; line < count; line++) {
            Money amount = Money.cny(random.nextInt(2_000_000) - 400_000);
            boolean isDebit = random.nextBoolean();
            sum = isDebit ? sum.plus(amount) : sum.minus(amount);
            text.append(isDebit ? "D " : "C ").append(line(accounts, amount)).append(';');
        }
        return text + "C " + line(accounts, sum);
    }

    private String line(List<String> accounts, Money amount) {
        String account = random.nextInt(2) == 0 ? OFTEN.get(random.nextInt(OFTEN.size()))
                : accounts.get(random.nextInt(accounts.size()));
        String chosen = random.nextInt(8) == 0 ? " #" + (1 + random.nextInt(25)) : "";
        return account + " " + amount + " 公司" + random.nextInt(4) + chosen;
    }

    private void transfer(SmallBook book, Period month) {
        List<String> lines = new ArrayList<>();
        Money profit = Money.ZERO;
        Map<AccountCode, Balances.Turnover> sums =
                Balances.of(book.entries(), entry -> entry.kind() != Kind.OPENING).byAccount();
        for (var sum : sums.entrySet()) {
            Money balance = sum.getValue().balance();
            if (chart.get(sum.getKey()).isClosedMonthly() && !balance.isZero()) {
                lines.add("C " + sum.getKey() + " " + balance);
                profit = profit.plus(balance);
            }
        }
        book.transfer(month.lastDay().toString(), String.join(";", lines) + ";D 3103 " + profit);
    }
}
