package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for files that are only on the way, gone when it is closed or the program ends. One that
 * a killed program left is taken away by the next that works in the same place.
 */
final class Scratch implements AutoCloseable {
    private static final String PREFIX = ".onebook-work-";
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;
    private final Thread atEnd = new Thread(this::delete);

    private Scratch(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    static Scratch in(Path place) throws IOException {
        clean(place);
        Path folder = Files.createTempDirectory(place, PREFIX);
        FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        lock.lock();
        return new Scratch(folder, lock);
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    private static void clean(Path place) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path folder : left) {
                if (isForsaken(folder)) {
                    delete(folder);
                }
            }
        }
    }

    private static boolean isForsaken(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            return held != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    /** A folder that was made for nothing, with those inside it. */
    static void deleteEmpty(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.isDirectory(one)) {
                    return;
                }
                Files.delete(one);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }

    private void delete() {
        try {
            lock.close();
            if (Files.exists(folder)) {
                delete(folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException ends) {
            return; // the program ends, and the folder with it
        }
        delete();
    }
}
