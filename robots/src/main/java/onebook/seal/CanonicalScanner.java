package onebook.seal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Reads vb-jcs-1 in one pass; refuses at the first character a canonical text would not have. */
final class CanonicalScanner {
    private static final int MOST_DIGITS = 16;
    private final String text;
    private int at;

    CanonicalScanner(String text) {
        this.text = text;
    }

    Object document() {
        Object value = value(1);
        if (at != text.length()) {
            throw wrong("something after the value");
        }
        return value;
    }

    private Object value(int depth) {
        if (depth > CanonicalJson.DEEPEST) {
            throw wrong("deeper than " + CanonicalJson.DEEPEST);
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        List<String> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        expect('{');
        if (peek() == '}') {
            at++;
            return new FrozenMap(keys, values);
        }
        do {
            String key = string();
            if (!CanonicalJson.isKey(key)) {
                throw wrong("not a key");
            }
            if (!keys.isEmpty() && keys.get(keys.size() - 1).compareTo(key) >= 0) {
                throw wrong("keys not in order");
            }
            expect(':');
            keys.add(key);
            values.add(value(depth + 1));
        } while (more('}'));
        return new FrozenMap(keys, values);
    }

    private List<Object> array(int depth) {
        List<Object> items = new ArrayList<>();
        expect('[');
        if (peek() == ']') {
            at++;
            return List.of();
        }
        do {
            items.add(value(depth + 1));
        } while (more(']'));
        return Collections.unmodifiableList(items);
    }

    private boolean more(char end) {
        char c = peek();
        at++;
        if (c != ',' && c != end) {
            throw wrong("neither , nor " + end);
        }
        return c == ',';
    }

    private String string() {
        expect('"');
        int from = at;
        while (peek() != '"' && peek() != '\\') {
            plain();
        }
        if (peek() == '"') {
            return text.substring(from, at++);
        }
        StringBuilder out = new StringBuilder(text.substring(from, at));
        while (peek() != '"') {
            out.append(peek() == '\\' ? escaped() : plain());
        }
        at++;
        return out.toString();
    }

    private char plain() {
        char c = text.charAt(at++);
        if (c < 0x20) {
            throw wrong("a control character");
        }
        return c;
    }

    /** Only the escapes that RFC 8785 writes: the short ones, and u00xx for other controls. */
    private char escaped() {
        at++;
        char c = peek();
        at++;
        int letter = "btnfr\"\\".indexOf(c);
        if (letter >= 0) {
            return "\b\t\n\f\r\"\\".charAt(letter);
        }
        if (c != 'u' || at + 4 > text.length() || !text.startsWith("00", at)) {
            throw wrong("an escape that is not canonical");
        }
        int high = "01".indexOf(text.charAt(at + 2));
        int low = "0123456789abcdef".indexOf(text.charAt(at + 3));
        int code = high * 16 + low;
        if (high < 0 || low < 0 || "\b\t\n\f\r".indexOf(code) >= 0) {
            throw wrong("an escape that is not canonical");
        }
        at += 4;
        return (char) code;
    }

    private Object word(String word, boolean value) {
        if (!text.startsWith(word, at)) {
            throw wrong("not a value");
        }
        at += word.length();
        return value;
    }

    private Long number() {
        int from = at;
        boolean negative = peek() == '-';
        if (negative) {
            at++;
        }
        int first = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        int digits = at - first;
        boolean leadingZero = digits > 0 && text.charAt(first) == '0' && (digits > 1 || negative);
        if (digits == 0 || digits > MOST_DIGITS || leadingZero) {
            throw wrong("not a value");
        }
        long value = Long.parseLong(text, from, at, 10);
        if (Math.abs(value) > CanonicalJson.LARGEST) {
            throw wrong("an integer of 2^53 or more");
        }
        return value;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("not " + c);
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("the end");
        }
        return text.charAt(at);
    }

    private MalformedException wrong(String what) {
        return new MalformedException(what + " at " + at);
    }
}
