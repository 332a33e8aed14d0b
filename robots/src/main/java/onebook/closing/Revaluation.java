package onebook.closing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Side;

/**
 * 期末调汇: what the balances in foreign currency are worth at the month's closing rates.
 *
 * @param lines one per account and party, on the side the balance grows or shrinks
 * @param missing currencies with a balance and without a rate
 */
public record Revaluation(
        List<Posting> lines, SortedMap<String, BigDecimal> rates, Set<String> missing) {
    public static final Revaluation NONE = new Revaluation(List.of(), new TreeMap<>(), Set.of());

    private record Key(AccountCode account, String party,
            Map<Account.Dimension, String> dimensions) { }

    private record Holding(Money foreign, Money booked) {
        Holding plus(Holding other) {
            return new Holding(foreign.plus(other.foreign), booked.plus(other.booked));
        }
    }

    public Revaluation {
        lines = List.copyOf(lines);
        missing = Set.copyOf(missing);
    }

    /** @param rates yuan for one unit of the currency, by its ISO 4217 code */
    public static Revaluation of(Records records, ChartOfAccounts chart, Period month,
            Map<String, BigDecimal> rates) {
        Map<Key, Holding> holdings = holdings(records, chart, month);
        List<Posting> lines = new ArrayList<>();
        SortedMap<String, BigDecimal> used = new TreeMap<>();
        Set<String> missing = new TreeSet<>();
        holdings.forEach((key, holding) -> {
            String currency = holding.foreign().currency();
            BigDecimal rate = rates.get(currency);
            if (rate != null) {
                used.put(currency, rate);
                line(key, holding, rate, lines);
            } else if (!holding.foreign().isZero()) {
                missing.add(currency);
            }
        });
        return new Revaluation(lines, used, missing);
    }

    private static Map<Key, Holding> holdings(Records records, ChartOfAccounts chart,
            Period month) {
        Map<AccountCode, String> currencies = new LinkedHashMap<>();
        chart.all().stream().filter(account -> !account.asks().currency().isEmpty())
                .forEach(account -> currencies.put(account.code(), account.asks().currency()));
        Map<Key, Holding> holdings = new LinkedHashMap<>();
        if (currencies.isEmpty()) {
            return holdings;
        }
        Period first = records.firstMonth().orElse(month);
        try (Stream<JournalEntry> entries =
                records.entries(currencies.keySet(), first, month)) {
            entries.flatMap(entry -> entry.postings().stream())
                    .filter(line -> currencies.containsKey(line.account()))
                    .forEach(line -> holdings.merge(new Key(line.account(), line.party(),
                            line.dimensions()), holding(line, currencies.get(line.account())),
                            Holding::plus));
        }
        return holdings;
    }

    private static Holding holding(Posting line, String currency) {
        Money foreign = line.details().foreign().map(Posting.Foreign::amount)
                .filter(amount -> amount.currency().equals(currency))
                .orElse(new Money(0, currency));
        return new Holding(line.side() == Side.DEBIT ? foreign : foreign.negated(), line.signed());
    }

    private static void line(Key key, Holding holding, BigDecimal rate, List<Posting> lines) {
        Money foreign = holding.foreign();
        Money worth = new Posting.Foreign(foreign, rate).converted(Money.CNY);
        Money change = worth.minus(holding.booked());
        if (!change.isZero()) {
            lines.add(new Posting(key.account(), change.isPositive() ? Side.DEBIT : Side.CREDIT,
                    change.abs(), key.party(), new Posting.Details("",
                    new TreeMap<>(key.dimensions()), Optional.of(new Posting.Foreign(
                            new Money(0, foreign.currency()), rate)),
                    Optional.empty(), 0)));
        }
    }

    /** 汇兑收益, below zero where it is a loss. */
    public Money gain() {
        return lines.stream().map(Posting::signed).reduce(Money.ZERO, Money::plus);
    }

    /** "USD 7.0288、EUR 8.1" */
    String told() {
        return String.join("、", rates.entrySet().stream()
                .map(rate -> rate.getKey() + " " + rate.getValue().toPlainString()).toList());
    }
}
