package onebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is bundled is named with its licence: every jar of the launcher's class path. */
class ThirdPartyTest {
    @Test
    void every_library_is_named_with_its_version() throws IOException {
        Path list = Tree.root().resolve("target/classpath.txt");
        Assumptions.assumeTrue(Files.exists(list), "the class path is written by a Maven build");
        String page = Tree.text("THIRD-PARTY.md");
        List<Path> jars = Stream.of(Files.readString(list).split(File.pathSeparator))
            .map(Path::of).toList();
        assertThat(jars).hasSizeGreaterThan(30);
        assertThat(jars.stream().map(jar -> jar.getParent()).distinct()
            .filter(version -> !names(page, version.getParent().getFileName().toString(),
                version.getFileName().toString()))).isEmpty();
    }

    private static boolean names(String page, String library, String version) {
        return page.lines().anyMatch(line -> line.matches(".*[:, |]\\Q" + library + "\\E[ ,].*")
            && line.contains(version));
    }
}
