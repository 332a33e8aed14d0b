package onebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The source tree that the tests stand in. */
public final class Tree {
    private static final Set<String> MADE = Set.of("target", "out", ".git", ".idea", ".vscode");

    private Tree() {
    }

    /** The folder with the launcher in it, from wherever the tests were started. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("onebook"))
                || !Files.exists(folder.resolve("pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Start the tests inside the source tree.");
            }
        }
        return folder;
    }

    /** Paths from the root with slashes, in order, without what a build makes. */
    static List<String> files(String under, Predicate<String> wanted) {
        Path root = root();
        List<String> found = new ArrayList<>();
        try {
            Files.walkFileTree(root.resolve(under), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder,
                        BasicFileAttributes attributes) {
                    return MADE.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    if (attributes.isRegularFile() && wanted.test(name)) {
                        found.add(name);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }

    public static String text(String file) {
        try {
            return new String(Files.readAllBytes(root().resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
