package onebook.invoice;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Public sample files; a test that needs one is skipped, and says so, where it is absent. */
public final class Corpora {
    private Corpora() { }

    public static Path file(String path) {
        String root = System.getenv().getOrDefault("ONEBOOK_CORPORA", "../shared/corpora");
        Path file = Path.of(root, path);
        Assumptions.assumeTrue(Files.exists(file),
                "no public sample " + file + "; set ONEBOOK_CORPORA");
        return file;
    }
}
