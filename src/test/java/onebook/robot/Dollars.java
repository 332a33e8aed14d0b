package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Side;

/** An account kept in dollars, 1002.09, and what comes and goes there against 3001. */
public final class Dollars {
    private Dollars() { }

    /** 1,000 at 7.10 come and 400 at 7.00 go in the book's first month: 600 dollars, 4,300 yuan. */
    public static void keep(Desk desk) {
        new AccountRegister(desk).add(List.of(new Account(AccountCode.of("1002.09"), "美元户",
                "US dollars", Account.Kind.ASSET, Side.DEBIT,
                AccountRegister.asks(Set.of(), "USD", ""))), "王芳");
        Period month = desk.company().from();
        move(desk, month.firstDay().plusDays(9), "1000.00", "7.10", Side.DEBIT);
        move(desk, month.firstDay().plusDays(19), "400.00", "7.00", Side.CREDIT);
    }

    static void move(Desk desk, LocalDate date, String amount, String rate, Side side) {
        Posting.Foreign foreign = new Posting.Foreign(Money.of(new BigDecimal(amount), "USD"),
                new BigDecimal(rate));
        Money yuan = foreign.converted(Money.CNY);
        Proposal draft = new Proposal("usd:" + date, date, JournalEntry.Kind.ORDINARY, "美元",
                List.of(new Posting(AccountCode.of("1002.09"), side, yuan, "",
                        Posting.Details.NONE.with(foreign)),
                new Posting(AccountCode.of("3001"), side.opposite(), yuan, "")),
                List.of(Evidence.without("测试")), "by-hand", "", List.of(), Optional.empty());
        assertThat(desk.book().journal().transaction(() -> desk.book().post(draft, "王芳")))
                .isInstanceOf(Outcome.Posted.class);
    }
}
