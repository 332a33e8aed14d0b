package onebook.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import onebook.Vectors;
import org.junit.jupiter.api.Test;

/**
 * The vectors for other implementers are what the reference gives, and this verifier judges each as
 * they ask.
 */
class ProofVectorsTest {
    private static byte[] bytes(JsonNode text) {
        return Base64.getDecoder().decode(text.asText());
    }

    private static List<byte[]> proof(JsonNode one) {
        List<byte[]> hashes = new ArrayList<>();
        one.get("proof").forEach(hash -> hashes.add(bytes(hash)));
        return hashes;
    }

    @Test
    void each_proof_of_a_leaf_has_its_verdict() throws IOException {
        int wrong = 0;
        for (JsonNode one : Vectors.published("inclusion.json",
                ProofVectors.inclusions().stream().map(ProofVectors.Inclusion::json))) {
            assertThat(MerkleLog.verifyInclusion(bytes(one.get("leafHash")),
                    one.get("leafIdx").asLong(), one.get("treeSize").asLong(), proof(one),
                    bytes(one.get("root")))).as(one.get("desc").asText())
                    .isEqualTo(!one.get("wantErr").asBoolean());
            wrong += one.get("wantErr").asBoolean() ? 1 : 0;
        }
        assertThat(wrong).isGreaterThan(200);
    }

    @Test
    void each_proof_of_growth_has_its_verdict() throws IOException {
        int wrong = 0;
        for (JsonNode one : Vectors.published("consistency.json",
                ProofVectors.consistencies().stream().map(ProofVectors.Consistency::json))) {
            assertThat(MerkleLog.verifyConsistency(one.get("size1").asLong(),
                    bytes(one.get("root1")), one.get("size2").asLong(), bytes(one.get("root2")),
                    proof(one))).as(one.get("desc").asText())
                    .isEqualTo(!one.get("wantErr").asBoolean());
            wrong += one.get("wantErr").asBoolean() ? 1 : 0;
        }
        assertThat(wrong).isGreaterThan(200);
    }
}
