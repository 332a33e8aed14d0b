package onebook.seal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onebook.Vectors;
import onebook.seal.ReferenceNote.Key;

/** Policies that a reader may keep, and texts that look like one. */
final class PolicyVectors {
    static final List<Key> KEYS = List.of(NoteVectors.LOG, NoteVectors.OTHER, NoteVectors.WITNESS,
            Key.of("w1.example/w", 11), Key.of("w2.example/w", 12), Key.of("w3.example/w", 13));
    static final List<Key> WITNESSES = KEYS.subList(3, 6);
    private static final String LOG = "log " + NoteVectors.LOG.vkey(1) + "\n";
    private static final String THREE = LOG + witness("a", 0) + witness("b", 1) + witness("c", 2);
    /** What may follow the log and three witnesses a, b and c. */
    private static final List<String> RIGHT = List.of("", "quorum none\n", "quorum a\n",
            "group g any a b c\nquorum g\n", "group g all a b c\nquorum g\n",
            "group g 2 a b c\nquorum g\n", "group g 3 a b c\nquorum g\n",
            "group g 1 a\nquorum g\n", "group g any a b\ngroup h all g c\nquorum h\n",
            "group g all a b\ngroup h any g c\nquorum h\n", "# a comment\n\nquorum a\n",
            "\tquorum   a\n", "quorum a", "group h 2 b c\nquorum a\n",
            "log " + NoteVectors.OTHER.vkey(1) + " https://other.example/\nquorum c\n");
    private static final List<String> WRONG = List.of("quorum d\n", "quorum\n", "quorum a b\n",
            "quorum a\nquorum b\n", "quorum none\nquorum a\n", "group g 0 a b\n",
            "group g 4 a b c\n",
            "group g 02 a b\n", "group g -1 a b\n", "group g two a b\n", "group g 2\n", "group g\n",
            "group g any d\n", "group g any a a\n", "group g any a\ngroup h any a b\n",
            "group g any g\n", "group a any b\n", "group none any a\n", "group g any none\n",
            "group g any a\ngroup g any b\n", "witness a " + vkey(0) + "\n",
            "witness d " + vkey(0) + "\n", "witness none " + WITNESSES.get(0).vkey(4) + "\n",
            "witness d\n", "witness d x\n", "witness d " + NoteVectors.WITNESS.vkey(1) + "\n",
            "witness d " + NoteVectors.WITNESS.vkey(4) + " https://w.example/ more\n",
            LOG, "log\n", "log x\n", "log " + NoteVectors.OTHER.vkey(4) + "\n",
            "log " + NoteVectors.OTHER.vkey(1) + " https://other.example/ more\n",
            "log " + typed(NoteVectors.OTHER.vkey(1)) + "\n",
            "log " + NoteVectors.OTHER.vkey(1).replace("other", "0ther") + "\n",
            "log " + tail(NoteVectors.OTHER.vkey(1)) + "\n",
            "log " + NoteVectors.OTHER.vkey(1).replaceFirst("\\+", "+0") + "\n",
            "log " + capitals(NoteVectors.OTHER.vkey(1)) + "\n",
            "logs " + NoteVectors.OTHER.vkey(1) + "\n", "Log " + NoteVectors.OTHER.vkey(1) + "\n",
            "key x\n", "quorum a\r\n", "quorum a # why\n", "quorum a\0\n", "\u000bquorum a\n");

    private PolicyVectors() { }

    private static String vkey(int number) {
        return WITNESSES.get(number).vkey(4);
    }

    private static String witness(String name, int number) {
        return "witness " + name + " " + vkey(number) + " https://w.example/" + name + "\n";
    }

    /** The key with a bit that nobody reads. */
    private static String tail(String vkey) {
        int plus = vkey.indexOf('+', vkey.indexOf('+') + 1) + 1;
        return vkey.substring(0, plus) + vkey.substring(plus) + "=";
    }

    /** The key as of a type that nobody knows. */
    private static String typed(String vkey) {
        int plus = vkey.indexOf('+', vkey.indexOf('+') + 1) + 1;
        return vkey.substring(0, plus) + "B" + vkey.substring(plus + 1);
    }

    private static String capitals(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        return parts[0] + "+" + parts[1].toUpperCase() + "X+" + parts[2];
    }

    static List<ObjectNode> all() {
        List<ObjectNode> cases = new ArrayList<>();
        for (int i = 0; i < RIGHT.size(); i++) {
            cases.add(Vectors.one("policy " + i).put("policy", THREE + RIGHT.get(i))
                    .put("wantErr", false));
        }
        for (int i = 0; i < WRONG.size(); i++) {
            cases.add(Vectors.one("no policy " + i).put("policy", THREE + WRONG.get(i))
                    .put("wantErr", true));
        }
        return cases;
    }

    /** Each policy with each set of witnesses. */
    static List<ObjectNode> quorums() {
        List<ObjectNode> cases = new ArrayList<>();
        for (int i = 0; i < RIGHT.size(); i++) {
            for (int set = 0; set < 8; set++) {
                ObjectNode one = Vectors.one("policy %d, witnesses %d".formatted(i, set))
                        .put("policy", THREE + RIGHT.get(i));
                List<String> names = new ArrayList<>();
                for (int k = 0; k < 3; k++) {
                    if ((set >> k & 1) == 1) {
                        names.add(List.of("a", "b", "c").get(k));
                    }
                }
                names.forEach(one.putArray("cosigned")::add);
                cases.add(one.put("wantErr", !ReferencePolicy.of(THREE + RIGHT.get(i))
                        .isMet(Set.copyOf(names))));
            }
        }
        return cases;
    }
}
