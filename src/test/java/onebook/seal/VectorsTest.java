package onebook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import onebook.Vectors;
import onebook.lender.LeafProof;
import onebook.lender.Policy;
import org.junit.jupiter.api.Test;

/** Reference and product give each published case the verdict that is published with it. */
class VectorsTest {
    private static long judged(String name, List<ObjectNode> cases, Predicate<JsonNode> reference,
            Predicate<JsonNode> product) throws IOException {
        Vectors.assertNamedApart(cases);
        JsonNode published = Vectors.published(name, cases.stream().map(ObjectNode::toString));
        for (JsonNode one : published) {
            String which = name + ": " + one.get("desc").asText();
            boolean isRight = !one.get("wantErr").asBoolean();
            assertThat(reference.test(one)).as("reference, " + which).isEqualTo(isRight);
            assertThat(product.test(one)).as(which).isEqualTo(isRight);
        }
        return Vectors.wrong(published);
    }

    /** What a file of these bytes says to the product, which reads strict UTF-8 only. */
    private static Optional<String> text(JsonNode bytes) {
        try {
            return Optional.of(CanonicalJson.text(Vectors.bytes(bytes)));
        } catch (MalformedException broken) {
            return Optional.empty();
        }
    }

    @Test
    void every_note_has_its_verdict() throws IOException {
        assertThat(judged("notes.json", NoteVectors.notes(),
                one -> ReferenceNote.opened(NoteVectors.LOG, Vectors.bytes(one.get("note")))
                        .filter(NoteVectors.BODY::equals).isPresent(),
                one -> text(one.get("note")).flatMap(Verifier.parse(one.get("vkey").asText())::open)
                        .filter(NoteVectors.BODY::equals).isPresent())).isGreaterThan(80);
    }

    @Test
    void every_cosignature_has_its_verdict() throws IOException {
        assertThat(judged("cosignatures.json", NoteVectors.cosignatures(),
                one -> ReferenceNote.cosigned(NoteVectors.WITNESS, Vectors.bytes(one.get("note")))
                        .filter(time -> time == one.get("time").asLong()).isPresent(),
                one -> text(one.get("note")).flatMap(Witness.parse(one.get("vkey").asText())
                        ::cosigned).filter(at -> at.getEpochSecond() == one.get("time").asLong())
                        .isPresent())).isGreaterThan(30);
    }

    @Test
    void every_signature_has_its_verdict() throws IOException {
        assertThat(judged("ed25519.json", Ed25519Vectors.all(),
                one -> ReferenceEd25519.verifies(Vectors.bytes(one.get("key")),
                        Vectors.bytes(one.get("message")), Vectors.bytes(one.get("signature"))),
                VectorsTest::isSigned)).isGreaterThan(100);
    }

    private static boolean isSigned(JsonNode one) {
        try {
            return Ed25519.isSigned(Ed25519.publicKey(Vectors.bytes(one.get("key"))),
                    Vectors.bytes(one.get("message")), Vectors.bytes(one.get("signature")));
        } catch (MalformedException noKey) {
            return false;
        }
    }

    @Test
    void every_json_has_its_verdict() throws IOException {
        assertThat(judged("vb-jcs-1.json", JsonVectors.all(),
                one -> ReferenceJson.accepts(Vectors.bytes(one.get("json"))),
                one -> isCanonical(Vectors.bytes(one.get("json"))))).isGreaterThan(100);
    }

    private static boolean isCanonical(byte[] bytes) {
        try {
            CanonicalJson.parse(bytes);
            return true;
        } catch (MalformedException other) {
            return false;
        }
    }

    @Test
    void every_policy_has_its_verdict() throws IOException {
        assertThat(judged("policies.json", PolicyVectors.all(),
                one -> ReferencePolicy.of(one.get("policy").asText()) != null,
                one -> policy(one).isPresent())).isGreaterThan(40);
    }

    private static Optional<Policy> policy(JsonNode one) {
        try {
            return Optional.of(Policy.parse(one.get("policy").asText()));
        } catch (MalformedException wrong) {
            return Optional.empty();
        }
    }

    @Test
    void every_set_of_witnesses_is_enough_or_not() throws IOException {
        assertThat(judged("quorums.json", PolicyVectors.quorums(),
                one -> ReferencePolicy.of(one.get("policy").asText()).isMet(names(one)),
                one -> policy(one).orElseThrow().quorum().map(asked -> asked.isMet(witness ->
                        names(one).stream().anyMatch(name -> witness.vkey().equals(
                                PolicyVectors.WITNESSES.get("abc".indexOf(name)).vkey(4)))))
                        .orElse(true))).isGreaterThan(40);
    }

    private static Set<String> names(JsonNode one) {
        Set<String> names = new HashSet<>();
        one.get("cosigned").forEach(name -> names.add(name.asText()));
        return names;
    }

    @Test
    void every_proof_file_ends_with_its_exit_code() throws IOException {
        List<ObjectNode> cases = LogProofVectors.all();
        Vectors.assertNamedApart(cases);
        JsonNode published = Vectors.published("tlog-proofs.json",
                cases.stream().map(ObjectNode::toString));
        for (JsonNode one : published) {
            LeafProof said = LeafProof.verify(Vectors.bytes(one.get("proof")),
                    Vectors.bytes(one.get("leaf")), policy(one).orElseThrow());
            assertThat(said.exitCode()).as(one.get("desc").asText())
                    .isEqualTo(one.get("exit").asInt());
        }
        assertThat(Vectors.wrong(published)).isGreaterThan(50);
    }

    // ---- what nobody thought of

    @Test
    void reference_and_product_agree_on_json_that_was_changed_at_random() {
        byte[] leaf = new Leaf("entry", 7, Instant.EPOCH, "91330106MA2K00001X",
                "statutory", "2026-01", Map.of("a", List.of(1L, "-12.50", true), "name",
                "合肥\t\"天航\" 😀\u0001"), List.of(3L)).bytes();
        Random random = new Random(8785);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = leaf.clone();
            for (int n = random.nextInt(2); n >= 0; n--) {
                int at = random.nextInt(changed.length);
                changed[at] = random.nextBoolean() ? (byte) (changed[at] ^ 1 << random.nextInt(8))
                        : leaf[random.nextInt(leaf.length)];
            }
            assertThat(isCanonical(changed)).as(new String(changed, UTF_8))
                    .isEqualTo(ReferenceJson.accepts(changed));
        }
    }

    @Test
    void reference_and_product_sign_and_open_the_same() {
        Random random = new Random(8032);
        for (int i = 0; i < 40; i++) {
            ReferenceNote.Key key = ReferenceNote.Key.of("log.example/" + i, i);
            byte[] root = new byte[32];
            random.nextBytes(root);
            long size = random.nextLong() >>> 1 + random.nextInt(60);
            String body = new Checkpoint(key.name(), size % 1_000_000_000_000_000_000L, root)
                    .body();
            assertThat(body).isEqualTo(ReferenceNote.checkpoint(key.name(),
                    size % 1_000_000_000_000_000_000L, root));
            byte[] note = ReferenceNote.sign(key, body);
            byte[] both = NoteVectors.join(note, ReferenceNote.cosignature(key, body, i + 1));
            String text = new String(both, UTF_8);
            assertThat(Verifier.parse(key.vkey(1)).open(text)).contains(body);
            assertThat(Witness.parse(key.vkey(4)).cosigned(text).orElseThrow().getEpochSecond())
                    .isEqualTo(i + 1);
            int at = random.nextInt(both.length);
            byte[] bad = NoteVectors.replaced(both, at, (byte) (both[at] ^ 1 << random.nextInt(8)));
            Optional<String> opened = text(TextNode.valueOf(
                    Vectors.base64(bad))).flatMap(Verifier.parse(key.vkey(1))::open);
            assertThat(opened).as("byte %d of %s", at, text)
                    .isEqualTo(ReferenceNote.opened(key, bad));
        }
    }
}
