package onebook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import onebook.Vectors;

/** tlog-proof files of one leaf, each with the exit code that a verifier ends with. */
final class LogProofVectors {
    private static final String POLICY = "log " + NoteVectors.LOG.vkey(1) + "\nwitness w "
            + NoteVectors.WITNESS.vkey(4) + "\nquorum w\n";
    private static final int SIZE = 11;
    private final List<ObjectNode> cases = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();

    private LogProofVectors() {
        for (int i = 0; i < SIZE; i++) {
            leaves.add(leaf(i, "op"));
        }
    }

    private static byte[] leaf(int n, String kind) {
        return ("{\"b\":\"statutory\",\"d\":{\"what\":\"核对 " + n
                + "\"},\"e\":\"91330106MA2K00001X\","
                + "\"n\":" + n + ",\"p\":\"\",\"ref\":[],\"t\":\"" + kind
                + "\",\"ts\":\"2026-02-01T00:00:00Z\",\"v\":1}").getBytes(UTF_8);
    }

    private String body(int size) {
        return ReferenceNote.checkpoint(NoteVectors.ORIGIN, size,
                ReferenceTree.mth(leaves.subList(0, size)));
    }

    private String note(String body) {
        return new String(NoteVectors.join(ReferenceNote.sign(NoteVectors.LOG, body),
                ReferenceNote.cosignature(NoteVectors.WITNESS, body, 1_774_915_200L)), UTF_8);
    }

    private String proof(int index, int size) {
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
        ReferenceTree.path(index, leaves.subList(0, size)).forEach(hash ->
                text.append(ReferenceNote.base64(hash)).append('\n'));
        return text + "\n" + note(body(size));
    }

    private void add(String desc, String policy, String proof, byte[] leaf, int exit) {
        cases.add(Vectors.one(desc).put("policy", policy)
                .put("proof", Vectors.base64(proof.getBytes(UTF_8)))
                .put("leaf", Vectors.base64(leaf)).put("exit", exit).put("wantErr", exit != 0));
    }

    private void bad(String desc, String proof, int exit) {
        add(desc, POLICY, proof, leaves.get(6), exit);
    }

    static List<ObjectNode> all() {
        LogProofVectors vectors = new LogProofVectors();
        for (int size : new int[] {1, 2, 7, 8, SIZE}) {
            for (int index = 0; index < size; index++) {
                vectors.add("leaf %d of %d".formatted(index, size), POLICY,
                        vectors.proof(index, size), vectors.leaves.get(index), 0);
            }
        }
        vectors.forms();
        vectors.contents();
        vectors.policies();
        return vectors.cases;
    }

    private void forms() {
        String good = proof(6, SIZE);
        bad("an empty file", "", 3);
        bad("another version", good.replace("@v1", "@v2"), 3);
        bad("a space behind the first line", good.replace("@v1\n", "@v1 \n"), 3);
        bad("CRLF", good.replace("\n", "\r\n"), 3);
        bad("no newline at the end", good.substring(0, good.length() - 1), 3);
        bad("no index", good.replace("index 6\n", ""), 3);
        bad("the index twice", good.replace("index 6\n", "index 6\nindex 6\n"), 3);
        for (String index : List.of("06", "+6", "-6", "6.0", " 6", "6 ", "0x6", "", "六",
                "99999999999999999999")) {
            bad("index '" + index + "'", good.replace("index 6", "index " + index), 3);
        }
        bad("Index", good.replace("index", "Index"), 3);
        String first = good.split("\n")[2];
        bad("unused bits of a hash", good.replace(first, NoteVectors.tail(first, 1)), 3);
        bad("a hash without padding", good.replace(first, first.replace("=", "")), 3);
        bad("a hash of 31 bytes", good.replace(first, ReferenceNote.base64(new byte[31])), 3);
        bad("a hash of 33 bytes", good.replace(first, ReferenceNote.base64(new byte[33])), 3);
        bad("a space before a hash", good.replace(first, " " + first), 3);
        bad("an empty line between hashes", good.replace(first, first + "\n"), 3);
        bad("two empty lines before the head", good.replace("\n\nbooks", "\n\n\nbooks"), 3);
        bad("no empty line before the head", good.replace("\n\nbooks", "\nbooks"), 3);
        bad("64 hashes", good.replace(first, (first + "\n").repeat(64).strip()), 3);
        bad("extra data", good.replace("index", "extra AAEC\nindex"), 4);
        bad("extra data behind the index", good.replace("index 6\n", "index 6\nextra AAEC\n"), 3);
        bad("extra data in another form", good.replace("index", "extra AAE\nindex"), 3);
        bad("extra data twice", good.replace("index", "extra AA==\nextra AA==\nindex"), 3);
        bad("a size with a leading zero", good.replace("\n11\n", "\n011\n"), 3);
        bad("an extension line in the head", good.replace("\n11\n", "\n11\nmore\n"), 3);
        bad("the note alone", note(body(SIZE)), 3);
    }

    private void contents() {
        String good = proof(6, SIZE);
        String[] lines = good.split("\n");
        bad("another index", good.replace("index 6", "index 7"), 1);
        bad("an index beyond the log", good.replace("index 6", "index 11"), 1);
        bad("hashes in another order", good.replace(lines[2] + "\n" + lines[3],
                lines[3] + "\n" + lines[2]), 1);
        bad("without its first hash", good.replace(lines[2] + "\n", ""), 1);
        bad("without its last hash", good.replace("\n" + lines[5] + "\n", "\n"), 1);
        bad("a hash twice", good.replace(lines[2], lines[2] + "\n" + lines[2]), 1);
        bad("another hash", good.replace(lines[2], ReferenceNote.base64(new byte[32])), 1);
        bad("a head of another size", good.replace("\n11\n", "\n12\n"), 2);
        bad("the proof of an older tree under a newer head", proof(6, 8).substring(0,
                proof(6, 8).indexOf("\n\n") + 2) + note(body(SIZE)), 1);
        bad("the root of another tree", good.replace(ReferenceNote.base64(
                ReferenceTree.mth(leaves)), ReferenceNote.base64(new byte[32])), 1);
        add("another leaf", POLICY, good, leaves.get(5), 1);
        add("a leaf of another kind", POLICY, good, leaf(6, "opp"), 1);
        add("a leaf with a newline behind", POLICY, good,
                NoteVectors.join(leaves.get(6), new byte[] {'\n'}), 3);
        add("no leaf", POLICY, good, new byte[0], 3);
        add("a leaf that is no leaf", POLICY, good, "{}".getBytes(UTF_8), 3);
        byte[] wrong = leaf(7, "op");
        leaves.set(6, wrong);
        add("a leaf that says another place", POLICY, proof(6, SIZE), wrong, 1);
        leaves.set(6, leaf(6, "op"));
    }

    private void policies() {
        String good = proof(6, SIZE);
        byte[] leaf = leaves.get(6);
        add("no policy", "", good, leaf, 2);
        add("the key of another log", "log " + NoteVectors.OTHER.vkey(1) + "\n", good, leaf, 2);
        add("a witness who did not see it", POLICY.replace(NoteVectors.WITNESS.vkey(4),
                NoteVectors.OTHER.vkey(4)), good, leaf, 2);
        String unseen = good.substring(0, good.lastIndexOf("— witness"));
        add("not cosigned", POLICY, unseen, leaf, 2);
        add("not cosigned, and nobody asks", POLICY.replace("quorum w", "quorum none"), unseen,
                leaf, 0);
        add("cosigned twice by one witness", POLICY, good + good.substring(
                good.lastIndexOf("— witness")), leaf, 2);
        String elsewhere = body(SIZE).replace("statutory", "second");
        add("a head of another log by the same key", POLICY, good.substring(0,
                good.indexOf("\n\n") + 2) + note(elsewhere), leaf, 1);
        add("the log's line twice", POLICY, good.replaceFirst("(— books[^\n]*\n)", "$1$1"), leaf,
                2);
    }
}
