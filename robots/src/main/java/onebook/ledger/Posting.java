package onebook.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of a voucher.
 *
 * @param amount in the currency of the book, as written; negative is a red figure on the same side
 * @param party customer, supplier or person the balance belongs to; empty where the account has
 *     none
 * @param details what else the account asks for
 */
public record Posting(
        AccountCode account, Side side, Money amount, String party, Details details) {

    public Posting(AccountCode account, Side side, Money amount, String party) {
        this(account, side, amount, party, Details.NONE);
    }

    /**
     * What a line says beyond its amount.
     *
     * @param memo the summary of this line where it differs from the voucher's, or empty
     * @param dimensions 辅助核算 besides the party, as the account asks
     * @param foreign what the amount was before it was converted
     * @param quantity how many units the amount stands for
     * @param cashFlow line of the cash flow statement a person chose; 0 leaves it to the accounts
     */
    public record Details(String memo, SortedMap<Account.Dimension, String> dimensions,
            Optional<Foreign> foreign, Optional<Quantity> quantity, int cashFlow) {
        public static final Details NONE =
                new Details("", new TreeMap<>(), Optional.empty(), Optional.empty(), 0);

        public Details {
            dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
        }

        public Details withMemo(String text) {
            return new Details(text, dimensions, foreign, quantity, cashFlow);
        }

        public Details with(Account.Dimension dimension, String value) {
            SortedMap<Account.Dimension, String> more = new TreeMap<>(dimensions);
            more.put(dimension, value);
            return new Details(memo, more, foreign, quantity, cashFlow);
        }

        public Details with(Foreign amount) {
            return new Details(memo, dimensions, Optional.of(amount), quantity, cashFlow);
        }

        public Details with(Quantity units) {
            return new Details(memo, dimensions, foreign, Optional.of(units), cashFlow);
        }

        public Details withCashFlow(int line) {
            return new Details(memo, dimensions, foreign, quantity, line);
        }

        Details red() {
            return new Details(memo, dimensions, foreign.map(Foreign::red),
                    quantity.map(Quantity::red), cashFlow);
        }
    }

    /**
     * 原币: an amount in another currency.
     *
     * @param rate units of the book's currency for one of the foreign one, above zero
     */
    public record Foreign(Money amount, BigDecimal rate) {

        /** Half a cent up, as 四舍五入 has it. */
        public Money converted(String currency) {
            return Money.rounded(amount.toDecimal().multiply(rate), currency,
                    RoundingMode.HALF_UP);
        }

        Foreign red() {
            return new Foreign(amount.negated(), rate);
        }
    }

    /** 数量: how many units of the account's unit, at which price; red lines count below zero. */
    public record Quantity(BigDecimal count, BigDecimal unitPrice) {

        Quantity red() {
            return new Quantity(count.negate(), unitPrice);
        }
    }

    public static Posting debit(String account, Money amount, String party) {
        return new Posting(AccountCode.of(account), Side.DEBIT, amount, party);
    }

    public static Posting debit(String account, Money amount) {
        return debit(account, amount, "");
    }

    public static Posting credit(String account, Money amount, String party) {
        return new Posting(AccountCode.of(account), Side.CREDIT, amount, party);
    }

    public static Posting credit(String account, Money amount) {
        return credit(account, amount, "");
    }

    public Posting with(Details more) {
        return new Posting(account, side, amount, party, more);
    }

    /** Debit positive, credit negative. */
    public Money signed() {
        return side == Side.DEBIT ? amount : amount.negated();
    }

    /** Who or what the balance belongs to in a dimension; empty where the line does not say. */
    public String in(Account.Dimension dimension) {
        return dimension.isParty() ? party : details.dimensions().getOrDefault(dimension, "");
    }

    /** The dimensions that are no party, with their values. */
    public Map<Account.Dimension, String> dimensions() {
        return details.dimensions();
    }

    /** The same line in red: same side, opposite sign (红字冲销). */
    public Posting red() {
        return new Posting(account, side, amount.negated(), party, details.red());
    }
}
