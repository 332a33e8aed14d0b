package onebook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * C2SP signed-note, tlog-checkpoint and cosignature/v1 as their texts say, byte by byte, with keys
 * out of a seed: what is signed twice is the same. Shares nothing with the product.
 */
final class ReferenceNote {
    private static final byte[] DASH = {(byte) 0xe2, (byte) 0x80, (byte) 0x94, ' '};

    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();
    /** More signatures than any log has witnesses are refused unread. */
    private static final int MOST = 63;

    /** A key pair that is the same every time. */
    record Key(String name, byte[] seed) {
        static Key of(String name, int number) {
            byte[] seed = new byte[32];
            Arrays.fill(seed, (byte) number);
            return new Key(name, seed);
        }

        byte[] raw() {
            return MADE.computeIfAbsent(HexFormat.of().formatHex(seed),
                    one -> ReferenceEd25519.key(seed));
        }

        byte[] id(int type) {
            return Arrays.copyOf(ReferenceTree.hash((name + "\n").getBytes(UTF_8),
                    new byte[] {(byte) type}, raw()), 4);
        }

        String vkey(int type) {
            return name + "+" + HexFormat.of().formatHex(id(type)) + "+"
                    + base64(new byte[] {(byte) type}, raw());
        }
    }

    private ReferenceNote() { }

    static String base64(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return Base64.getEncoder().encodeToString(all.toByteArray());
    }

    static String checkpoint(String origin, long size, byte[] root) {
        return origin + "\n" + size + "\n" + base64(root) + "\n";
    }

    static byte[] line(String name, byte[]... parts) {
        return ("— " + name + " " + base64(parts) + "\n").getBytes(UTF_8);
    }

    static byte[] signature(Key key, String body) {
        return line(key.name(), key.id(1), ReferenceEd25519.sign(key.seed(), body.getBytes(UTF_8)));
    }

    static byte[] sign(Key key, String body) {
        return ReferenceEd25519.both((body + "\n").getBytes(UTF_8), signature(key, body));
    }

    static byte[] cosignature(Key key, String body, long time) {
        String text = "cosignature/v1\ntime " + time + "\n" + body;
        return line(key.name(), key.id(4), ByteBuffer.allocate(8).putLong(time).array(),
                ReferenceEd25519.sign(key.seed(), text.getBytes(UTF_8)));
    }

    /** The text that the key signed as a log. */
    static Optional<String> opened(Key key, byte[] note) {
        return part(key, 1, note).filter(signed -> ReferenceEd25519.verifies(key.raw(),
                signed.body.getBytes(UTF_8), signed.signature)).map(Signed::body);
    }

    /** When the key cosigned. */
    static Optional<Long> cosigned(Key key, byte[] note) {
        return part(key, 4, note).filter(signed -> signed.signature.length == 72).map(signed -> {
            long time = ByteBuffer.wrap(signed.signature).getLong();
            String text = "cosignature/v1\ntime " + time + "\n" + signed.body;
            return time > 0 && ReferenceEd25519.verifies(key.raw(), text.getBytes(UTF_8),
                    Arrays.copyOfRange(signed.signature, 8, 72)) ? time : null;
        });
    }

    private record Signed(String body, byte[] signature) { }

    private static Optional<Signed> part(Key key, int type, byte[] note) {
        String text = new String(note, UTF_8);
        if (!Arrays.equals(text.getBytes(UTF_8), note) || !text.endsWith("\n") || text.chars()
                .anyMatch(c -> c < 0x20 && c != '\n')) {
            return Optional.empty();
        }
        int end = text.lastIndexOf("\n\n");
        if (end < 0 || end + 2 >= text.length()) {
            return Optional.empty();
        }
        byte[] found = null;
        String[] lines = text.substring(end + 2, text.length() - 1).split("\n", -1);
        if (lines.length > MOST) {
            return Optional.empty();
        }
        for (String line : lines) {
            byte[] bytes = line.getBytes(UTF_8);
            int space = line.lastIndexOf(' ');
            if (bytes.length < 4 || !Arrays.equals(Arrays.copyOf(bytes, 4), DASH) || space < 3) {
                return Optional.empty();
            }
            String name = line.substring(2, space);
            byte[] content = content(line.substring(space + 1));
            if (content == null || content.length < 5 || name.isEmpty() || name.contains("+")
                    || name.codePoints().anyMatch(Character::isWhitespace)) {
                return Optional.empty();
            }
            if (name.equals(key.name())
                    && Arrays.equals(Arrays.copyOf(content, 4), key.id(type))) {
                if (found != null) {
                    return Optional.empty();
                }
                found = Arrays.copyOfRange(content, 4, content.length);
            }
        }
        return found == null ? Optional.empty()
                : Optional.of(new Signed(text.substring(0, end + 1), found));
    }

    private static byte[] content(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return base64(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException wrong) {
            return null;
        }
    }
}
