package onebook.seal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which strings of a leaf's body are covered. What is not named here can be read by whoever gets
 * the leaf; numbers, amounts, accounts and dates always can.
 */
final class CoverRules {
    private enum As { NAME, TEXT }

    private static final String ANY = ".*";
    private static final Map<String, As> RULES = Map.ofEntries(
            Map.entry("bank.memo", As.TEXT), Map.entry("bank.party", As.NAME),
            Map.entry("bank.reference", As.TEXT), Map.entry("dimension.name", As.NAME),
            Map.entry("doc.invoice.buyer_name", As.NAME),
            Map.entry("doc.invoice.buyer_tax_id", As.NAME),
            Map.entry("doc.invoice.lines.name", As.TEXT),
            Map.entry("doc.invoice.seller_name", As.NAME),
            Map.entry("doc.invoice.seller_tax_id", As.NAME), Map.entry("doc.name", As.TEXT),
            Map.entry("entry.evidence.text", As.TEXT),
            Map.entry("entry.postings.dimensions" + ANY, As.NAME),
            Map.entry("entry.postings.memo", As.TEXT),
            Map.entry("entry.postings.party", As.NAME), Map.entry("entry.summary", As.TEXT),
            Map.entry("entry.why", As.TEXT), Map.entry("op.what", As.TEXT),
            Map.entry("rule.text", As.TEXT),
            Map.entry("accounts.accounts.holder", As.NAME),
            Map.entry("disclose.host", As.NAME), Map.entry("disclose.lender", As.NAME),
            Map.entry("disclose.receipt", As.TEXT), Map.entry("finance.buyer", As.NAME),
            Map.entry("finance.checkpoint", As.TEXT), Map.entry("finance.host", As.NAME),
            Map.entry("finance.lender", As.NAME), Map.entry("finance.receipt", As.TEXT),
            Map.entry("taxlist.invoices.buyer_name", As.NAME),
            Map.entry("taxlist.invoices.buyer_tax_id", As.NAME),
            Map.entry("taxlist.invoices.seller_name", As.NAME),
            Map.entry("taxlist.invoices.seller_tax_id", As.NAME));

    private final CoveredParts parts;
    private final String entity;

    private CoverRules(CoveredParts parts, String entity) {
        this.parts = parts;
        this.entity = entity;
    }

    /** The body with marks instead of what goes into the parts. */
    static Map<String, Object> cover(Leaf leaf, CoveredParts parts) {
        Map<String, Object> body = new LinkedHashMap<>();
        CoverRules rules = new CoverRules(parts, leaf.entity());
        leaf.body().forEach((key, value) ->
                body.put(key, rules.value(leaf.kind() + "." + key, value)));
        return body;
    }

    private Object value(String path, Object value) {
        if (value instanceof Map<?, ?> map) {
            boolean isOpen = RULES.containsKey(path + ANY);
            Map<String, Object> covered = new LinkedHashMap<>();
            map.forEach((key, inner) -> covered.put((String) key,
                    value(path + (isOpen ? ANY : "." + key), inner)));
            return covered;
        }
        if (value instanceof List<?> list) {
            List<Object> covered = new ArrayList<>(list.size());
            list.forEach(inner -> covered.add(value(path, inner)));
            return covered;
        }
        return value instanceof String text ? string(RULES.get(path), text) : value;
    }

    /** The entity's own number is in every leaf and hides nothing. */
    private Object string(As as, String text) {
        if (text.isEmpty()) {
            return text;
        }
        if (as == As.NAME && !text.equals(entity)) {
            return parts.name(text);
        }
        return as == As.TEXT || text.startsWith(Veil.MARK) ? parts.text(text) : text;
    }
}
