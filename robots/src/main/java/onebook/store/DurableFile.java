package onebook.store;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole, on the disk, or as they were before. */
public final class DurableFile {
    /** Writes all of the file's bytes. */
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    private DurableFile() { }

    /** Where the new content is written first; one that a killed process left is written over. */
    static Path part(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    /** Requires that no other process writes the file. When it returns, the disk has it. */
    public static void write(Path file, Content content) throws IOException {
        Path part = part(file);
        try {
            try (FileOutputStream out = new FileOutputStream(part.toFile())) {
                OutputStream buffered = new BufferedOutputStream(out, 1 << 17);
                content.to(buffered);
                buffered.flush();
                out.getFD().sync();
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            force(file.toAbsolutePath().getParent());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A renamed file is on the disk when its folder is; Windows keeps folders by itself. */
    public static void force(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (AccessDeniedException isWindows) {
            if (!System.getProperty("os.name").startsWith("Windows")) {
                throw isWindows;
            }
        }
    }
}
