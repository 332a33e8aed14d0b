package onebook.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.ledger.Side;

/**
 * One reason of a figure: which postings it counts. The amounts of its terms add up to a figure,
 * and whoever asks finds the entries by them.
 */
public sealed interface Term {

    Money amount();

    List<Slice> slices();

    /** The accounts whose entries may belong to it. */
    Set<AccountCode> accounts();

    Term negated();

    /**
     * What stands on an account and its details.
     *
     * @param party only what belongs to this one; the empty name is what belongs to nobody
     * @param side the side on which it counts above zero
     */
    record Balance(AccountCode account, Optional<String> party, Side side, Money amount,
            List<Slice> slices) implements Term {
        @Override
        public Set<AccountCode> accounts() {
            return Set.of(account);
        }

        @Override
        public Term negated() {
            return new Balance(account, party, side.opposite(), amount.negated(), slices);
        }
    }

    /** What was written on one side of an account and its details. */
    record OneSide(AccountCode account, Side side, Money amount, List<Slice> slices)
            implements Term {
        @Override
        public Set<AccountCode> accounts() {
            return Set.of(account);
        }

        @Override
        public Term negated() {
            return new OneSide(account, side, amount.negated(), slices);
        }
    }

    /**
     * Cash that moved for one reason.
     *
     * @param line of 会小企03 on which it stands
     * @param contra what it moved for; a cash account where a person chose the line
     */
    record Flow(int line, AccountCode contra, Money amount, List<Slice> slices, CashRules rules)
            implements Term {
        @Override
        public Set<AccountCode> accounts() {
            return rules.cash();
        }

        @Override
        public Term negated() {
            return new Flow(line, contra, amount.negated(), slices, rules);
        }
    }
}
