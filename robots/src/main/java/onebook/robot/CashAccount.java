package onebook.robot;

import java.util.Optional;
import onebook.bank.StatementLine;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Money;
import onebook.words.Sentence;

/**
 * A bank account or wallet of the company.
 *
 * @param bookBalance as the ledger has it
 * @param bankBalance the last balance a statement gave; empty where none did
 * @param unbooked lines that wait
 */
public record CashAccount(AccountCode code, String bank, String number, boolean isWallet,
        Money bookBalance, Optional<Money> bankBalance, int unbooked) {

    /** Bank less book; empty where no statement gave a balance. */
    public Optional<Money> difference() {
        return bankBalance.map(bank -> bank.minus(bookBalance));
    }

    /** A statement line with its id, the entry that books it and why. */
    public record Line(String id, AccountCode account, StatementLine line, String document,
            Optional<EntryNumber> entry, Sentence why) { }
}
