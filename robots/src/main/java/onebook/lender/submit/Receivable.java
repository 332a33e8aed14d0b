package onebook.lender.submit;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import onebook.ledger.Money;
import onebook.seal.MalformedException;

/**
 * What a customer owes by one tax invoice, as registries compare it.
 *
 * @param number 20 digits, or CODE|NUMBER of older invoices
 * @param seller tax number, or the name where there is none; so is {@code buyer}
 * @param amount of the invoice, tax included; what was paid of it since does not change this
 * @param date of the invoice
 */
public record Receivable(String number, String seller, String buyer, Money amount, LocalDate date,
        Optional<String> contract, Optional<LocalDate> due) {
    private static final Pattern NUMBER =
            Pattern.compile("[0-9]{20}|[0-9]{10}([0-9]{2})?\\|[0-9]{8}");
    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,14})\\.[0-9]{2}");
    private static final Set<String> KEYS =
            Set.of("amount", "buyer", "contract", "date", "due", "number", "seller");
    private static final int LONGEST = 200;

    /** Normalises; throws {@link MalformedException} where a field is empty or no invoice's. */
    public Receivable {
        number = normal(number);
        seller = normal(seller);
        buyer = normal(buyer);
        contract = contract.map(Receivable::normal).filter(text -> !text.isEmpty());
        boolean fits = NUMBER.matcher(number).matches() && !seller.isEmpty() && !buyer.isEmpty()
                && amount.isPositive() && amount.currency().equals(Money.CNY)
                && AMOUNT.matcher(amount.toString()).matches()
                && Math.max(seller.length(), buyer.length()) <= LONGEST
                && contract.orElse("").length() <= LONGEST;
        if (!fits) {
            throw new MalformedException("not a receivable of a tax invoice: " + number);
        }
    }

    /** One form of a text: narrow letters, capitals, no white space. */
    static String normal(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder visible = new StringBuilder();
        narrow.codePoints().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c)
                && !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .forEach(visible::appendCodePoint);
        return Normalizer.normalize(visible, Normalizer.Form.NFKC);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new TreeMap<>();
        json.put("number", number);
        json.put("seller", seller);
        json.put("buyer", buyer);
        json.put("amount", amount.toString());
        json.put("date", date.toString());
        contract.ifPresent(text -> json.put("contract", text));
        due.ifPresent(day -> json.put("due", day.toString()));
        return json;
    }

    /** Throws {@link MalformedException} on what {@link #json} would not give. */
    static Receivable parse(Object json) {
        try {
            Map<?, ?> map = (Map<?, ?>) json;
            String amount = (String) map.get("amount");
            if (!KEYS.containsAll(map.keySet()) || !AMOUNT.matcher(amount).matches()) {
                throw new MalformedException("not a receivable");
            }
            Receivable one = new Receivable((String) map.get("number"),
                    (String) map.get("seller"), (String) map.get("buyer"), Money.parse(amount),
                    LocalDate.parse((String) map.get("date")),
                    Optional.ofNullable((String) map.get("contract")),
                    Optional.ofNullable((String) map.get("due")).map(LocalDate::parse));
            if (one.json().equals(map)) {
                return one;
            }
        } catch (ClassCastException | NullPointerException | DateTimeException
                | IllegalArgumentException wrong) {
            throw new MalformedException("not a receivable", wrong);
        }
        throw new MalformedException("a receivable that is not normalised");
    }
}
