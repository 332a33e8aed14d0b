package onebook.lender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import onebook.Vectors;
import onebook.seal.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipVectorsTest {
    @TempDir
    private Path folder;

    @Test
    void every_container_has_its_verdict() throws IOException {
        List<ObjectNode> cases = ZipVectors.all();
        Vectors.assertNamedApart(cases);
        JsonNode published = Vectors.published("strict-zip.json",
                cases.stream().map(ObjectNode::toString));
        for (JsonNode one : published) {
            assertThat(isStrict(Vectors.bytes(one.get("zip")))).as(one.get("desc").asText())
                    .isEqualTo(!one.get("wantErr").asBoolean());
        }
        assertThat(Vectors.wrong(published)).isGreaterThan(100);
    }

    private boolean isStrict(byte[] bytes) throws IOException {
        try (StrictZipReader zip = StrictZipReader.open(
                Files.write(folder.resolve("x.zip"), bytes))) {
            return !zip.members().isEmpty();
        } catch (MalformedException other) {
            return false;
        }
    }

    @Test
    void two_writers_give_the_same_bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StrictZipWriter.write(Map.of("a.txt", "content of a.txt".getBytes(), "mimetype",
                "application/x".getBytes(), "b/c.txt", "content of b/c.txt".getBytes()), out);
        assertThat(ZipVectors.usual().bytes()).isEqualTo(out.toByteArray());
    }
}
