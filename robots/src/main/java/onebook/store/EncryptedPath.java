package onebook.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** A path of an {@link EncryptedFolder}: the same name on the disk, encrypted there. */
final class EncryptedPath implements Path {
    private final EncryptedFolder folder;
    private final Path onDisk;

    EncryptedPath(EncryptedFolder folder, Path onDisk) {
        this.folder = folder;
        this.onDisk = onDisk;
    }

    static Path onDisk(Path path) {
        return path instanceof EncryptedPath encrypted ? encrypted.onDisk : path;
    }

    private Path of(Path there) {
        return there == null ? null : folder.path(there);
    }

    @Override
    public FileSystem getFileSystem() {
        return folder;
    }

    @Override
    public boolean isAbsolute() {
        return onDisk.isAbsolute();
    }

    @Override
    public Path getRoot() {
        return of(onDisk.getRoot());
    }

    @Override
    public Path getFileName() {
        return of(onDisk.getFileName());
    }

    @Override
    public Path getParent() {
        return of(onDisk.getParent());
    }

    @Override
    public int getNameCount() {
        return onDisk.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return of(onDisk.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return of(onDisk.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return onDisk.startsWith(onDisk(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return onDisk.endsWith(onDisk(other));
    }

    @Override
    public Path normalize() {
        return of(onDisk.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return of(onDisk.resolve(onDisk(other)));
    }

    @Override
    public Path relativize(Path other) {
        return of(onDisk.relativize(onDisk(other)));
    }

    @Override
    public URI toUri() {
        return URI.create(folder.provider().getScheme() + ":" + onDisk.toUri());
    }

    @Override
    public Path toAbsolutePath() {
        return of(onDisk.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return of(onDisk.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events,
            WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return onDisk.compareTo(onDisk(other));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncryptedPath path && path.onDisk.equals(onDisk);
    }

    @Override
    public int hashCode() {
        return onDisk.hashCode();
    }

    @Override
    public String toString() {
        return onDisk.toString();
    }
}
