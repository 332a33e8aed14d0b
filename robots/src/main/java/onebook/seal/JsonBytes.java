package onebook.seal;

import java.util.Arrays;

/** Text of canonical JSON that becomes UTF-8 as it is written; nothing is encoded twice. */
final class JsonBytes {
    private byte[] bytes = new byte[1024];
    private int length;

    /** Requires characters below 128. */
    JsonBytes ascii(String text) {
        int end = text.length();
        room(end);
        for (int i = 0; i < end; i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    JsonBytes number(long value) {
        return ascii(Long.toString(value));
    }

    /** Text in quotes. Throws {@link MalformedException} on half a surrogate pair. */
    JsonBytes quoted(String text) {
        int end = text.length();
        room(3 * end + 2);
        bytes[length++] = '"';
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                ascii(CanonicalJson.escaped(c)).room(3 * (end - i) + 2);
            } else if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else if (Character.isSurrogate(c)) {
                pair(text, i++);
            } else {
                letter(c);
            }
        }
        bytes[length++] = '"';
        return this;
    }

    private void letter(char c) {
        if (c < 0x800) {
            bytes[length++] = (byte) (0xc0 | c >> 6);
        } else {
            bytes[length++] = (byte) (0xe0 | c >> 12);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
        }
        bytes[length++] = (byte) (0x80 | c & 0x3f);
    }

    private void pair(String text, int at) {
        int point = text.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(point)) {
            throw new MalformedException("half a surrogate pair");
        }
        bytes[length++] = (byte) (0xf0 | point >> 18);
        bytes[length++] = (byte) (0x80 | point >> 12 & 0x3f);
        bytes[length++] = (byte) (0x80 | point >> 6 & 0x3f);
        bytes[length++] = (byte) (0x80 | point & 0x3f);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
