package onebook.document.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/**
 * Files out of the jars that engines want on disk, kept in the user's cache folder between runs.
 */
final class NativeFiles {
    private NativeFiles() { }

    /** The cache folder for engines of this user; a folder for this run where there can be none. */
    static Path folder(String name) throws IOException {
        try {
            return Files.createDirectories(cache().resolve("onebook").resolve(name));
        } catch (IOException | SecurityException e) {
            return Files.createTempDirectory("onebook-" + name);
        }
    }

    private static Path cache() {
        String home = System.getProperty("user.home", ".");
        String os = os();
        if (os.equals("windows")) {
            return Path.of(Optional.ofNullable(System.getenv("LOCALAPPDATA")).orElse(home));
        } else if (os.equals("mac")) {
            return Path.of(home, "Library", "Caches");
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        return xdg == null || xdg.isBlank() ? Path.of(home, ".cache") : Path.of(xdg);
    }

    static String os() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return os.contains("win") ? "windows" : os.contains("mac") ? "mac" : "linux";
    }

    static boolean isArm() {
        return System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).matches("aarch64|arm64");
    }

    /** Bytes of the resource; 0 where it is missing. */
    static long size(String resource) throws IOException {
        URL url = NativeFiles.class.getResource(resource);
        return url == null ? 0 : url.openConnection().getContentLengthLong();
    }

    /**
     * Copies the resource there under that name, unless a file of its size is there. False where it
     * is missing.
     */
    static boolean copy(String resource, Path file) throws IOException {
        URL url = NativeFiles.class.getResource(resource);
        if (url == null) {
            return false;
        }
        long size = size(resource);
        if (Files.exists(file) && Files.size(file) == size) {
            return true;
        }
        Path part = Files.createTempFile(file.getParent(), ".copy-", ".part");
        try (InputStream in = url.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return true;
    }
}
