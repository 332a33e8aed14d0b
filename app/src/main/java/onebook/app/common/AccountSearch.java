package onebook.app.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;

/**
 * Finds accounts that can be posted to by code, by part of the name, their own or the parent's, or
 * by the initials of the name in pinyin.
 */
public final class AccountSearch {
    private record Found(Account account, String words, String initials) { }

    private final List<Found> leaves;

    public AccountSearch(ChartOfAccounts chart) {
        leaves = chart.all().stream().filter(one -> chart.isLeaf(one.code()))
                .map(one -> new Found(one, words(one, chart), Initials.of(one.name())))
                .toList();
    }

    private static String words(Account account, ChartOfAccounts chart) {
        String above = account.code().parent().flatMap(chart::find)
                .map(parent -> words(parent, chart)).orElse("");
        return (above + " " + account.name() + " " + account.englishName())
                .toLowerCase(Locale.ROOT);
    }

    List<Account> fitting(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return leaves.stream().filter(leaf -> leaf.account().code().value().startsWith(wanted)
                || leaf.words().contains(wanted) || leaf.initials().startsWith(wanted))
                .map(Found::account).toList();
    }

    public Optional<Account> find(AccountCode code) {
        return leaves.stream().map(Found::account).filter(leaf -> leaf.code().equals(code))
                .findFirst();
    }

    /** What "5602.05  办公费" means, or words that fit one account only. */
    Optional<Account> meant(String typed) {
        String first = typed.split("\\s+", 2)[0];
        Optional<Account> byCode = leaves.stream().map(Found::account)
                .filter(leaf -> leaf.code().value().equals(first)).findFirst();
        List<Account> fitting = typed.isEmpty() ? List.of() : fitting(typed);
        return byCode.or(() -> fitting.size() == 1 ? Optional.of(fitting.get(0))
                : Optional.empty());
    }
}
