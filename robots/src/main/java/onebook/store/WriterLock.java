package onebook.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one holder in one process the only writer of a file, by a lock file beside it. POSIX
 * forgets a process's lock when any handle of the lock file closes, so a second holder in this
 * process is refused before it opens one.
 */
public final class WriterLock implements AutoCloseable {
    private static final Set<Path> HELD = new HashSet<>();

    private final Path path;
    private final FileChannel channel;

    private WriterLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Empty where somebody else writes the file or it may not be written. */
    public static Optional<WriterLock> of(Path file) throws IOException {
        Path real = real(file);
        Path lockPath = real.resolveSibling(real.getFileName() + ".lock");
        if (!isPermitted(real)) {
            return Optional.empty();
        }
        synchronized (HELD) {
            return HELD.contains(lockPath) ? Optional.empty() : locked(lockPath);
        }
    }

    /** Whether the file, and what lies beside it, may be written. */
    public static boolean isPermitted(Path file) {
        try {
            Path real = real(file);
            return Files.isWritable(real.getParent())
                    && (!Files.exists(real) || Files.isWritable(real));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Two names of one file are one file. */
    private static Path real(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        return Files.exists(absolute) ? absolute.toRealPath()
                : absolute.getParent().toRealPath().resolve(absolute.getFileName());
    }

    private static Optional<WriterLock> locked(Path lockPath) throws IOException {
        FileChannel channel = FileChannel.open(lockPath, StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            return Optional.empty();
        }
        HELD.add(lockPath);
        return Optional.of(new WriterLock(lockPath, channel));
    }

    @Override
    public void close() {
        synchronized (HELD) {
            try {
                channel.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } finally {
                HELD.remove(path);
            }
        }
    }
}
