package onebook.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import onebook.store.EncryptedHead.Kind;

/** What can be done with the files of an {@link EncryptedFolder}. */
final class EncryptedFiles extends FileSystemProvider {
    private final EncryptedFolder folder;
    private final BookKey key;

    EncryptedFiles(EncryptedFolder folder, BookKey key) {
        this.folder = folder;
        this.key = key;
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        InputStream in = new BufferedInputStream(
                Files.newInputStream(EncryptedPath.onDisk(path), options), 1 << 17);
        try {
            EncryptedHead head = EncryptedHead.read(Kind.EVIDENCE, in).orElseThrow(() ->
                    new IOException("the beginning of the encrypted file was changed"));
            return new EncryptedInput(in, head, key);
        } catch (IOException damaged) {
            in.close();
            throw damaged;
        }
    }

    @Override
    public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        if (Set.of(options).contains(StandardOpenOption.APPEND)) {
            throw new UnsupportedOperationException("an encrypted file is written whole");
        }
        return new EncryptedOutput(new BufferedOutputStream(
                Files.newOutputStream(EncryptedPath.onDisk(path), options), 1 << 17),
                EncryptedHead.of(Kind.EVIDENCE, new byte[0]), key);
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options,
            FileAttribute<?>... attributes) throws IOException {
        if (!options.contains(StandardOpenOption.WRITE)) {
            try (InputStream in = newInputStream(path)) {
                return new HeldBytes(in.readAllBytes());
            }
        }
        Files.newByteChannel(EncryptedPath.onDisk(path), options, attributes).close();
        return new HeldBytes(newOutputStream(path));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path,
            DirectoryStream.Filter<? super Path> filter) throws IOException {
        DirectoryStream<Path> names = Files.newDirectoryStream(EncryptedPath.onDisk(path));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Stream.Builder<Path> paths = Stream.builder();
                names.forEach(name -> paths.add(folder.path(name)));
                return paths.build().filter(one -> accepts(filter, one)).iterator();
            }

            @Override
            public void close() throws IOException {
                names.close();
            }
        };
    }

    private static boolean accepts(DirectoryStream.Filter<? super Path> filter, Path path) {
        try {
            return filter.accept(path);
        } catch (IOException broken) {
            throw new java.nio.file.DirectoryIteratorException(broken);
        }
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type,
            LinkOption... options) throws IOException {
        return type.cast(new PlainAttributes(Files.readAttributes(EncryptedPath.onDisk(path),
                BasicFileAttributes.class, options)));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
            throws IOException {
        throw new UnsupportedOperationException(attributes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type,
            LinkOption... options) {
        return null;
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
            throws IOException {
        Files.setAttribute(EncryptedPath.onDisk(path), attribute, value, options);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        Files.createDirectory(EncryptedPath.onDisk(path), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.delete(EncryptedPath.onDisk(path));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        Files.copy(EncryptedPath.onDisk(from), EncryptedPath.onDisk(to), options);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        Files.move(EncryptedPath.onDisk(from), EncryptedPath.onDisk(to), options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return Files.isSameFile(EncryptedPath.onDisk(one), EncryptedPath.onDisk(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(EncryptedPath.onDisk(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(EncryptedPath.onDisk(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        Path onDisk = EncryptedPath.onDisk(path);
        onDisk.getFileSystem().provider().checkAccess(onDisk, modes);
    }

    @Override
    public String getScheme() {
        return "encrypted";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return folder;
    }

    @Override
    public Path getPath(URI uri) {
        return folder.path(Path.of(URI.create(uri.getSchemeSpecificPart())));
    }
}
