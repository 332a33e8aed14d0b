package onebook;

import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree that the tests stand in. */
final class Tree {
    private Tree() {
    }

    /** The folder with the launcher in it, from wherever the tests were started. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("onebook")) || !Files.exists(folder.resolve("pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Start the tests inside the source tree.");
            }
        }
        return folder;
    }
}
