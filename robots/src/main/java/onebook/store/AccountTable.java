package onebook.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.seal.CanonicalJson;
import onebook.seal.ChartJson;
import onebook.seal.MalformedException;

/** The chart of accounts and every change of it, each change with its leaf. */
final class AccountTable {
    private final BookFile file;

    AccountTable(BookFile file) {
        this.file = file;
    }

    /** Requires a body as {@link ChartJson} writes it. */
    void append(AccountCode code, Map<String, Object> body, long leaf) {
        file.run("INSERT INTO account VALUES (?, ?, ?)", code.value(), leaf,
                CanonicalJson.text(CanonicalJson.write(body)));
    }

    /** The accounts there are now, in order of code. */
    List<Account> accounts() {
        TreeMap<String, Optional<Account>> newest = new TreeMap<>();
        file.each("SELECT code, json FROM account ORDER BY leaf", row -> {
            newest.put(row.getString(1), change(row.getString(1), body(row.getString(2))));
        });
        List<Account> accounts = new ArrayList<>();
        newest.values().forEach(account -> account.ifPresent(accounts::add));
        return accounts;
    }

    private static Object body(String json) {
        return CanonicalJson.parse(CanonicalJson.utf8(json));
    }

    private static Optional<Account> change(String code, Object body) {
        Optional<Account> account = ChartJson.change(body);
        if (!account.map(one -> one.code().value()).orElse(code).equals(code)) {
            throw new MalformedException("the row of account " + code + " is another's");
        }
        return account;
    }

    /** The accounts a book began with. */
    List<Account> first() {
        return file.all("SELECT json FROM account WHERE leaf = 0 ORDER BY code",
                row -> ChartJson.account(body(row.getString(1))));
    }
}
