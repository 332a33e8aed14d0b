package onebook.robot;

import java.util.List;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.ledger.Refusal;

/** The accounts whose ledgers are shown, one table each. */
final class LedgerAccounts {
    private final ChartOfAccounts chart;
    private final Records records;

    LedgerAccounts(ChartOfAccounts chart, Records records) {
        this.chart = chart;
        this.records = records;
    }

    /** The one that is named, else the leaves that were ever posted to and fit the kind. */
    List<AccountCode> of(Books.Order order) {
        if (order.account().isPresent()) {
            AccountCode account = order.account().get();
            if (order.kind() == Books.Kind.FOREIGN
                    && chart.get(account).asks().currency().isEmpty()) {
                throw new RefusedException(Refusal.ACCOUNT_HAS_NO_CURRENCY, account.toString());
            }
            return List.of(account);
        }
        List<AccountCode> accounts = upTo(order.to()).byAccount().keySet().stream()
                .flatMap(code -> chart.find(code).stream())
                .filter(account -> fits(account, order.kind()))
                .map(Account::code).toList();
        if (accounts.isEmpty()) {
            throw new RefusedException(Refusal.NOTHING_TO_DO, "no account has lines of this kind");
        }
        return accounts;
    }

    private static boolean fits(Account account, Books.Kind kind) {
        return switch (kind) {
            case QUANTITY -> !account.asks().unit().isEmpty();
            case FOREIGN -> !account.asks().currency().isEmpty();
            case JOURNAL -> BookDefaults.codes(BookDefaults.standard().journal()).stream()
                    .anyMatch(account.code()::isWithin);
            default -> true;
        };
    }

    /** True where lines of the account or its details say whose they are. */
    boolean hasParties(AccountCode account, Period to) {
        return upTo(to).kept().entrySet().stream()
                .filter(sums -> sums.getKey().isWithin(account))
                .flatMap(sums -> sums.getValue().keySet().stream())
                .anyMatch(party -> !party.isEmpty());
    }

    private Balances upTo(Period to) {
        Period first = records.firstMonth().orElse(to);
        return first.compareTo(to) > 0 ? Balances.of(List.of()) : records.balances(first, to);
    }
}
