package onebook.seal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in exactly one form (profile vb-jcs-1): RFC 8785 with object keys of {@code [a-z0-9_]} only,
 * integers below 2^53 only (amounts of money are strings), no null. Values are
 * {@code Map<String, ?>}, {@code List<?>}, String, Long (Integer is taken too) and Boolean.
 */
public final class CanonicalJson {
    static final int DEEPEST = 64;
    static final long LARGEST = (1L << 53) - 1;
    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() { }

    /** UTF-8 bytes, no newline. Throws {@link MalformedException} on what the profile forbids. */
    public static byte[] write(Object value) {
        JsonBytes out = new JsonBytes();
        append(copy(value), out);
        return out.bytes();
    }

    /** The value of bytes in canonical form; maps keep their keys in order. */
    public static Object parse(byte[] bytes) {
        return new CanonicalScanner(text(bytes)).document();
    }

    /** An unchangeable deep copy, as {@link #parse} would give it back. */
    static Object copy(Object value) {
        return copy(value, 1);
    }

    private static Object copy(Object value, int depth) {
        if (depth > DEEPEST) {
            throw new MalformedException("deeper than " + DEEPEST);
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Long number && number <= LARGEST && number >= -LARGEST) {
            return number;
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof String text) {
            return whole(text);
        }
        if (value instanceof Map<?, ?> map) {
            return copy(map, depth);
        }
        if (value instanceof List<?> list) {
            List<Object> copies = new ArrayList<>(list.size());
            list.forEach(item -> copies.add(copy(item, depth + 1)));
            return Collections.unmodifiableList(copies);
        }
        throw new MalformedException("not a value of vb-jcs-1: " + value);
    }

    private static Map<String, Object> copy(Map<?, ?> map, int depth) {
        if (map instanceof FrozenMap frozen && depth - 1 + FrozenMap.height(map) <= DEEPEST) {
            return frozen;
        }
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name) || !isKey(name)) {
                throw new MalformedException("not a key of vb-jcs-1: " + key);
            }
            sorted.put(name, copy(value, depth + 1));
        });
        return new FrozenMap(List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
    }

    static boolean isKey(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new MalformedException("half a surrogate pair");
            }
        }
        return text;
    }

    /** Requires a value as {@link #copy} gives it. */
    static void append(Object value, JsonBytes out) {
        if (value instanceof Map<?, ?> map) {
            String comma = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.ascii(comma).quoted((String) entry.getKey()).ascii(":");
                append(entry.getValue(), out);
                comma = ",";
            }
            out.ascii(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String comma = "[";
            for (Object item : list) {
                append(item, out.ascii(comma));
                comma = ",";
            }
            out.ascii(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String text) {
            out.quoted(text);
        } else {
            out.ascii(value.toString());
        }
    }

    static String escaped(char c) {
        int letter = "\b\t\n\f\r\"\\".indexOf(c);
        return letter >= 0 ? "\\" + "btnfr\"\\".charAt(letter)
                : "\\u00" + HEX.charAt(c >> 4) + HEX.charAt(c & 15);
    }

    /** Strict UTF-8: no replacement characters are put in. */
    public static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException broken) {
            throw new MalformedException("not UTF-8", broken);
        }
    }

    /** Strict UTF-8 the other way: half a surrogate pair is refused. */
    public static byte[] utf8(CharSequence text) {
        String whole = text.toString();
        if (hasNoSurrogate(whole)) {
            return whole.getBytes(StandardCharsets.UTF_8); // much faster than the strict way
        }
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException broken) {
            throw new MalformedException("half a surrogate pair", broken);
        }
    }

    private static boolean hasNoSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
