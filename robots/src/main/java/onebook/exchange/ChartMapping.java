package onebook.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import onebook.document.table.CellText;
import onebook.exchange.Standards.Certainty;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Refusal;
import onebook.words.Sentence;

/**
 * What each account of another chart becomes in this one: the first level by the rules of its
 * system or by name, details by name under that, else as new details. Nothing is guessed from a
 * code alone.
 */
public final class ChartMapping implements AccountFinder {
    /**
     * One old account.
     *
     * @param target empty where it cannot be mapped; for an account with details, what they stand
     *     under
     * @param isNew true where the target is made for it
     */
    public record Mapped(String old, String name, Optional<Account> target, Certainty certainty,
            Sentence rule, boolean isNew, boolean hasDetails) { }

    private static final int MOST_DETAILS = 9999;

    private final ChartOfAccounts chart;
    private final Standards standards;
    private final Map<String, Standards.Rule> rules;
    private final Map<String, AccountCode> byHand;
    private final TreeMap<String, String> old = new TreeMap<>();
    private final Map<AccountCode, Account> accounts = new TreeMap<>();
    private final Map<String, Mapped> mapped = new TreeMap<>();
    private final List<Account> made = new ArrayList<>();

    /**
     * Maps every account of a chart.
     *
     * @param names the old chart, names by code
     * @param byHand what a person decided, new codes by old
     */
    public ChartMapping(Map<String, String> names, Standards.Standard standard,
            Standards standards, ChartOfAccounts chart, Map<String, AccountCode> byHand) {
        this.chart = chart;
        this.standards = standards;
        this.rules = standards.rules(standard);
        this.byHand = new HashMap<>();
        byHand.forEach((code, target) -> this.byHand.put(plain(code), target));
        chart.all().forEach(account -> accounts.put(account.code(), account));
        names.forEach((code, name) -> old.put(plain(code), name));
        // a parent is a beginning of its details' codes and so comes before them
        old.keySet().forEach(code -> mapped.put(code, map(code)));
    }

    /** 1002.01 and 1002-01 and 100201 are one code. */
    private static String plain(String code) {
        return CellText.half(code).replaceAll("[.\\-\\s]", "");
    }

    /** Every old account in order of code. */
    public List<Mapped> all() {
        return List.copyOf(mapped.values());
    }

    /** The accounts to be made, upper ones first. */
    public List<Account> made() {
        return List.copyOf(made);
    }

    @Override
    public Found find(String code, String name) {
        Mapped one = mapped.get(plain(code));
        if (one == null) {
            return new Found(Optional.empty(), Refusal.UNKNOWN_ACCOUNT,
                    code + " " + name + " is not in the old chart");
        }
        if (one.hasDetails()) {
            return new Found(Optional.empty(), Refusal.ACCOUNT_IS_NOT_A_LEAF, code + " " + name);
        }
        return one.target().map(target -> Found.of(target.code())).orElse(new Found(
                Optional.empty(), Refusal.ACCOUNT_CANNOT_BE_MAPPED,
                code + " " + one.name() + ": " + one.rule().english()));
    }

    private Mapped map(String code) {
        String name = old.get(code);
        Optional<String> parent = Stream.iterate(code.length() - 1, i -> i > 0, i -> i - 1)
                .map(i -> code.substring(0, i)).filter(old::containsKey).findFirst();
        String next = old.higherKey(code);
        boolean hasDetails = next != null && next.startsWith(code);
        Mapped one = byHand.containsKey(code) ? byHand(code, name)
                : parent.isEmpty() ? first(code, name) : detail(code, name, parent.get());
        Mapped told = new Mapped(code, name, one.target(), one.certainty(), one.rule(),
                one.isNew(), hasDetails);
        return hasDetails || told.target().isEmpty() ? told : whole(told);
    }

    private Mapped byHand(String code, String name) {
        Optional<Account> target = Optional.ofNullable(accounts.get(byHand.get(code)));
        return target.isPresent() ? known(code, name, target.get(), Certainty.CERTAIN,
                Sentence.of("chart.by-hand"))
                : none(code, name, Sentence.of("chart.by-hand.unknown", byHand.get(code)));
    }

    private Mapped known(String code, String name, Account target, Certainty certainty,
            Sentence rule) {
        return new Mapped(code, name, Optional.of(target), certainty, rule, false, false);
    }

    private Mapped none(String code, String name, Sentence rule) {
        return new Mapped(code, name, Optional.empty(), Certainty.NONE, rule, false, false);
    }

    /** By the rule for its code where the name agrees, else by its name. */
    private Mapped first(String code, String name) {
        AccountNames names = standards.names();
        Standards.Rule rule = rules.get(code);
        if (rule != null && names.agree(name, rule.name())) {
            Optional<Account> target = Optional.of(rule.target()).filter(to -> !to.isEmpty())
                    .map(to -> accounts.get(AccountCode.of(to)));
            return target.isEmpty() ? none(code, name, rule.rule())
                    : known(code, name, target.get(), rule.certainty(), rule.rule());
        }
        List<Account> same = accounts.values().stream()
                .filter(account -> account.code().parent().isEmpty()
                        && names.known(account.name()).equals(names.known(name))).toList();
        if (same.size() != 1) {
            return none(code, name, Sentence.of("chart.none"));
        }
        boolean isSameCode = same.get(0).code().value().equals(code);
        return known(code, name, same.get(0), isSameCode && rules.isEmpty()
                ? Certainty.CERTAIN : Certainty.LIKELY,
                Sentence.of(isSameCode ? "chart.code" : "chart.name"));
    }

    private Mapped detail(String code, String name, String parent) {
        Mapped above = mapped.get(parent);
        if (above.target().isEmpty()) {
            return none(code, name, above.rule());
        }
        Account under = above.target().get();
        List<Account> same = below(under).filter(account -> standards.names()
                .known(account.name()).equals(standards.names().known(
                        AccountNames.last(name)))).toList();
        if (same.size() == 1) {
            return known(code, name, same.get(0), above.certainty(), Sentence.of("chart.detail"));
        }
        return made(code.substring(parent.length()), AccountNames.last(name), under)
                .map(account -> new Mapped(code, name, Optional.of(account), above.certainty(),
                        Sentence.of("chart.made"), true, false))
                .orElseGet(() -> none(code, name, Sentence.of("chart.full", under.code())));
    }

    private Stream<Account> below(Account parent) {
        return accounts.values().stream().filter(account -> account.code().parent()
                .equals(Optional.of(parent.code())));
    }

    /** An account without details whose counterpart has some goes to the one for the rest. */
    private Mapped whole(Mapped one) {
        Account target = one.target().orElseThrow();
        if (below(target).findAny().isEmpty()) {
            return one;
        }
        for (String name : standards.whole()) {
            Optional<Account> rest = below(target).filter(account ->
                    account.name().equals(name)).findFirst();
            if (rest.isPresent()) {
                return new Mapped(one.old(), one.name(), rest, Certainty.LIKELY,
                        Sentence.joined(one.rule(), Sentence.of("chart.whole", name)), false,
                        false);
            }
        }
        Optional<Account> rest = made("99", standards.whole().get(0), target);
        return new Mapped(one.old(), one.name(), rest, Certainty.LIKELY,
                Sentence.joined(one.rule(), Sentence.of("chart.whole.made")), true, false);
    }

    /** A new detail, with the old number where that is free, else with the next. */
    private Optional<Account> made(String oldNumber, String name, Account parent) {
        int wanted = oldNumber.matches("[0-9]{1,4}") ? Integer.parseInt(oldNumber) : 1;
        for (int i = 0; i < MOST_DETAILS; i++) {
            int number = (Math.max(wanted, 1) - 1 + i) % MOST_DETAILS + 1;
            AccountCode code = AccountCode.of(parent.code() + "."
                    + (number < 10 ? "0" : "") + number);
            if (!accounts.containsKey(code)) {
                Account account = new Account(code, name, name, parent.kind(),
                        parent.normalSide());
                accounts.put(code, account);
                made.add(account);
                return Optional.of(account);
            }
        }
        return Optional.empty();
    }
}
