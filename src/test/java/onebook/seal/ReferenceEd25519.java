package onebook.seal;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * RFC 8032 section 5.1 with whole numbers, step by step: slow, not safe for secrets, shares nothing
 * with the product. Strict: one form of each number and point, no key of small order.
 */
final class ReferenceEd25519 {
    static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    /** The order of the base point. */
    static final BigInteger L = BigInteger.TWO.pow(252)
            .add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
    private static final BigInteger ROOT = BigInteger.TWO.modPow(
            P.subtract(BigInteger.ONE).shiftRight(2), P);
    private static final Point ZERO = Point.of(BigInteger.ZERO, BigInteger.ONE);
    private static final Point BASE = decode(encode(new BigInteger(
            "46316835694926478169428394003475163141307993866256225615783033603165251855960"),
            false));

    private ReferenceEd25519() { }

    /** On -x² + y² = 1 + d x² y²: the coordinates are x/z, y/z; t is xy/z. */
    record Point(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {
        static Point of(BigInteger x, BigInteger y) {
            return new Point(x, y, BigInteger.ONE, x.multiply(y).mod(P));
        }

        Point plus(Point other) {
            BigInteger a = y.subtract(x).multiply(other.y.subtract(other.x)).mod(P);
            BigInteger b = y.add(x).multiply(other.y.add(other.x)).mod(P);
            BigInteger c = t.multiply(other.t).multiply(D).shiftLeft(1).mod(P);
            BigInteger d = z.multiply(other.z).shiftLeft(1).mod(P);
            BigInteger e = b.subtract(a);
            BigInteger f = d.subtract(c);
            BigInteger g = d.add(c);
            BigInteger h = b.add(a);
            return new Point(e.multiply(f).mod(P), g.multiply(h).mod(P), f.multiply(g).mod(P),
                    e.multiply(h).mod(P));
        }

        Point times(BigInteger n) {
            Point sum = ZERO;
            for (int i = n.bitLength() - 1; i >= 0; i--) {
                sum = sum.plus(sum);
                if (n.testBit(i)) {
                    sum = sum.plus(this);
                }
            }
            return sum;
        }

        boolean is(Point other) {
            return x.multiply(other.z).subtract(other.x.multiply(z)).mod(P).signum() == 0
                    && y.multiply(other.z).subtract(other.y.multiply(z)).mod(P).signum() == 0;
        }

        byte[] bytes() {
            BigInteger inverse = z.modInverse(P);
            return encode(y.multiply(inverse).mod(P), x.multiply(inverse).mod(P).testBit(0));
        }
    }

    static byte[] encode(BigInteger y, boolean isOdd) {
        byte[] bytes = little(y);
        bytes[31] |= (byte) (isOdd ? 0x80 : 0);
        return bytes;
    }

    static byte[] little(BigInteger number) {
        byte[] big = number.toByteArray();
        byte[] little = new byte[32];
        for (int i = 0; i < 32 && i < big.length; i++) {
            little[i] = big[big.length - 1 - i];
        }
        return little;
    }

    static BigInteger number(byte[] little) {
        byte[] big = new byte[little.length];
        for (int i = 0; i < big.length; i++) {
            big[i] = little[big.length - 1 - i];
        }
        return new BigInteger(1, big);
    }

    /** Null where the bytes are no point in its one form. */
    static Point decode(byte[] bytes) {
        boolean isOdd = (bytes[31] & 0x80) != 0;
        BigInteger y = number(bytes).clearBit(255);
        if (y.compareTo(P) >= 0) {
            return null;
        }
        BigInteger y2 = y.multiply(y).mod(P);
        BigInteger square = y2.subtract(BigInteger.ONE)
                .multiply(D.multiply(y2).add(BigInteger.ONE).modInverse(P)).mod(P);
        BigInteger x = square.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!x.multiply(x).subtract(square).mod(P).equals(BigInteger.ZERO)) {
            x = x.multiply(ROOT).mod(P);
        }
        if (!x.multiply(x).subtract(square).mod(P).equals(BigInteger.ZERO)
                || x.signum() == 0 && isOdd) {
            return null;
        }
        return Point.of(x.testBit(0) == isOdd ? x : P.subtract(x).mod(P), y);
    }

    private static BigInteger hash(byte[]... parts) {
        return number(sha512(parts));
    }

    private static byte[] sha512(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static BigInteger secret(byte[] seed) {
        byte[] half = Arrays.copyOf(sha512(seed), 32);
        half[0] &= (byte) 0xf8;
        half[31] = (byte) (half[31] & 0x7f | 0x40);
        return number(half);
    }

    static byte[] key(byte[] seed) {
        return BASE.times(secret(seed)).bytes();
    }

    static byte[] sign(byte[] seed, byte[] message) {
        byte[] prefix = Arrays.copyOfRange(sha512(seed), 32, 64);
        BigInteger r = hash(prefix, message).mod(L);
        byte[] point = BASE.times(r).bytes();
        BigInteger s = r.add(hash(point, key(seed), message).multiply(secret(seed))).mod(L);
        return both(point, little(s));
    }

    /** What satisfies the equation for a key whose multiples are all zero. */
    static byte[] forged(BigInteger s) {
        return both(BASE.times(s).bytes(), little(s));
    }

    static byte[] both(byte[] r, byte[] s) {
        byte[] both = Arrays.copyOf(r, r.length + s.length);
        System.arraycopy(s, 0, both, r.length, s.length);
        return both;
    }

    static boolean isSmall(Point point) {
        return point.times(BigInteger.valueOf(8)).is(ZERO);
    }

    static boolean verifies(byte[] key, byte[] message, byte[] signature) {
        if (key.length != 32 || signature.length != 64) {
            return false;
        }
        byte[] first = Arrays.copyOf(signature, 32);
        Point a = decode(key);
        Point r = decode(first);
        BigInteger s = number(Arrays.copyOfRange(signature, 32, 64));
        if (a == null || r == null || s.compareTo(L) >= 0 || isSmall(a)) {
            return false;
        }
        BigInteger k = hash(first, key, message).mod(L);
        return BASE.times(s).is(r.plus(a.times(k)));
    }
}
