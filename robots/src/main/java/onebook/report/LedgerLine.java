package onebook.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Posting;

/**
 * One line of an account book.
 *
 * @param date of the voucher, or the day up to which the line adds up
 * @param entry the voucher, for a line that is of one
 * @param summary what the voucher says, or the caption of the kind
 * @param posting the line of the voucher
 * @param contra 对方科目: the accounts on the other side of the voucher, each once
 * @param sides what went through; for a line of sums all that they add up
 * @param balance after this line, debit positive
 */
public record LedgerLine(Kind kind, LocalDate date, Optional<EntryNumber> entry, String summary,
        Optional<Posting> posting, List<AccountCode> contra, Tally.Sides sides, Tally balance) {

    /** What a line is, with the words that a ledger has for it. */
    public enum Kind {
        OPENING("期初余额"), BROUGHT_FORWARD("上年结转"), ENTRY(""), DAY("本日合计"), MONTH("本月合计"),
        YEAR("本年累计"), CARRIED_FORWARD("结转下年");

        private final String caption;

        Kind(String caption) {
            this.caption = caption;
        }

        public String caption() {
            return caption;
        }
    }

    /** Where a balance stands; 平 with 0 where there is none. */
    public enum Direction {
        DEBIT("借"), CREDIT("贷"), LEVEL("平");

        private final String sign;

        Direction(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    static LedgerLine of(Kind kind, LocalDate date, Tally.Sides sides, Tally balance) {
        return new LedgerLine(kind, date, Optional.empty(), kind.caption(), Optional.empty(),
                List.of(), sides, balance);
    }

    public Direction direction() {
        return direction(balance);
    }

    static Direction direction(Tally balance) {
        return balance.money().isZero() ? Direction.LEVEL
                : balance.money().isPositive() ? Direction.DEBIT : Direction.CREDIT;
    }
}
