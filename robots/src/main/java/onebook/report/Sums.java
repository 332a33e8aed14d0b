package onebook.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import onebook.ledger.Account.Kind;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.Balances.Turnover;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Side;

/** What stands on the accounts by some slices of the records, each figure with its terms. */
final class Sums {
    /** A counterparty, or a detail account where its lines name none. */
    private record Party(AccountCode account, String name) { }

    private final SortedMap<AccountCode, SortedMap<String, Turnover>> sums;
    private final ChartOfAccounts chart;
    private final List<Slice> slices;
    private final Supplier<Balances> lastYear;

    private Sums(Balances balances, ChartOfAccounts chart, List<Slice> slices,
            Supplier<Balances> lastYear) {
        this.sums = balances.kept();
        this.chart = chart;
        this.slices = List.copyOf(slices);
        this.lastYear = lastYear;
    }

    /** Requires that the balances are those of the slices. */
    static Sums of(Balances balances, ChartOfAccounts chart, List<Slice> slices) {
        return aged(balances, chart, slices, () -> Balances.of(List.of()));
    }

    /** @param lastYear what was posted in the twelve months that end with these balances */
    static Sums aged(Balances balances, ChartOfAccounts chart, List<Slice> slices,
            Supplier<Balances> lastYear) {
        return new Sums(balances, chart, slices, lastYear);
    }

    /** What the account's details hold where the clause asks for some, or the whole account. */
    Figure figure(Clause clause, Side side) {
        Function<AccountCode, Figure> one = switch (clause.which()) {
            case "named" -> account -> named(account, clause, side);
            case "without" -> account -> without(account, clause, side);
            default -> account -> of(account, side);
        };
        return Figure.sum(clause.accounts().stream().map(one).toList());
    }

    /** The account with all its details and parties. */
    Figure of(AccountCode account, Side side) {
        SortedMap<AccountCode, SortedMap<String, Turnover>> within = within(account, sums);
        if (within.isEmpty()) {
            return Figure.NONE;
        }
        Money sum = within.values().stream().map(parties -> balance(parties, side))
                .reduce(Money.ZERO, Money::plus);
        return Figure.of(List.of(term(account, Optional.empty(), side, sum)));
    }

    private Figure named(AccountCode account, Clause clause, Side side) {
        TreeSet<AccountCode> found = new TreeSet<>();
        within(account, sums).keySet()
                .forEach(code -> clause.namedAt(code, chart).ifPresent(found::add));
        return Figure.sum(found.stream().map(code -> of(code, side)).toList());
    }

    private Figure without(AccountCode account, Clause clause, Side side) {
        List<Term> terms = new ArrayList<>();
        within(account, sums).forEach((code, parties) -> {
            if (clause.namedAt(code, chart).isEmpty()) {
                terms.add(term(code, Optional.empty(), side, balance(parties, side)));
            }
        });
        return Figure.of(terms);
    }

    /**
     * Only the parties whose balance stands on the side. The age of a balance is told first in,
     * first out: as much of it as was added in the last twelve months is "newer", the rest "older".
     * What was brought forward into the book counts from that day.
     */
    Figure parties(Clause clause, Side side) {
        List<Term> terms = new ArrayList<>();
        for (AccountCode account : clause.accounts()) {
            Map<Party, Money> added = clause.which().isEmpty() ? Map.of() : added(account, side);
            byParty(account, sums, Turnover::balance).forEach((party, debit) -> {
                Money balance = side == Side.DEBIT ? debit : debit.negated();
                Money part = part(balance, clause, added.getOrDefault(party, Money.ZERO));
                if (part.isPositive()) {
                    terms.add(term(party.account(), Optional.of(party.name()), side, part));
                }
            });
        }
        return Figure.of(terms);
    }

    private static Money part(Money balance, Clause clause, Money added) {
        if (clause.which().isEmpty() || !balance.isPositive()) {
            return balance;
        }
        Money newer = added.isNegative() ? Money.ZERO
                : added.compareTo(balance) < 0 ? added : balance;
        return clause.which().equals("newer") ? newer : balance.minus(newer);
    }

    private Map<Party, Money> added(AccountCode account, Side side) {
        return byParty(account, lastYear.get().kept(),
                side == Side.DEBIT ? Turnover::debit : Turnover::credit);
    }

    private static Map<Party, Money> byParty(AccountCode account,
            SortedMap<AccountCode, SortedMap<String, Turnover>> sums,
            Function<Turnover, Money> what) {
        Map<Party, Money> parties = new LinkedHashMap<>();
        within(account, sums).forEach((code, names) -> names.forEach((name, sum) ->
                parties.merge(new Party(name.isEmpty() ? code : account, name), what.apply(sum),
                        Money::plus)));
        return parties;
    }

    private Term term(AccountCode account, Optional<String> party, Side side, Money onSide) {
        return new Term.Balance(account, party, side, onSide, slices);
    }

    private static Money balance(SortedMap<String, Turnover> parties, Side side) {
        Money debit = parties.values().stream().map(Turnover::balance)
                .reduce(Money.ZERO, Money::plus);
        return side == Side.DEBIT ? debit : debit.negated();
    }

    private static SortedMap<AccountCode, SortedMap<String, Turnover>> within(AccountCode account,
            SortedMap<AccountCode, SortedMap<String, Turnover>> sums) {
        SortedMap<AccountCode, SortedMap<String, Turnover>> within = new TreeMap<>();
        for (var one : sums.tailMap(account).entrySet()) {
            if (!one.getKey().value().startsWith(account.value())) {
                break;
            }
            if (one.getKey().isWithin(account)) {
                within.put(one.getKey(), one.getValue());
            }
        }
        return within;
    }

    /** The first-level accounts that were posted to, in order of code. */
    List<AccountCode> firstLevel() {
        return sums.keySet().stream().map(Sums::root).distinct().toList();
    }

    boolean isOf(AccountCode code, Kind... kinds) {
        Optional<Kind> kind = chart.find(code).map(account -> account.kind());
        return kind.isPresent() && List.of(kinds).contains(kind.get());
    }

    boolean isInChart(AccountCode code) {
        return chart.find(code).isPresent();
    }

    static AccountCode root(AccountCode code) {
        return code.parent().map(Sums::root).orElse(code);
    }
}
