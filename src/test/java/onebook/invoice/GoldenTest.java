package onebook.invoice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import onebook.document.Inbox;
import onebook.document.Taken;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each document of the folder is read as the file beside it says; {@code -Dgolden=write} rewrites
 * those.
 */
class GoldenTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT);
    private static final String EXPECTED = ".expected.json";

    @TestFactory
    Stream<DynamicTest> documents_are_read_as_expected() throws IOException {
        return files(false).stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            String read = JSON.writeValueAsString(read(file)) + "\n";
            Path expected = expected(file);
            if ("write".equals(System.getProperty("golden"))) {
                Files.writeString(source(expected), read, UTF_8);
            } else {
                assertThat(read).isEqualTo(Files.readString(expected, UTF_8));
            }
        }));
    }

    @Test
    void every_expectation_has_its_document() throws IOException {
        for (Path file : files(true)) {
            String name = file.getFileName().toString();
            Path document = file.resolveSibling(name.replace(EXPECTED, ".xml"));
            assertThat(document).as("document of " + name).exists();
        }
    }

    private static ObjectNode read(Path file) {
        Taken taken = Inbox.look(file);
        if (taken instanceof Taken.Declined declined) {
            return JsonNodeFactory.instance.objectNode()
                    .put("refused", declined.refusal().name()).put("detail", declined.detail());
        }
        Taken.Kept kept = (Taken.Kept) taken;
        ObjectNode json = ReadingJson.of(kept.document(), new InvoiceReader()
                .read(kept.document()));
        json.remove("sha256");
        return json;
    }

    private static Path expected(Path file) {
        return file.resolveSibling(file.getFileName().toString()
                .replaceFirst("\\.[a-z]+$", EXPECTED));
    }

    /** The file in the source tree, also where tests run from a copy. */
    private static Path source(Path file) {
        Path tree = Path.of("src/test/resources/invoice/golden");
        return Files.isDirectory(tree) ? tree.resolve(file.getFileName().toString())
                : Path.of("resources/invoice/golden").resolve(file.getFileName().toString());
    }

    private static List<Path> files(boolean expectations) throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            return all.filter(f -> f.toString().endsWith(EXPECTED) == expectations).sorted()
                    .toList();
        }
    }

    private static Path folder() {
        try {
            return Path.of(GoldenTest.class.getResource("/invoice/golden").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
