package onebook.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

/**
 * A folder whose files are encrypted on the disk and plain to whoever reads and writes them through
 * its paths. Names stay as they are. Such a path has no {@link Path#toFile()}: nothing that needs a
 * plain file on the disk can be handed one.
 */
final class EncryptedFolder extends FileSystem {
    private final EncryptedFiles files;

    private EncryptedFolder(BookKey key) {
        this.files = new EncryptedFiles(this, key);
    }

    /** The folder, to be read and written as if it were plain. */
    static Path at(Path folder, BookKey key) {
        return new EncryptedFolder(key).path(folder.toAbsolutePath());
    }

    EncryptedPath path(Path onDisk) {
        return new EncryptedPath(this, onDisk);
    }

    @Override
    public FileSystemProvider provider() {
        return files;
    }

    @Override
    public Path getPath(String first, String... more) {
        return path(FileSystems.getDefault().getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(EncryptedPath.onDisk(path));
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return FileSystems.getDefault().getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }

    /** Holds nothing that could be closed. */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
