package onebook.closing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import onebook.closing.CloseCheck.Item;
import onebook.closing.CloseCheck.Question;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Side;
import onebook.words.Sentence;

/** The questions that the ledger itself answers. */
final class LedgerChecks {
    private final CheckRules rules;
    private final ChartOfAccounts chart;
    private final Records records;
    private final Period month;
    private final Balances balances;

    LedgerChecks(CheckRules rules, ChartOfAccounts chart, Records records, Period month) {
        this.rules = rules;
        this.chart = chart;
        this.records = records;
        this.month = month;
        this.balances = records.balances(records.firstMonth().orElse(month), month);
    }

    List<CloseCheck> all(boolean isYearEnd) {
        List<CloseCheck> checks = new ArrayList<>();
        checks.add(new CloseCheck(Question.CASH_IS_NEGATIVE, cash()));
        checks.add(new CloseCheck(Question.NUMBER_IS_MISSING, numbers()));
        checks.add(new CloseCheck(Question.DEBITS_DIFFER, difference()));
        checks.add(new CloseCheck(Question.PENDING_IS_NOT_CLEARED,
                isYearEnd ? balancesOf(rules.emptyAtYearEnd()) : List.of()));
        checks.add(new CloseCheck(Question.SIDE_IS_UNUSUAL, sides()));
        checks.add(new CloseCheck(Question.SHOULD_BE_EMPTY, balancesOf(
                isYearEnd ? rules.normallyEmpty() : rules.emptyAtYearEnd())));
        return checks;
    }

    /** Each day of the month that ends with less than nothing in the cash box. */
    private List<Item> cash() {
        List<Item> items = new ArrayList<>();
        for (String place : rules.cash()) {
            AccountCode code = AccountCode.of(place);
            Map<LocalDate, Money> days = new TreeMap<>();
            Money before = balances.balance(code);
            try (Stream<JournalEntry> entries = records.entries(Set.of(code), month, month)) {
                for (JournalEntry entry : (Iterable<JournalEntry>) entries::iterator) {
                    Money change = entry.postings().stream()
                            .filter(line -> line.account().isWithin(code))
                            .map(Posting::signed).reduce(Money.ZERO, Money::plus);
                    days.merge(entry.date(), change, Money::plus);
                    before = before.minus(change);
                }
            }
            if (before.isNegative() && days.isEmpty()) {
                days.put(month.firstDay(), Money.ZERO);
            }
            Money balance = before;
            for (Map.Entry<LocalDate, Money> day : days.entrySet()) {
                balance = balance.plus(day.getValue());
                if (balance.isNegative()) {
                    items.add(new Item(
                            Sentence.of("found.cash", day.getKey(), place, balance),
                            "ledger:" + place, Optional.of(balance)));
                }
            }
        }
        return items;
    }

    /** Gaps in the numbers of the month's vouchers; read one by one only where there are some. */
    private List<Item> numbers() {
        Records.Query all = new Records.Query(Optional.of(month), Optional.of(month),
                Optional.empty(), "");
        long count = records.count(all);
        if (count == 0 || records.window(all, count - 1, 1).get(0).number().sequence() == count) {
            return List.of();
        }
        BitSet there = new BitSet();
        try (Stream<JournalEntry> entries = records.entries(Set.of(), month, month)) {
            entries.forEach(entry -> there.set(entry.number().sequence()));
        }
        List<Item> items = new ArrayList<>();
        int last = there.length() - 1;
        for (int gap = there.nextClearBit(1); gap < last; gap = there.nextClearBit(gap + 1)) {
            items.add(new Item(Sentence.plain("%s-%04d".formatted(month, gap)), "ledger:" + month,
                    Optional.empty()));
        }
        return items;
    }

    private List<Item> difference() {
        Money sum = balances.sum();
        return sum.isZero() ? List.of()
                : List.of(new Item(Sentence.plain(sum.toString()), "ledger:" + month,
                        Optional.of(sum)));
    }

    private List<Item> balancesOf(List<String> places) {
        List<Item> items = new ArrayList<>();
        for (String place : places) {
            Money balance = balances.balance(AccountCode.of(place));
            if (!balance.isZero()) {
                items.add(item(place, balance));
            }
        }
        return items;
    }

    private List<Item> sides() {
        List<Item> items = new ArrayList<>();
        balances.byAccount().forEach((code, turnover) -> {
            Account account = chart.get(code);
            Money balance = turnover.balance();
            boolean isUsual = balance.isZero() || account.isClosedMonthly()
                    || balance.isPositive() == (account.normalSide() == Side.DEBIT)
                    || rules.mayStandOnEitherSide(code) || rules.emptyAtYearEnd().contains(
                            code.value());
            if (!isUsual) {
                items.add(item(code.value(), balance));
            }
        });
        return items;
    }

    private Item item(String place, Money balance) {
        String name = chart.find(AccountCode.of(place)).map(Account::name).orElse("");
        return new Item(Sentence.of(balance.isPositive() ? "found.debit" : "found.credit",
                place, name, balance.abs()), "ledger:" + place, Optional.of(balance));
    }
}
