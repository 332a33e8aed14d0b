package onebook.lender.finding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;
import onebook.seal.Sha256;

/** Texts, each with a number at or above zero, known by 128 bits of their hash. */
final class Marks {
    private static final int NONE = -1;
    private final MessageDigest digest = Sha256.digest();
    private long[] keys = new long[128];
    private int[] values = filled(64);
    private int size;

    private static int[] filled(int length) {
        int[] values = new int[length];
        Arrays.fill(values, NONE);
        return values;
    }

    /** The number of the text, or -1. */
    int get(String text) {
        ByteBuffer hash = hash(text);
        return values[place(keys, values, hash.getLong(0), hash.getLong(8))];
    }

    boolean has(String text) {
        return get(text) != NONE;
    }

    /** True where the text was not there. */
    boolean add(String text) {
        return putIfAbsent(text, 0) == NONE;
    }

    static Marks of(Collection<String> texts) {
        Marks marks = new Marks();
        texts.forEach(marks::add);
        return marks;
    }

    /** The number that was there, or -1 where this one is now. */
    int putIfAbsent(String text, int value) {
        ByteBuffer hash = hash(text);
        int place = place(keys, values, hash.getLong(0), hash.getLong(8));
        if (values[place] != NONE) {
            return values[place];
        }
        keys[2 * place] = hash.getLong(0);
        keys[2 * place + 1] = hash.getLong(8);
        values[place] = value;
        if (++size * 4L > values.length * 3L) {
            grow();
        }
        return NONE;
    }

    /** What {@link #each} gives, and another set of marks may have. */
    record Mark(long high, long low) { }

    /** Every text as its mark, with its number, in no order. */
    void each(BiConsumer<Mark, Integer> taker) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != NONE) {
                taker.accept(new Mark(keys[2 * i], keys[2 * i + 1]), values[i]);
            }
        }
    }

    boolean has(Mark mark) {
        return values[place(keys, values, mark.high, mark.low)] != NONE;
    }

    int size() {
        return size;
    }

    private ByteBuffer hash(String text) {
        return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static int place(long[] keys, int[] values, long high, long low) {
        int mask = values.length - 1;
        int place = (int) high & mask;
        while (values[place] != NONE
                && (keys[2 * place] != high || keys[2 * place + 1] != low)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = filled(oldValues.length * 2);
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != NONE) {
                int place = place(keys, values, oldKeys[2 * i], oldKeys[2 * i + 1]);
                keys[2 * place] = oldKeys[2 * i];
                keys[2 * place + 1] = oldKeys[2 * i + 1];
                values[place] = oldValues[i];
            }
        }
    }
}
