package onebook.robot;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onebook.ledger.Account;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;

/** 不相容岗位分离, as templates/people/segregation.yaml states it. */
record Segregation(KeepsOut cashierKeepsOut, List<Set<Role>> apart, Set<Role> alone) {

    /** Kinds of accounts, and accounts with all their details. */
    record KeepsOut(Set<Account.Kind> kinds, List<String> accounts) { }

    static Segregation standard() {
        return Json.yaml(Templates.text("people/segregation.yaml"), Segregation.class);
    }

    /** True where an entry touches what a cashier keeps out of. */
    boolean isClosedToCashier(JournalEntry entry, ChartOfAccounts chart) {
        return entry.postings().stream().anyMatch(line ->
                cashierKeepsOut.kinds().contains(chart.get(line.account()).kind())
                        || cashierKeepsOut.accounts().stream().anyMatch(code ->
                                line.account().value().equals(code)
                                        || line.account().value().startsWith(code + ".")));
    }

    /** The roles of a set that nobody has together, in words; empty where they go together. */
    String conflict(Set<Role> roles, boolean isOnePerson) {
        boolean isAlone = roles.size() < 2 || roles.stream().noneMatch(alone::contains);
        if (!isAlone) {
            return words(roles);
        }
        return isOnePerson ? "" : apart.stream().filter(roles::containsAll).findFirst()
                .map(Segregation::words).orElse("");
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::code).collect(Collectors.joining(" + "));
    }
}
