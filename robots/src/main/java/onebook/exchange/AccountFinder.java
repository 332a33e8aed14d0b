package onebook.exchange;

import java.util.Optional;
import onebook.ledger.AccountCode;
import onebook.ledger.Refusal;

/** Says which account of this book a code and name of a file mean. */
public interface AccountFinder {

    /**
     * The account, or why there is none.
     *
     * @param refusal meaningless where there is a code
     */
    record Found(Optional<AccountCode> code, Refusal refusal, String text) {
        static Found of(AccountCode code) {
            return new Found(Optional.of(code), Refusal.UNKNOWN_ACCOUNT, "");
        }
    }

    /**
     * What the cells mean; asked for each row, so answers are remembered.
     *
     * @param name as in the file, "" where it names no accounts
     */
    Found find(String code, String name);
}
