package onebook.lender;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Values of a leaf that become others: what a writer might get wrong or a forger might try. */
final class LeafEdits {
    private static final List<String> TEXTS = List.of("", "0.00", "-0.00", "1010.00", "1e3",
            "-5000.00", "92233720368547758.07", "92233720368547758.08", "1002", "1002.01", "9999",
            "5001", "1002.01.01", "debit", "credit", "2026-01", "2026-02", "+12026-01", "0000-01",
            "2026-01-31", "2026-02-29", "2024-02-29", "-0001-01-01", "+12026-01-01", "2026-13",
            "2026-01-0001", "2026-01-0002", "2026-01-00002", "2026-01-99999999999", "correction",
            "supplement", "closing", "opening", "profit-transfer", "entry", "genesis", "close",
            "bank", "doc", "bankstmt", "account", "USD", "JPY", "CNY", "XAU", "ZZZ", "100", "12.3",
            "PROVEN", "BROKEN", "line:2", "line:3", "invoice.gross", "=1+1", "a\"b,c", "\u202e",
            "😀", "2026-02-01T00:00:00Z", "2026-02-01T00:00:00.5Z", "2026-02-01T24:00:00Z",
            "2026-02-01T00:00:00.500Z", "rule", "ab".repeat(32), "asset", "income", "3001",
            "taxlist", "filing", "accounts", "out", "in", "normal", "void", "red",
            "vat-small-scale", "vat-general", "cit-prepay", "statements", "private", "company",
            "issuer", "valid", "客户甲", "老板", "2221.01", "2241", "2211", "1405", "2202",
            "2026-01-30", "11648.00", "61000.00");
    private static final List<String> KEYS = List.of("prepared", "reviewed", "attachments", "keys",
            "corrects", "currency", "party", "memo", "dimensions", "foreign", "quantity",
            "cash_flow", "box", "removed", "invoice", "entries", "debit_total", "balance", "row",
            "sha256", "customer", "rate", "count", "__proto__", "constructor", "sd", "extra",
            "status", "direction", "figures", "form", "l1", "l22", "receipt_sha256",
            "issuer_signature", "channel", "part", "line_id", "gross", "seller_tax_id",
            "buyer_tax_id");

    private LeafEdits() { }

    /** A copy in which one value is another, one key is gone or one is more. */
    static Object anywhere(Object value, Random random) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return within(map, random);
        }
        if (value instanceof List<?> list) {
            return within(list, random);
        }
        return value instanceof String text && random.nextBoolean() ? near(text, random)
                : other(random, 0);
    }

    private static Object within(Map<?, ?> map, Random random) {
        Map<Object, Object> changed = new TreeMap<>(map);
        Object key = new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
        int choice = random.nextInt(12);
        if (choice == 0) {
            changed.remove(key);
        } else if (choice == 1) {
            changed.put(KEYS.get(random.nextInt(KEYS.size())), other(random, 0));
        } else {
            // the body most often, as there is most in it
            Object into = map.containsKey("d") && random.nextInt(5) > 0 ? "d" : key;
            changed.put(into, anywhere(map.get(into), random));
        }
        return changed;
    }

    private static Object within(List<?> list, Random random) {
        List<Object> changed = new ArrayList<>(list);
        if (list.isEmpty() || random.nextInt(10) == 0) {
            changed.add(list.isEmpty() ? other(random, 0)
                    : list.get(random.nextInt(list.size())));
            return changed;
        }
        int at = random.nextInt(list.size());
        if (random.nextInt(10) == 0) {
            changed.remove(at);
        } else {
            changed.set(at, anywhere(list.get(at), random));
        }
        return changed;
    }

    private static String near(String text, Random random) {
        if (text.isEmpty()) {
            return "0";
        }
        int at = random.nextInt(text.length());
        char to = "0123456789-.abz ".charAt(random.nextInt(16));
        return text.substring(0, at) + to + text.substring(at + 1);
    }

    private static Object other(Random random, int depth) {
        return switch (random.nextInt(depth > 2 ? 6 : 9)) {
            case 0 -> (long) random.nextInt(20) - 4;
            case 1 -> random.nextBoolean();
            case 2 -> (1L << 53) - 1;
            case 6 -> List.of(other(random, depth + 1), other(random, depth + 1));
            case 7 -> Map.of(KEYS.get(random.nextInt(KEYS.size())), other(random, depth + 1));
            case 8 -> new ArrayList<>();
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }
}
