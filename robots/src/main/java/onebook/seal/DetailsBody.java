package onebook.seal;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.Money;
import onebook.ledger.Posting;

/** What a line of a voucher says beyond its amount, within the object of the line. */
final class DetailsBody {
    private DetailsBody() { }

    static void write(Posting.Details details, Map<String, Object> line) {
        if (details.equals(Posting.Details.NONE)) {
            return;
        }
        if (!details.memo().isEmpty()) {
            line.put("memo", details.memo());
        }
        if (!details.dimensions().isEmpty()) {
            Map<String, Object> dimensions = new TreeMap<>();
            details.dimensions().forEach((dimension, value) ->
                    dimensions.put(dimension.name().toLowerCase(Locale.ROOT), value));
            line.put("dimensions", dimensions);
        }
        details.foreign().ifPresent(foreign -> line.put("foreign", Map.of(
                "amount", foreign.amount().toString(), "currency", foreign.amount().currency(),
                "rate", foreign.rate().toPlainString())));
        details.quantity().ifPresent(quantity -> line.put("quantity", Map.of(
                "count", quantity.count().toPlainString(),
                "price", quantity.unitPrice().toPlainString())));
        if (details.cashFlow() > 0) {
            line.put("cash_flow", (long) details.cashFlow());
        }
    }

    static Posting.Details read(Map<String, Object> line) {
        SortedMap<Account.Dimension, String> dimensions = new TreeMap<>();
        object(line, "dimensions").ifPresent(values -> values.forEach((name, value) ->
                dimensions.put(Account.Dimension.valueOf(name.toUpperCase(Locale.ROOT)),
                        (String) value)));
        Posting.Details details = new Posting.Details((String) line.getOrDefault("memo", ""),
                dimensions, object(line, "foreign").map(DetailsBody::foreign),
                object(line, "quantity").map(DetailsBody::quantity),
                Math.toIntExact((Long) line.getOrDefault("cash_flow", 0L)));
        return details.equals(Posting.Details.NONE) ? Posting.Details.NONE : details;
    }

    private static Posting.Foreign foreign(Map<String, Object> body) {
        return new Posting.Foreign(Money.of(new BigDecimal((String) body.get("amount")),
                (String) body.get("currency")), new BigDecimal((String) body.get("rate")));
    }

    private static Posting.Quantity quantity(Map<String, Object> body) {
        return new Posting.Quantity(new BigDecimal((String) body.get("count")),
                new BigDecimal((String) body.get("price")));
    }

    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> object(Map<String, Object> line, String key) {
        return Optional.ofNullable((Map<String, Object>) line.get(key));
    }
}
