package onebook.app.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;

/**
 * Finds accounts by code, by part of the name, their own or the parent's, or by the initials of the
 * name in pinyin.
 */
public final class AccountSearch {
    private record Found(Account account, String words, String initials) { }

    private final List<Found> offered;

    /** Finds the accounts that can be posted to. */
    public AccountSearch(ChartOfAccounts chart) {
        this(chart, chart::isLeaf);
    }

    private AccountSearch(ChartOfAccounts chart, Predicate<AccountCode> wanted) {
        offered = chart.all().stream().filter(one -> wanted.test(one.code()))
                .map(one -> new Found(one, words(one, chart), Initials.of(one.name())))
                .toList();
    }

    /** Finds also those that only add up their details. */
    public static AccountSearch ofAll(ChartOfAccounts chart) {
        return new AccountSearch(chart, code -> true);
    }

    private static String words(Account account, ChartOfAccounts chart) {
        String above = account.code().parent().flatMap(chart::find)
                .map(parent -> words(parent, chart)).orElse("");
        return (above + " " + account.name() + " " + account.englishName())
                .toLowerCase(Locale.ROOT);
    }

    List<Account> fitting(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return offered.stream().filter(one -> one.account().code().value().startsWith(wanted)
                || one.words().contains(wanted) || one.initials().startsWith(wanted))
                .map(Found::account).toList();
    }

    public Optional<Account> find(AccountCode code) {
        return offered.stream().map(Found::account).filter(one -> one.code().equals(code))
                .findFirst();
    }

    /** What "5602.05  办公费" means, or words that fit one account only. */
    Optional<Account> meant(String typed) {
        String first = typed.split("\\s+", 2)[0];
        Optional<Account> byCode = offered.stream().map(Found::account)
                .filter(one -> one.code().value().equals(first)).findFirst();
        List<Account> fitting = typed.isEmpty() ? List.of() : fitting(typed);
        return byCode.or(() -> fitting.size() == 1 ? Optional.of(fitting.get(0))
                : Optional.empty());
    }
}
