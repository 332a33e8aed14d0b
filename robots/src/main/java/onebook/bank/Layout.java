package onebook.bank;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one bank lays its statements out; read from {@code templates/bank/<layout>.yaml}.
 *
 * @param header names that all stand in one row of such a file
 * @param columns for each thing a line says, the names it stands under; the first that is filled
 *        counts, except that {@code memo} takes all of them
 * @param account labels beside the table; what is not given here is taken from the vocabulary
 * @param directions tried in order where an amount has no sign
 * @param voids rows that moved no money
 * @param year finds year and month of the bill where days stand without a year
 * @param partyEndsWithAccount true where "张三 66666666666666" stands in one cell
 * @param accountHasParty true where "张三(zs@example.com)" stands in the cell of the account
 */
record Layout(String layout, String bank, String currency, List<String> header, Amounts amount,
        Moment.Days days, Map<String, List<String>> columns, Map<String, List<String>> account,
        List<Direction> directions, Sorting voids, Pattern year, boolean partyEndsWithAccount,
        boolean accountHasParty) {

    /** How the company's view of an amount comes out of the columns. */
    enum Amounts {
        @JsonProperty("in-out") IN_OUT,
        @JsonProperty("in-minus-size-of-out") IN_MINUS_SIZE_OF_OUT,
        @JsonProperty("signed") SIGNED,
        @JsonProperty("spent") SPENT,
        @JsonProperty("directed") DIRECTED,
        /** Without sign or flag; the balances say which way the money went. */
        @JsonProperty("by-balance") BY_BALANCE
    }

    enum Way {
        @JsonProperty("in") IN,
        @JsonProperty("out") OUT
    }

    record Sorting(String column, Pattern matches) { }

    record Direction(String column, Pattern matches, Way is) { }

    private static final Set<String> KNOWN = Set.of("date", "time", "in", "out", "amount", "flag",
            "balance", "currency", "party", "partyAccount", "memo", "kind", "reference", "status",
            "number", "name", "payerName", "payerAccount", "payeeName", "payeeAccount");

    Layout {
        bank = bank == null ? "" : bank;
        currency = currency == null ? "CNY" : currency;
        days = days == null ? Moment.Days.YMD : days;
        account = account == null ? Map.of() : account;
        directions = directions == null ? List.of() : directions;
        if (!KNOWN.containsAll(columns.keySet())) {
            throw new IllegalArgumentException(layout + " names a column OneBook does not know: "
                    + columns.keySet());
        }
    }

    Layout withAmount(Amounts other) {
        return new Layout(layout, bank, currency, header, other, days, columns, account,
                directions, voids, year, partyEndsWithAccount, accountHasParty);
    }
}
