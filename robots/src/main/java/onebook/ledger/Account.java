package onebook.ledger;

import java.util.Set;

/**
 * One line of the chart of accounts.
 *
 * @param normalSide the side on which the balance normally stands
 * @param asks what each line on this account must say besides its amount
 */
public record Account(AccountCode code, String name, String englishName, Kind kind,
        Side normalSide, Asks asks) {

    public Account(AccountCode code, String name, String englishName, Kind kind, Side normalSide) {
        this(code, name, englishName, kind, normalSide, Asks.NOTHING);
    }

    /** The classes of 小企业会计准则; income and expense are both 损益类. */
    public enum Kind { ASSET, LIABILITY, EQUITY, COST, INCOME, EXPENSE }

    /** 辅助核算: by what else an account is kept. The first three are the party of a line. */
    public enum Dimension {
        CUSTOMER, SUPPLIER, EMPLOYEE, DEPARTMENT, PROJECT, BANK_ACCOUNT;

        public boolean isParty() {
            return this == CUSTOMER || this == SUPPLIER || this == EMPLOYEE;
        }
    }

    /**
     * What an account asks of its lines.
     *
     * @param currency the foreign currency it is kept in, ISO 4217; empty for the book's own
     * @param unit the unit its quantities are counted in ("kg"); empty where none are
     */
    public record Asks(Set<Dimension> dimensions, String currency, String unit) {
        public static final Asks NOTHING = new Asks(Set.of(), "", "");

        public Asks {
            dimensions = Set.copyOf(dimensions);
        }
    }

    /** True where the balance is carried to 本年利润 at the end of each month. */
    public boolean isClosedMonthly() {
        return kind == Kind.INCOME || kind == Kind.EXPENSE;
    }

    public Account asking(Asks more) {
        return new Account(code, name, englishName, kind, normalSide, more);
    }
}
