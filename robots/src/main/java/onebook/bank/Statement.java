package onebook.bank;

import java.util.List;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Problem;

/**
 * A statement as read from one file, lines in order of time.
 *
 * @param layout the profile that read it: "abc-corporate", "ccb-corporate", "alipay-merchant" …
 */
public record Statement(String layout, BankAccount account, Optional<Money> opening,
        Optional<Money> closing, List<StatementLine> lines, Proof proof, List<Problem> problems) {

    /** What the file says of the account; fields it does not state are empty. */
    public record BankAccount(String number, String name, String bank, String currency) { }

    /** Whether the running balances show that no line is missing. UNVERIFIED: the file has none. */
    public enum Proof { PROVEN, BROKEN, UNVERIFIED }

    public Statement {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }
}
