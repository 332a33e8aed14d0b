package onebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;

/**
 * One clause of a line's rule: a verb, what it applies to, and what of that, as in
 * "debit 5403 named 消费税".
 *
 * @param which "named" and "without" part an account's details by words in their names, "newer" and
 *     "older" a party's balance by its age; empty for all of it
 */
record Clause(String verb, List<String> operands, String which, List<String> words) {
    private static final Set<String> WHICH = Set.of("named", "without", "newer", "older");
    private static final Set<String> OF_ACCOUNTS = Set.of("debit", "credit", "party-debit",
            "party-credit", "opening", "in", "out", "any");
    private static final Set<String> OTHERS =
            Set.of("sum", "rest", "profit", "receives", "pays", "shared");

    /** Throws {@link IllegalArgumentException} where it is not well formed. */
    static Clause parse(String text) {
        Clause clause = read(text);
        if (OF_ACCOUNTS.contains(clause.verb())) {
            clause.accounts();
        } else if (!OTHERS.contains(clause.verb())) {
            throw new IllegalArgumentException("no such clause: " + text);
        }
        return clause;
    }

    private static Clause read(String text) {
        List<String> operands = new ArrayList<>();
        List<String> words = new ArrayList<>();
        String which = "";
        String[] all = text.strip().split("\\s+");
        for (String word : List.of(all).subList(1, all.length)) {
            if (WHICH.contains(word) && which.isEmpty()) {
                which = word;
            } else {
                (which.isEmpty() ? operands : words).add(word);
            }
        }
        return new Clause(all[0], List.copyOf(operands), which, List.copyOf(words));
    }

    /** The same without its first operand. */
    Clause rest() {
        return new Clause(verb, operands.subList(1, operands.size()), which, words);
    }

    List<AccountCode> accounts() {
        return operands.stream().map(AccountCode::of).toList();
    }

    List<Integer> lines() {
        return operands.stream().map(Integer::valueOf).toList();
    }

    /** The highest detail above or at the code whose name has one of the words. */
    Optional<AccountCode> namedAt(AccountCode code, ChartOfAccounts chart) {
        Optional<AccountCode> above = code.parent().flatMap(parent -> namedAt(parent, chart));
        return above.isPresent() ? above : Optional.of(code)
                .filter(one -> one.parent().isPresent() && !longestWord(one, chart).isEmpty());
    }

    /** The longest of the words that the account's name has in it; empty where it has none. */
    String longestWord(AccountCode code, ChartOfAccounts chart) {
        String name = chart.find(code).map(account -> account.name()).orElse("");
        return words.stream().filter(name::contains)
                .reduce("", (one, other) -> other.length() > one.length() ? other : one);
    }
}
