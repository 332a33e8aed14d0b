package onebook.ledger;

/**
 * One line of the chart of accounts.
 *
 * @param normalSide the side on which the balance normally stands
 */
public record Account(
        AccountCode code, String name, String englishName, Kind kind, Side normalSide) {

    /** The classes of 小企业会计准则; income and expense are both 损益类. */
    public enum Kind { ASSET, LIABILITY, EQUITY, COST, INCOME, EXPENSE }

    /** True where the balance is carried to 本年利润 at the end of each month. */
    public boolean isClosedMonthly() {
        return kind == Kind.INCOME || kind == Kind.EXPENSE;
    }
}
