package onebook.exchange;

import java.util.ArrayList;
import java.util.List;
import onebook.Tree;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Side;

/** The chart of the standard for trying what programs of other makers call their accounts. */
final class Charts {
    private Charts() { }

    static Layouts layouts() {
        return Layouts.of("vouchers", Charts::template);
    }

    static String template(String name) {
        return Tree.text("templates/" + name);
    }

    /** The small-scale taxpayer's, with a bank account in yuan and one in dollars. */
    static ChartOfAccounts own() {
        List<Account> accounts = new ArrayList<>(Tree.text("templates/accounts/small-scale.csv")
                .lines().skip(1).map(line -> line.split(",")).map(cell -> account(cell[0], cell[1],
                        Account.Kind.valueOf(cell[3]), Side.valueOf(cell[4]))).toList());
        accounts.add(account("1002.01", "中国工商银行", Account.Kind.ASSET, Side.DEBIT));
        accounts.add(account("1002.02", "美元户", Account.Kind.ASSET, Side.DEBIT));
        return new ChartOfAccounts(accounts);
    }

    static Account account(String code, String name, Account.Kind kind, Side side) {
        return new Account(AccountCode.of(code), name, name, kind, side);
    }
}
