package onebook.lender;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.seal.MalformedException;

/** A JSON object of somebody else: every access says what form it wants, or malformed. */
public record Body(Map<?, ?> values) {
    private static final Pattern AMOUNT = Pattern.compile("-?(0|[1-9][0-9]{0,15})\\.[0-9]{2}");

    public static Body of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Body(map);
        }
        throw new MalformedException("not an object");
    }

    public Set<?> keys() {
        return values.keySet();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public String text(String key) {
        if (values.get(key) instanceof String text) {
            return text;
        }
        throw new MalformedException("no text: " + key);
    }

    /** Empty where there is none. */
    public String textOrEmpty(String key) {
        return has(key) ? text(key) : "";
    }

    public long number(String key) {
        if (values.get(key) instanceof Long number) {
            return number;
        }
        throw new MalformedException("no number: " + key);
    }

    public Optional<Money> money(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        String text = text(key);
        if (!AMOUNT.matcher(text).matches()) {
            throw new MalformedException("no amount: " + key);
        }
        return Optional.of(Money.parse(text));
    }

    public LocalDate date(String key) {
        try {
            return LocalDate.parse(text(key));
        } catch (DateTimeException wrong) {
            throw new MalformedException("no date: " + key, wrong);
        }
    }

    public Period period(String key) {
        try {
            return Period.parse(text(key));
        } catch (DateTimeException wrong) {
            throw new MalformedException("no month: " + key, wrong);
        }
    }

    public Optional<Body> object(String key) {
        return has(key) ? Optional.of(of(values.get(key))) : Optional.empty();
    }

    public List<Body> objects(String key) {
        if (values.get(key) instanceof List<?> list) {
            return list.stream().map(Body::of).toList();
        }
        throw new MalformedException("no list: " + key);
    }
}
