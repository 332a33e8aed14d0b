package onebook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import onebook.Vectors;
import onebook.seal.ReferenceNote.Key;

/** Signed heads and cosignatures, right and spoilt in every way somebody might try. */
final class NoteVectors {
    static final String ORIGIN = "books.example/cn/91330106MA2K00001X/statutory";
    static final Key LOG = Key.of(ORIGIN, 1);
    static final Key OTHER = Key.of("other.example/log", 2);
    static final Key WITNESS = Key.of("witness.example/w", 3);
    private static final byte[] ROOT = ReferenceTree.hash("root".getBytes(UTF_8));
    static final String BODY = ReferenceNote.checkpoint(ORIGIN, 4242, ROOT);
    private static final long TIME = 1_774_915_200L;

    private final List<ObjectNode> cases = new ArrayList<>();

    private void add(String desc, String vkey, byte[] note, boolean isWrong) {
        cases.add(Vectors.one(desc).put("vkey", vkey).put("note", Vectors.base64(note))
                .put("wantErr", isWrong));
    }

    private void log(String desc, byte[] note, boolean isWrong) {
        add(desc, LOG.vkey(1), note, isWrong);
    }

    static byte[] join(byte[]... parts) {
        byte[] all = new byte[0];
        for (byte[] part : parts) {
            all = ReferenceEd25519.both(all, part);
        }
        return all;
    }

    static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] raw(byte[] line) {
        String text = new String(line, UTF_8).strip();
        return Base64.getDecoder().decode(text.substring(text.lastIndexOf(' ') + 1));
    }

    static List<ObjectNode> notes() {
        NoteVectors vectors = new NoteVectors();
        vectors.forms();
        vectors.lines();
        vectors.signatures();
        vectors.everyCharacter();
        return vectors.cases;
    }

    private void forms() {
        byte[] good = ReferenceNote.sign(LOG, BODY);
        String note = new String(good, UTF_8);
        byte[] line = ReferenceNote.signature(LOG, BODY);
        byte[] other = ReferenceNote.signature(OTHER, BODY);
        log("signed", good, false);
        log("signed, then by another log", join(good, other), false);
        log("signed by another log, then by this", join(text(BODY + "\n"), other, line), false);
        log("signed, then by a witness", join(good, ReferenceNote.cosignature(WITNESS, BODY, TIME)),
                false);
        log("a line of a type nobody knows is ignored", join(good, ReferenceNote.line("x.example",
                new byte[] {9, 9, 9, 9, 1})), false);
        log("an empty note", new byte[0], true);
        log("a newline", text("\n"), true);
        log("no newline at the end", Arrays.copyOf(good, good.length - 1), true);
        log("two newlines at the end", join(good, text("\n")), true);
        log("a text without signatures", text(BODY), true);
        log("a text and an empty line", text(BODY + "\n"), true);
        log("no empty line before the signature", text(note.replace("\n\n", "\n")), true);
        log("two empty lines before the signature", text(note.replace("\n\n", "\n\n\n")), true);
        log("CRLF everywhere", text(note.replace("\n", "\r\n")), true);
        log("CRLF behind the signature", text(note.substring(0, note.length() - 1) + "\r\n"), true);
        log("a tab in the text", text(note.replace("4242", "42\t42")), true);
        log("a zero byte in the text", text(note.replace("4242", "42\0" + "42")), true);
        log("a byte order mark", text("\ufeff" + note), true);
        log("not UTF-8 in the text", replaced(good, 3, (byte) 0xff), true);
        log("an overlong slash in the text", join(new byte[] {(byte) 0xc0, (byte) 0xaf}, good),
                true);
        log("half a surrogate in UTF-8", join(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                good), true);
        log("a space behind the signature", text(note.substring(0, note.length() - 1) + " \n"),
                true);
        log("something behind the signature line", join(good, text("x\n")), true);
        log("a comment line", join(good, text("# x\n")), true);
    }

    private void lines() {
        String note = new String(ReferenceNote.sign(LOG, BODY), UTF_8);
        log("a hyphen instead of the dash", text(note.replace("— ", "- ")), true);
        log("an en dash", text(note.replace("— ", "– ")), true);
        log("two dashes", text(note.replace("— ", "—— ")), true);
        log("no dash", text(note.replace("— ", "")), true);
        log("no space behind the dash", text(note.replace("— ", "—")), true);
        log("two spaces behind the dash", text(note.replace("— ", "—  ")), true);
        log("two spaces before the signature", text(note.replace("statutory ", "statutory  ")),
                true);
        log("no space before the signature", text(note.replace("statutory ", "statutory")), true);
        log("a name with a plus sign", text(note.replace("— books", "— bo+oks")), true);
        log("a name with a wide space", text(note.replace("— books", "— bo\u3000oks")), true);
        log("another name", text(note.replace("— books", "— bocks")), true);
        log("a name in capitals", text(note.replace("— books", "— BOOKS")), true);
        log("no name", text(note.replace("— " + ORIGIN, "—")), true);
        log("no signature", text(note.replaceAll("(— [^ ]+ ).*", "$1")), true);
        byte[] good = ReferenceNote.sign(LOG, BODY);
        log("65 lines of others", join(good, lines(65)), true);
    }

    private static byte[] lines(int count) {
        byte[] all = new byte[0];
        for (int i = 0; i < count; i++) {
            all = join(all, ReferenceNote.line("x" + i + ".example", new byte[] {1, 2, 3, 4, 5}));
        }
        return all;
    }

    static byte[] replaced(byte[] bytes, int at, byte other) {
        byte[] copy = bytes.clone();
        copy[at] = other;
        return copy;
    }

    private void signatures() {
        byte[] head = text(BODY + "\n");
        byte[] raw = raw(ReferenceNote.signature(LOG, BODY));
        byte[] id = Arrays.copyOf(raw, 4);
        byte[] signature = Arrays.copyOfRange(raw, 4, raw.length);
        byte[] line = ReferenceNote.line(ORIGIN, raw);
        log("the same line twice", join(head, line, line), true);
        log("a good line and a bad one of the same key", join(head, line, ReferenceNote.line(ORIGIN,
                id, new byte[64])), true);
        log("signature of 63 bytes", join(head, ReferenceNote.line(ORIGIN,
                Arrays.copyOf(raw, 67))), true);
        log("signature of 65 bytes", join(head, ReferenceNote.line(ORIGIN,
                Arrays.copyOf(raw, 69))), true);
        log("signature of 64 zeros", join(head, ReferenceNote.line(ORIGIN, id, new byte[64])),
                true);
        log("signature of no bytes", join(head, ReferenceNote.line(ORIGIN, id)), true);
        log("three bytes of key id", join(head, ReferenceNote.line(ORIGIN, Arrays.copyOf(id, 3))),
                true);
        log("key id of another key", join(head, ReferenceNote.line(ORIGIN, OTHER.id(1),
                signature)), true);
        log("key id of the same key as a witness", join(head, ReferenceNote.line(ORIGIN, LOG.id(4),
                signature)), true);
        log("signed by another key under this name", join(head, ReferenceNote.line(ORIGIN, id,
                ReferenceEd25519.sign(OTHER.seed(), text(BODY)))), true);
        log("only signed by another log", ReferenceNote.sign(OTHER, BODY), true);
        log("a cosignature instead", join(head, ReferenceNote.cosignature(
                new Key(ORIGIN, LOG.seed()), BODY, TIME)), true);
        log("the signature of another text", join(head, ReferenceNote.signature(LOG,
                BODY.replace("4242", "4243"))), true);
        log("the text without its last newline was signed", join(head, ReferenceNote.line(ORIGIN,
                id, ReferenceEd25519.sign(LOG.seed(), text(BODY.strip())))), true);
        log("the text with the empty line was signed", join(head, ReferenceNote.line(ORIGIN, id,
                ReferenceEd25519.sign(LOG.seed(), text(BODY + "\n")))), true);
        inOtherForms(head, ReferenceNote.base64(raw));
    }

    private void inOtherForms(byte[] head, String base64) {
        for (String tail : List.of("B", "C", "D")) {
            log("base64 with other unused bits: " + tail, join(head, text("— " + ORIGIN + " "
                    + tail(base64, tail.charAt(0) - 'A') + "\n")), true);
        }
        log("base64 without padding", join(head, text("— " + ORIGIN + " "
                + base64.replace("=", "") + "\n")), true);
        log("base64 with more padding", join(head, text("— " + ORIGIN + " " + base64 + "=\n")),
                true);
        log("base64 for addresses", join(head, text("— " + ORIGIN + " "
                + base64.replace('+', '-').replace('/', '_') + "\n")), true);
        log("a line break within base64", join(head, text("— " + ORIGIN + " "
                + base64.substring(0, 40) + "\n" + base64.substring(40) + "\n")), true);
    }

    /** The last letter before the padding holds bits that nobody reads. */
    static String tail(String base64, int bits) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        int last = base64.indexOf('=') < 0 ? base64.length() - 1 : base64.indexOf('=') - 1;
        char other = letters.charAt(letters.indexOf(base64.charAt(last)) ^ bits);
        return base64.substring(0, last) + other + base64.substring(last + 1);
    }

    /** Every seventh byte with its lowest bit changed. */
    private void everyCharacter() {
        byte[] good = ReferenceNote.sign(LOG, BODY);
        for (int at = 0; at < good.length; at += 7) {
            log("byte %d changed".formatted(at), replaced(good, at, (byte) (good[at] ^ 1)), true);
        }
    }

    static List<ObjectNode> cosignatures() {
        NoteVectors vectors = new NoteVectors();
        byte[] head = ReferenceNote.sign(LOG, BODY);
        vectors.cosigned("cosigned", head, ReferenceNote.cosignature(WITNESS, BODY, TIME), TIME);
        vectors.cosigned("cosigned in 1970", head, ReferenceNote.cosignature(WITNESS, BODY, 1), 1);
        vectors.cosigned("cosigned, its own line only", text(BODY + "\n"),
                ReferenceNote.cosignature(WITNESS, BODY, TIME), TIME);
        vectors.cosigned("at time 0", head, ReferenceNote.cosignature(WITNESS, BODY, 0), 0);
        vectors.cosigned("at a time below 0", head, ReferenceNote.cosignature(WITNESS, BODY, -5),
                0);
        vectors.cosigned("twice", head, join(ReferenceNote.cosignature(WITNESS, BODY, TIME),
                ReferenceNote.cosignature(WITNESS, BODY, TIME + 1)), 0);
        vectors.cosigned("nobody", head, new byte[0], 0);
        vectors.cosigned("by another", head, ReferenceNote.cosignature(OTHER, BODY, TIME), 0);
        vectors.cosigned("of another text", head, ReferenceNote.cosignature(WITNESS,
                BODY.replace("4242", "4243"), TIME), 0);
        byte[] raw = raw(ReferenceNote.cosignature(WITNESS, BODY, TIME));
        vectors.cosigned("time changed", head, ReferenceNote.line(WITNESS.name(),
                replaced(raw, 11, (byte) (raw[11] ^ 1))), 0);
        vectors.cosigned("key id of the key as a log", head, ReferenceNote.line(WITNESS.name(),
                WITNESS.id(1), Arrays.copyOfRange(raw, 4, raw.length)), 0);
        vectors.cosigned("a log's signature under the witness's key id", head, ReferenceNote.line(
                WITNESS.name(), WITNESS.id(4), ReferenceEd25519.sign(WITNESS.seed(), text(BODY))),
                0);
        for (int length : new int[] {4, 11, 12, 67, 68, 75, 77}) {
            vectors.cosigned("%d bytes of time and signature".formatted(length - 4), head,
                    ReferenceNote.line(WITNESS.name(), Arrays.copyOf(raw, length)), 0);
        }
        for (int at = 0; at < raw.length; at += 5) {
            vectors.cosigned("byte %d changed".formatted(at), head, ReferenceNote.line(
                    WITNESS.name(), replaced(raw, at, (byte) (raw[at] ^ 0x40))), 0);
        }
        for (int bits = 1; bits < 4; bits++) {
            vectors.cosigned("unused bits of base64: " + bits, head, text("— " + WITNESS.name()
                    + " " + tail(ReferenceNote.base64(raw), bits) + "\n"), 0);
        }
        return vectors.cases;
    }

    private void cosigned(String desc, byte[] head, byte[] lines, long time) {
        add(desc, WITNESS.vkey(4), join(head, lines), time == 0);
        cases.get(cases.size() - 1).put("time", time);
    }
}
