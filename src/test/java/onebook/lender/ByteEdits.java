package onebook.lender;

import java.util.Arrays;
import java.util.Random;

/** Bytes that become others. */
final class ByteEdits {
    private final Random random;

    ByteEdits(Random random) {
        this.random = random;
    }

    /** One bit of one byte. */
    byte[] flipped(byte[] bytes) {
        // half of them in the directory at the end
        int from = random.nextBoolean() ? 0 : bytes.length * 3 / 4;
        int at = from + random.nextInt(bytes.length - from);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    /** Shorter, or with zeros behind. */
    byte[] cut(byte[] bytes) {
        int length = random.nextInt(3) == 0 ? bytes.length + 1 + random.nextInt(40)
                : random.nextInt(bytes.length);
        return Arrays.copyOf(bytes, length);
    }

    /** A byte changed, put in or taken out. */
    byte[] edited(byte[] bytes) {
        byte[] changed = bytes.clone();
        if (changed.length == 0) {
            return new byte[] {'x'};
        }
        int at = random.nextInt(changed.length);
        return switch (random.nextInt(4)) {
            case 0 -> {
                changed[at] ^= (byte) (1 << random.nextInt(8));
                yield changed;
            }
            case 1 -> {
                changed[at] = (byte) "0123456789abc{}[]\",:-.\n +=A".charAt(random.nextInt(27));
                yield changed;
            }
            case 2 -> joined(Arrays.copyOf(changed, at), Arrays.copyOfRange(changed, at + 1,
                    changed.length));
            default -> joined(Arrays.copyOf(changed, at + 1), Arrays.copyOfRange(changed, at,
                    changed.length));
        };
    }

    static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
