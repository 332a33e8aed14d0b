package onebook.bank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.document.table.CellText;
import onebook.ledger.Money;

/**
 * What a cell says as an amount.
 *
 * @param state EMPTY and UNREADABLE have no value
 * @param currency as it stands in front of the figure ("CNY 123.18"), or empty
 * @param isSigned true where a plus or minus stands there
 */
record Figure(State state, BigDecimal value, String currency, boolean isSigned) {
    enum State { EMPTY, UNREADABLE, VALUE }

    static final Figure EMPTY = new Figure(State.EMPTY, BigDecimal.ZERO, "", false);
    static final Figure UNREADABLE = new Figure(State.UNREADABLE, BigDecimal.ZERO, "", false);

    // +10000.00   -1,000.00   8,000.00(CN)   ¥22.30   CNY13.50   3.00元   (1,234.00)   0.30000000000000004
    private static final Pattern FORM = Pattern.compile(
            "(?<open>\\()?(?<currency>[A-Z]{3}|¥|人民币)? ?(?<sign>[+-])? ?¥? ?"
            + "(?<digits>[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,15}|(?=\\.))"
            + "(?<rest>\\.[0-9]{1,20})?(?:[eE](?<ten>[+-]?[0-9]{1,2}))?"
            + " ?元?(?<close>\\))?(?:\\([A-Z]{2,3}\\))?");
    private static final BigDecimal BINARY_NOISE = new BigDecimal("0.000001");

    static Figure of(String cell) {
        if (cell.isEmpty()) {
            return EMPTY;
        }
        if (cell.length() > 60) {
            return UNREADABLE;
        }
        Matcher form = FORM.matcher(CellText.half(cell).replace('−', '-').replace('–', '-')
                .replace('￥', '¥'));
        boolean isWhole = form.matches()
                && (form.group("open") == null) == (form.group("close") == null);
        return isWhole ? read(form) : UNREADABLE;
    }

    private static Figure read(Matcher form) {
        String rest = Optional.ofNullable(form.group("rest")).orElse("");
        BigDecimal size = new BigDecimal("0" + form.group("digits").replace(",", "") + rest);
        if (form.group("ten") != null) {
            size = size.scaleByPowerOfTen(Integer.parseInt(form.group("ten").replace("+", "")));
        }
        boolean isNegative = "-".equals(form.group("sign")) != (form.group("open") != null);
        String currency = Optional.ofNullable(form.group("currency"))
                .filter(c -> c.matches("[A-Z]{3}")).orElse("");
        boolean isSigned = form.group("sign") != null || form.group("open") != null;
        return new Figure(State.VALUE, isNegative ? size.negate() : size, currency, isSigned);
    }

    Figure negated() {
        return new Figure(state, value.negate(), currency, isSigned);
    }

    boolean isValue() {
        return state == State.VALUE;
    }

    /**
     * The figure as money; empty where it has more decimals than the currency. What binary
     * fractions of a spreadsheet leave behind (0.30000000000000004) is rounded away.
     */
    Optional<Money> in(String code) {
        try {
            Money nearest = Money.rounded(value, code, RoundingMode.HALF_UP);
            boolean isNear = nearest.toDecimal().subtract(value).abs().compareTo(BINARY_NOISE) < 0;
            return isNear ? Optional.of(nearest) : Optional.empty();
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }
}
