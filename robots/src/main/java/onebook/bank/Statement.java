package onebook.bank;

import java.util.List;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Problem;

/**
 * A statement as read from one file, lines in order of time.
 *
 * @param layout the profile that read it: "abc-corporate", "ccb-corporate", "alipay-merchant" …
 * @param opening before the first line, in the account's currency
 * @param closing after the last line, in the account's currency
 * @param leftOut rows below the header that are no movement, so that no row is lost silently
 */
public record Statement(String layout, BankAccount account, Optional<Money> opening,
        Optional<Money> closing, List<StatementLine> lines, Proof proof, List<Problem> problems,
        List<LeftOut> leftOut) {

    /** What the file says of the account; fields it does not state are empty. */
    public record BankAccount(String number, String name, String bank, String currency) { }

    /** Whether the running balances show that no line is missing. UNVERIFIED: the file has none. */
    public enum Proof { PROVEN, BROKEN, UNVERIFIED }

    /**
     * A row that was read and is no line.
     *
     * @param why "total", "no amount", "moved no money: 交易关闭"
     */
    public record LeftOut(int row, String text, String why) { }

    public Statement {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
        leftOut = List.copyOf(leftOut);
    }
}
