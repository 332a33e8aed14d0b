package onebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of docs/vectors: what the references make is what is published, and what is published
 * is what the tests read. {@code -Donebook.vectors=write} writes them anew.
 */
public final class Vectors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Vectors() { }

    /** The cases of a file, which must be those made now. */
    public static JsonNode published(String name, Stream<String> made) throws IOException {
        Path file = Tree.root().resolve("docs/vectors").resolve(name);
        String text = made.collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        if ("write".equals(System.getProperty("onebook.vectors"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file)).isEqualTo(text);
        return JSON.readTree(text);
    }

    /** A case as it stands in its file: a description first, then what it holds. */
    public static ObjectNode one(String desc) {
        return JsonNodeFactory.instance.objectNode().put("desc", desc);
    }

    /** Bytes as such a file has them. */
    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static byte[] bytes(JsonNode text) {
        return Base64.getDecoder().decode(text.asText());
    }

    /** How many of the cases must fail. */
    public static long wrong(JsonNode cases) {
        return cases.findValues("wantErr").stream().filter(JsonNode::asBoolean).count();
    }

    /** No two cases may have one name. */
    public static void assertNamedApart(List<ObjectNode> cases) {
        assertThat(cases.stream().map(one -> one.get("desc").asText())).doesNotHaveDuplicates();
    }
}
