package onebook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static onebook.seal.ReferenceEd25519.L;
import static onebook.seal.ReferenceEd25519.P;
import static onebook.seal.ReferenceEd25519.both;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import onebook.Vectors;
import onebook.seal.ReferenceNote.Key;

/**
 * Signatures that a careless check lets through. A signature is 64 bytes; S is below the order of
 * the base point; R and the key are points in their one form; the key is not of small order.
 */
final class Ed25519Vectors {
    private static final Key KEY = Key.of("a", 7);
    private static final Key OTHER = Key.of("b", 8);
    private static final byte[] MESSAGE = "一本账 OneBook".getBytes(UTF_8);
    /** y of the points whose order divides 8; each with either sign. */
    private static final List<String> SMALL = List.of("01" + "00".repeat(31),
            "ec" + "ff".repeat(30) + "7f", "00".repeat(32),
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");

    private final List<ObjectNode> cases = new ArrayList<>();
    private final byte[] good = ReferenceEd25519.sign(KEY.seed(), MESSAGE);
    private final byte[] r = Arrays.copyOf(good, 32);
    private final byte[] s = Arrays.copyOfRange(good, 32, 64);

    private void add(String desc, byte[] key, byte[] message, byte[] signature, boolean isWrong) {
        cases.add(Vectors.one(desc).put("key", Vectors.base64(key))
                .put("message", Vectors.base64(message))
                .put("signature", Vectors.base64(signature)).put("wantErr", isWrong));
    }

    private void bad(String desc, byte[] signature) {
        add(desc, KEY.raw(), MESSAGE, signature, true);
    }

    static List<ObjectNode> all() {
        Ed25519Vectors vectors = new Ed25519Vectors();
        vectors.right();
        vectors.lengths();
        vectors.scalars();
        vectors.points();
        vectors.keys();
        vectors.bits();
        return vectors.cases;
    }

    private void right() {
        add("signed", KEY.raw(), MESSAGE, good, false);
        for (int length : new int[] {0, 1, 63, 64, 65, 127, 128, 1000}) {
            byte[] message = new byte[length];
            Arrays.fill(message, (byte) length);
            add("a message of %d bytes".formatted(length), KEY.raw(), message,
                    ReferenceEd25519.sign(KEY.seed(), message), false);
        }
        // the second of the cases of RFC 8032 section 7.1
        byte[] seed = HexFormat.of().parseHex(
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        add("RFC 8032, test 2", ReferenceEd25519.key(seed), new byte[] {0x72},
                ReferenceEd25519.sign(seed, new byte[] {0x72}), false);
        add("the message is another", KEY.raw(), "一本账 Onebook".getBytes(UTF_8), good, true);
        add("the message is empty", KEY.raw(), new byte[0], good, true);
        add("the message is longer", KEY.raw(), both(MESSAGE, new byte[1]), good, true);
        add("the key is another", OTHER.raw(), MESSAGE, good, true);
    }

    private void lengths() {
        bad("no bytes", new byte[0]);
        for (int length : new int[] {1, 31, 32, 33, 63}) {
            bad("the first %d bytes".formatted(length), Arrays.copyOf(good, length));
        }
        bad("a zero byte behind", Arrays.copyOf(good, 65));
        bad("another byte behind", both(good, new byte[] {1}));
        bad("a zero byte before", both(new byte[1], good));
        bad("twice", both(good, good));
        bad("without its first byte", Arrays.copyOfRange(good, 1, 64));
        bad("a zero byte between R and S", both(Arrays.copyOf(r, 33), s));
        bad("R and S change places", both(s, r));
        bad("64 zeros", new byte[64]);
        byte[] ones = new byte[64];
        Arrays.fill(ones, (byte) 0xff);
        bad("64 bytes of ff", ones);
    }

    private void scalars() {
        BigInteger scalar = ReferenceEd25519.number(s);
        for (int times = 1; times * 1L < 15; times++) {
            BigInteger more = scalar.add(L.multiply(BigInteger.valueOf(times)));
            if (more.bitLength() <= 256) {
                bad("S + %d L".formatted(times), both(r, ReferenceEd25519.little(more)));
            }
        }
        bad("S is 0", both(r, new byte[32]));
        bad("S is 1", both(r, ReferenceEd25519.little(BigInteger.ONE)));
        bad("S is L - 1", both(r, ReferenceEd25519.little(L.subtract(BigInteger.ONE))));
        bad("S is L", both(r, ReferenceEd25519.little(L)));
        bad("S is L + 1", both(r, ReferenceEd25519.little(L.add(BigInteger.ONE))));
        bad("S is L - S", both(r, ReferenceEd25519.little(L.subtract(scalar))));
        bad("S + 1", both(r, ReferenceEd25519.little(scalar.add(BigInteger.ONE))));
        for (int bit = 253; bit < 256; bit++) {
            bad("S + 2^%d".formatted(bit), both(r, ReferenceEd25519.little(scalar.setBit(bit))));
        }
        byte[] largest = new byte[32];
        Arrays.fill(largest, (byte) 0xff);
        bad("S is 2^256 - 1", both(r, largest));
        byte[] reversed = s.clone();
        for (int i = 0; i < 32; i++) {
            reversed[i] = s[31 - i];
        }
        bad("S with its bytes the other way round", both(r, reversed));
    }

    private void points() {
        bad("R is 0", both(new byte[32], s));
        bad("R with the other sign", both(NoteVectors.replaced(r, 31, (byte) (r[31] ^ 0x80)), s));
        for (int i = 0; i < 19; i++) {
            bad("R is the y of %d plus p".formatted(i), both(ReferenceEd25519.little(
                    P.add(BigInteger.valueOf(i))), s));
        }
        for (String small : SMALL) {
            bad("R is of small order: " + small.substring(0, 8),
                    both(HexFormat.of().parseHex(small), s));
        }
        byte[] none = ReferenceEd25519.little(BigInteger.TWO);
        bad("R is no point", both(none, s));
        // an R and a key that are the same point in another form satisfy a lax equation
        byte[] identity = ReferenceEd25519.little(P.add(BigInteger.ONE));
        add("R is zero in another form, of a key of small order", HexFormat.of()
                .parseHex(SMALL.get(0)), MESSAGE, both(identity, new byte[32]), true);
    }

    private void keys() {
        byte[] forged = ReferenceEd25519.forged(BigInteger.valueOf(12_345));
        for (String small : SMALL) {
            byte[] key = HexFormat.of().parseHex(small);
            add("the key is of small order: " + small.substring(0, 8), key, MESSAGE, forged, true);
            key[31] ^= (byte) 0x80;
            add("the key is of small order, other sign: " + small.substring(0, 8), key, MESSAGE,
                    forged, true);
            add("the key is of small order, R is 0: " + small.substring(0, 8),
                    HexFormat.of().parseHex(small), MESSAGE,
                    both(HexFormat.of().parseHex(SMALL.get(0)), new byte[32]), true);
        }
        for (int i = 0; i < 19; i++) {
            add("the key is the y of %d plus p".formatted(i), ReferenceEd25519.little(
                    P.add(BigInteger.valueOf(i))), MESSAGE, forged, true);
        }
        add("the key is no point", ReferenceEd25519.little(BigInteger.TWO), MESSAGE, good, true);
        add("the key is shorter", Arrays.copyOf(KEY.raw(), 31), MESSAGE, good, true);
        add("the key is longer", Arrays.copyOf(KEY.raw(), 33), MESSAGE, good, true);
        add("the key has the other sign", NoteVectors.replaced(KEY.raw(), 31,
                (byte) (KEY.raw()[31] ^ 0x80)), MESSAGE, good, true);
    }

    private void bits() {
        for (int at = 0; at < 64; at += 3) {
            bad("byte %d changed".formatted(at),
                    NoteVectors.replaced(good, at, (byte) (good[at] ^ 1 << at % 8)));
        }
    }
}
