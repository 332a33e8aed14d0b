package onebook.seal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Side;

/** A journal entry as the body of a leaf and back; what is absent is left out, never null. */
final class EntryBody {
    private EntryBody() { }

    static Map<String, Object> write(JournalEntry entry) {
        Map<String, Object> body = new TreeMap<>();
        body.put("number", entry.number().toString());
        body.put("date", entry.date().toString());
        body.put("kind", lower(entry.kind()));
        body.put("summary", entry.summary());
        body.put("postings", entry.postings().stream().map(EntryBody::write).toList());
        body.put("evidence", entry.evidence().stream().map(EntryBody::write).toList());
        body.put("rule", entry.rule());
        body.put("why", entry.why());
        body.put("by", entry.by());
        unless(entry.by(), "prepared", entry.hands().preparer(), body);
        unless(entry.by(), "reviewed", entry.hands().reviewer(), body);
        if (entry.attachments() > 0) {
            body.put("attachments", (long) entry.attachments());
        }
        if (!entry.keys().isEmpty()) {
            body.put("keys", entry.keys());
        }
        body.put("proposal", entry.proposal());
        entry.corrects().ifPresent(number -> body.put("corrects", number.toString()));
        return body;
    }

    static Map<String, Object> write(Posting posting) {
        Map<String, Object> body = new TreeMap<>();
        body.put("account", posting.account().toString());
        body.put("side", lower(posting.side()));
        body.put("amount", posting.amount().toString());
        if (!posting.amount().currency().equals(Money.CNY)) {
            body.put("currency", posting.amount().currency());
        }
        if (!posting.party().isEmpty()) {
            body.put("party", posting.party());
        }
        DetailsBody.write(posting.details(), body);
        return body;
    }

    private static void unless(String usual, String key, String value, Map<String, Object> body) {
        if (!value.equals(usual)) {
            body.put(key, value);
        }
    }

    private static Map<String, Object> write(Evidence evidence) {
        Map<String, Object> body = new TreeMap<>();
        body.put("document", evidence.document());
        body.put("path", evidence.path());
        body.put("page", (long) evidence.page());
        evidence.box().ifPresent(box -> body.put("box", List.of((long) box.x(), (long) box.y(),
                (long) box.width(), (long) box.height())));
        body.put("text", evidence.text());
        return body;
    }

    /** Reads what {@link #write} wrote; a body that would be written otherwise is malformed. */
    static JournalEntry read(Map<String, Object> body) {
        JournalEntry entry;
        try {
            entry = entry(body);
        } catch (MalformedException wrong) {
            throw wrong;
        } catch (RuntimeException wrong) {
            throw new MalformedException("not the body of an entry: " + wrong.getMessage(), wrong);
        }
        if (!write(entry).equals(body)) {
            throw new MalformedException("the body of entry %s is written otherwise".formatted(
                    entry.number()));
        }
        return entry;
    }

    private static JournalEntry entry(Map<String, Object> body) {
        return new JournalEntry(EntryNumber.parse(text(body, "number")),
                LocalDate.parse(text(body, "date")),
                JournalEntry.Kind.valueOf(text(body, "kind").toUpperCase(Locale.ROOT)),
                text(body, "summary"),
                list(body, "postings").stream().map(EntryBody::posting).toList(),
                list(body, "evidence").stream().map(EntryBody::evidence).toList(),
                text(body, "rule"), text(body, "why"), hands(body), text(body, "proposal"),
                Optional.ofNullable((String) body.get("corrects")).map(EntryNumber::parse),
                whole(body.getOrDefault("attachments", 0L)), texts(body, "keys"));
    }

    private static JournalEntry.Hands hands(Map<String, Object> body) {
        String by = text(body, "by");
        return new JournalEntry.Hands((String) body.getOrDefault("prepared", by),
                (String) body.getOrDefault("reviewed", by), by);
    }

    private static List<String> texts(Map<String, Object> body, String key) {
        List<String> texts = new ArrayList<>();
        ((List<?>) body.getOrDefault(key, List.of())).forEach(text -> texts.add((String) text));
        return texts;
    }

    private static Posting posting(Map<String, Object> body) {
        String currency = (String) body.getOrDefault("currency", Money.CNY);
        return new Posting(AccountCode.of(text(body, "account")),
                Side.valueOf(text(body, "side").toUpperCase(Locale.ROOT)),
                Money.of(new BigDecimal(text(body, "amount")), currency),
                (String) body.getOrDefault("party", ""), DetailsBody.read(body));
    }

    private static Evidence evidence(Map<String, Object> body) {
        Optional<Evidence.Box> box = Optional.ofNullable((List<?>) body.get("box"))
                .map(sides -> new Evidence.Box(whole(sides.get(0)), whole(sides.get(1)),
                        whole(sides.get(2)), whole(sides.get(3))));
        return new Evidence(text(body, "document"), text(body, "path"), whole(body.get("page")),
                box, text(body, "text"));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static int whole(Object value) {
        return Math.toIntExact((Long) value);
    }

    private static String text(Map<String, Object> body, String key) {
        if (body.get(key) instanceof String text) {
            return text;
        }
        throw new MalformedException("an entry without " + key);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> body, String key) {
        if (!(body.get(key) instanceof List<?> items)) {
            throw new MalformedException("an entry without " + key);
        }
        List<Map<String, Object>> objects = new ArrayList<>(items.size());
        items.forEach(item -> objects.add((Map<String, Object>) item));
        return objects;
    }
}
