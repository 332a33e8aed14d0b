package onebook.robot;

import java.util.Optional;
import onebook.ledger.AccountCode;
import onebook.ledger.Period;
import onebook.ledger.Records;

/** Which entries to show; every condition that is present must hold. */
public record EntryFilter(Optional<Period> period, Optional<AccountCode> account, String text) {
    public static final EntryFilter ALL = new EntryFilter(Optional.empty(), Optional.empty(), "");

    Records.Query query() {
        return new Records.Query(period, period, account, text);
    }
}
