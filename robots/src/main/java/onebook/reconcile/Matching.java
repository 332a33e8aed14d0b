package onebook.reconcile;

import java.util.List;
import onebook.ledger.AccountCode;

/**
 * What matching needs to know of the company.
 *
 * @param ownName the company's name
 * @param ownAccounts all its bank accounts and wallets
 * @param parties names of the customers and suppliers it knows
 * @param transferDays how far apart the two lines of an own transfer may be
 */
public record Matching(String ownName, List<Own> ownAccounts, List<String> parties,
        int transferDays) {
    /** The lines of an own transfer are at most two days apart. */
    public static final int TRANSFER_DAYS = 2;

    /** An own account with the number that other lines know it by. */
    public record Own(AccountCode account, String number, boolean isWallet) { }

    public Matching {
        ownAccounts = List.copyOf(ownAccounts);
        parties = List.copyOf(parties);
    }

    boolean isWallet(AccountCode account) {
        return ownAccounts.stream().anyMatch(own -> own.account().equals(account)
                && own.isWallet());
    }
}
