package onebook.seal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One element of ASN.1 DER: definite lengths in their shortest form, tags of one byte. Every access
 * says what form it wants, or malformed.
 *
 * @param tag the whole identifier byte
 * @param from where the content begins in the bytes
 * @param to where it ends
 */
record Der(byte[] bytes, int tag, int start, int from, int to) {
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int UTF8 = 0x0c;
    static final int TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    private static final int MOST_ELEMENTS = 1_000;

    /** All of the bytes as one element. */
    static Der of(byte[] bytes) {
        Der element = at(bytes, 0, bytes.length);
        require(element.to == bytes.length, "something behind the element");
        return element;
    }

    private static Der at(byte[] bytes, int start, int end) {
        require(end - start >= 2 && (bytes[start] & 0x1f) != 0x1f, "no element");
        int first = bytes[start + 1] & 0xff;
        int from = start + 2;
        int length = first;
        if (first >= 0x80) {
            int count = first - 0x80;
            require(count >= 1 && count <= 3 && end - from >= count, "a length of no DER");
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | bytes[from + i] & 0xff;
            }
            require(length >= 0x80 && length >> 8 * (count - 1) != 0, "not the shortest length");
            from += count;
        }
        require(length <= end - from, "an element is cut");
        return new Der(bytes, bytes[start] & 0xff, start, from, from + length);
    }

    /** The elements inside. */
    List<Der> parts() {
        require((tag & 0x20) != 0, "an element without parts");
        List<Der> parts = new ArrayList<>();
        for (int at = from; at < to; ) {
            Der part = at(bytes, at, to);
            parts.add(part);
            require(parts.size() <= MOST_ELEMENTS, "too many elements");
            at = part.to;
        }
        return parts;
    }

    /** The elements of a sequence, at least so many. */
    List<Der> sequence(int least) {
        List<Der> parts = as(SEQUENCE).parts();
        require(parts.size() >= least, "a sequence is cut");
        return parts;
    }

    Der as(int wanted) {
        require(tag == wanted, "tag %02x where %02x is due".formatted(tag, wanted));
        return this;
    }

    /** The only element inside. */
    Der only() {
        List<Der> parts = parts();
        require(parts.size() == 1, "%d elements where one is due".formatted(parts.size()));
        return parts.get(0);
    }

    byte[] content() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** With its tag and length. */
    byte[] whole() {
        return Arrays.copyOfRange(bytes, start, to);
    }

    /** An object identifier's content in hex. */
    String oid() {
        return HexFormat.of().formatHex(as(OID).content());
    }

    byte[] octets() {
        return as(OCTETS).content();
    }

    BigInteger integer() {
        as(INTEGER);
        require(to > from && (to - from == 1 || bytes[from] != 0 && bytes[from] != -1
                || (bytes[from] ^ bytes[from + 1]) < 0), "not the shortest integer");
        return new BigInteger(content());
    }

    /** The object identifier of an AlgorithmIdentifier, whose parameters are none or NULL. */
    String algorithm() {
        List<Der> parts = sequence(1);
        require(parts.size() == 1 || parts.size() == 2 && parts.get(1).tag == 0x05
                && parts.get(1).from == parts.get(1).to, "parameters of an algorithm");
        return parts.get(0).oid();
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new MalformedException("time stamp: " + otherwise);
        }
    }
}
