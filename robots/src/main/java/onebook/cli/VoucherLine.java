package onebook.cli;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.ledger.Account;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Refusal;
import onebook.robot.Draft;
import onebook.robot.RefusedException;

/**
 * One line of a voucher out of named values, as {@code --line} and JSON give them: account, debit
 * or credit, memo, party, department, project, bank_account, currency with amount and rate,
 * quantity with price, cash_flow.
 */
final class VoucherLine {
    // account=1002.01 debit=12.00 party=杭州 某公司 memo=货款 a=b
    private static final Pattern NAME = Pattern.compile("(?:^|\\s)(account|debit|credit|memo|party"
            + "|department|project|bank_account|currency|amount|rate|quantity|price|cash_flow)=");
    private static final int LONGEST_FIGURE = 40;

    private final Map<String, String> values;

    private VoucherLine(Map<String, String> values) {
        this.values = values;
    }

    /** A value goes on until the next name. */
    static Draft.Line parse(String text) {
        Map<String, String> values = new HashMap<>();
        Matcher name = NAME.matcher(text);
        int end = 0;
        String last = "";
        while (name.find()) {
            put(values, last, text.substring(end, name.start()));
            last = name.group(1);
            end = name.end();
        }
        put(values, last, text.substring(end));
        return of(values);
    }

    private static void put(Map<String, String> values, String name, String value) {
        boolean isBefore = name.isEmpty();
        if (isBefore && !value.isBlank() || !isBefore && values.put(name, value.strip()) != null) {
            throw unread(isBefore ? value.strip() : name + " twice");
        }
    }

    static Draft.Line of(Map<String, String> values) {
        VoucherLine line = new VoucherLine(values);
        String account = line.text("account");
        return new Draft.Line(account, line.text("memo"), line.money("debit"),
                line.money("credit"), line.text("party"), line.dimensions(), line.foreign(),
                line.quantity(), line.cashFlow());
    }

    private String text(String name) {
        return values.getOrDefault(name, "");
    }

    private Optional<Money> money(String name) {
        try {
            return figure(name).map(value -> Money.of(value, Money.CNY));
        } catch (ArithmeticException wrong) {
            throw unread(name + "=" + text(name));
        }
    }

    private Optional<BigDecimal> figure(String name) {
        String text = text(name).replace(",", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() > LONGEST_FIGURE || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw unread(name + "=" + text(name));
        }
        return Optional.of(new BigDecimal(text));
    }

    private SortedMap<Account.Dimension, String> dimensions() {
        SortedMap<Account.Dimension, String> dimensions = new TreeMap<>();
        for (Account.Dimension one : Account.Dimension.values()) {
            String value = text(one.name().toLowerCase(Locale.ROOT));
            if (!one.isParty() && !value.isEmpty()) {
                dimensions.put(one, value);
            }
        }
        return dimensions;
    }

    private Optional<Posting.Foreign> foreign() {
        Optional<BigDecimal> amount = figure("amount");
        Optional<BigDecimal> rate = figure("rate");
        String currency = text("currency");
        if (amount.isEmpty() && rate.isEmpty() && currency.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Posting.Foreign(Money.of(amount.orElseThrow(), currency),
                    rate.orElseThrow()));
        } catch (RuntimeException wrong) {
            throw unread("currency, amount and rate go together");
        }
    }

    private Optional<Posting.Quantity> quantity() {
        Optional<BigDecimal> count = figure("quantity");
        Optional<BigDecimal> price = figure("price");
        if (count.isPresent() != price.isPresent()) {
            throw unread("quantity and price go together");
        }
        return count.map(units -> new Posting.Quantity(units, price.get()));
    }

    private int cashFlow() {
        String line = text("cash_flow");
        if (!line.matches("[0-9]{0,3}")) {
            throw unread("cash_flow=" + line);
        }
        return line.isEmpty() ? 0 : Integer.parseInt(line);
    }

    static RefusedException unread(String what) {
        return new RefusedException(Refusal.VOUCHER_CANNOT_BE_READ, what);
    }
}
