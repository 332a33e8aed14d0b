package onebook.robot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/** What stands against an account that is to be added, named or changed. */
final class AccountChecks {
    static final Period LAST = new Period(9999, 12);
    private static final int LONGEST_NAME = 100;

    private AccountChecks() { }

    /** What is against adding these; each may stand under one before it. */
    static List<Problem> judge(OpenBook open, Collection<Account> accounts) {
        List<Problem> problems = new ArrayList<>();
        Set<AccountCode> before = new HashSet<>();
        for (Account account : accounts) {
            added(open, account, before).ifPresent(problems::add);
            before.add(account.code());
        }
        return problems;
    }

    private static Optional<Problem> added(OpenBook open, Account account,
            Set<AccountCode> before) {
        if (open.chart().find(account.code()).isPresent() || before.contains(account.code())) {
            return problem(Refusal.ACCOUNT_EXISTS, account);
        }
        Optional<AccountCode> parent = account.code().parent()
                .filter(code -> !before.contains(code));
        if (parent.isPresent() && open.chart().find(parent.get()).isEmpty()) {
            return Optional.of(new Problem(Refusal.UNKNOWN_ACCOUNT, "", account.code()
                    + " would stand under " + parent.get()));
        }
        if (parent.isPresent() && open.chart().isLeaf(parent.get())
                && isUsed(open, parent.get())) {
            return Optional.of(new Problem(Refusal.ACCOUNT_HAS_POSTINGS, "", parent.get() + " "
                    + open.chart().get(parent.get()).name()));
        }
        return named(open, account);
    }

    static Optional<Problem> named(OpenBook open, Account account) {
        if (account.name().isBlank() || account.name().length() > LONGEST_NAME) {
            return Optional.of(new Problem(Refusal.FIELD_IS_TOO_LONG, "",
                    "an account's name has 1 to " + LONGEST_NAME + " characters"));
        }
        boolean isTaken = open.chart().all().stream().anyMatch(other ->
                other.name().equals(account.name()) && !other.code().equals(account.code())
                && other.code().parent().equals(account.code().parent()));
        return isTaken ? problem(Refusal.ACCOUNT_EXISTS, account) : Optional.empty();
    }

    private static Optional<Problem> problem(Refusal refusal, Account account) {
        return Optional.of(new Problem(refusal, "", account.code() + " " + account.name()));
    }

    /** True where any entry, also one taken back, posts to the account or its details. */
    static boolean isUsed(OpenBook open, AccountCode code) {
        try (Stream<JournalEntry> entries = open.journal().records()
                .entries(Set.of(code), open.company().from(), LAST)) {
            return entries.findAny().isPresent();
        }
    }
}
