package onebook.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The accounts of one book. Immutable; {@link #with} gives a larger chart. */
public final class ChartOfAccounts {
    private final SortedMap<AccountCode, Account> accounts = new TreeMap<>();
    private final Set<AccountCode> parents = new HashSet<>();

    public ChartOfAccounts(Collection<Account> accounts) {
        for (Account account : accounts) {
            if (this.accounts.put(account.code(), account) != null) {
                throw new IllegalArgumentException("account twice: " + account.code());
            }
        }
        for (AccountCode code : this.accounts.keySet()) {
            code.parent().ifPresent(parent -> {
                parents.add(parent);
                if (!this.accounts.containsKey(parent)) {
                    throw new IllegalArgumentException(code + " has no parent " + parent);
                }
            });
        }
    }

    public Optional<Account> find(AccountCode code) {
        return Optional.ofNullable(accounts.get(code));
    }

    /** Requires that the account exists. */
    public Account get(AccountCode code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no account " + code));
    }

    /** True where no detail account stands below it. Requires that the account exists. */
    public boolean isLeaf(AccountCode code) {
        return !parents.contains(code);
    }

    public List<Account> all() {
        return List.copyOf(accounts.values());
    }

    public ChartOfAccounts with(Collection<Account> more) {
        List<Account> joined = new ArrayList<>(accounts.values());
        joined.addAll(more);
        return new ChartOfAccounts(joined);
    }
}
