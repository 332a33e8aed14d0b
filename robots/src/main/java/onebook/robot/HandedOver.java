package onebook.robot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.seal.Leaf;
import onebook.store.LogLines;

/** What left a book for lenders and what is pledged to them, as its log says; the newest first. */
public record HandedOver(List<Sending> sendings, List<Pledging> pledgings) {

    /**
     * A package that a lender signed for.
     *
     * @param bytes of the package
     * @param names true where names of customers and suppliers could be read
     * @param texts the same of summaries and texts of bank lines
     * @param verdict 0 to 4, as the lender's own verifier said
     */
    public record Sending(Instant at, String by, String lender, String host, String profile,
            String level, Period from, Period to, long bytes, boolean names, boolean texts,
            int verdict) { }

    /**
     * A step of a pledge.
     *
     * @param isReleased true where this step takes it back
     * @param until when a reservation ends by itself
     * @param isForReview true where it looks like another that is pledged
     */
    public record Pledging(Instant at, String by, String lender, String host, String invoice,
            String buyer, Money amount, boolean isReleased, Optional<String> until,
            boolean isForReview) { }

    public static HandedOver of(BookView view) {
        synchronized (view) {
            List<Sending> sendings = new ArrayList<>();
            LogLines.each(view.book().journal(), "disclose", bytes ->
                    sendings.add(0, sending(Leaf.parse(bytes).body())));
            List<Pledging> pledgings = new ArrayList<>();
            LogLines.each(view.book().journal(), "finance", bytes ->
                    pledgings.add(0, pledging(Leaf.parse(bytes).body())));
            return new HandedOver(List.copyOf(sendings), List.copyOf(pledgings));
        }
    }

    private static Sending sending(Map<String, Object> body) {
        return new Sending(Instant.parse(text(body, "at")), text(body, "who"),
                text(body, "lender"), text(body, "host"), text(body, "profile"),
                text(body, "level"), Period.parse(text(body, "from")),
                Period.parse(text(body, "to")), (Long) body.get("size"),
                (Boolean) body.get("names"), (Boolean) body.get("texts"),
                Math.toIntExact((Long) body.get("verdict")));
    }

    private static Pledging pledging(Map<String, Object> body) {
        return new Pledging(Instant.parse(text(body, "at")), text(body, "who"),
                text(body, "lender"), text(body, "host"), text(body, "invoice"),
                text(body, "buyer"), Money.parse(text(body, "amount")),
                text(body, "what").equals("released"),
                Optional.ofNullable((String) body.get("until")),
                body.get("review") instanceof List<?> alike && !alike.isEmpty());
    }

    private static String text(Map<String, Object> body, String key) {
        return body.get(key) instanceof String text ? text : "";
    }
}
