package onebook.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The entries of a zip file, believed as they are listed. Where the file is no plain one on the
 * disk it is read in memory; the JDK's reader wants a plain one.
 */
public final class ZipEntries implements AutoCloseable {
    private interface Opening {
        InputStream open(ZipEntry entry) throws IOException;
    }

    private final List<? extends ZipEntry> all;
    private final Opening opening;
    private final AutoCloseable file;

    private ZipEntries(Enumeration<? extends ZipEntry> all, Opening opening, AutoCloseable file) {
        this.all = Collections.list(all);
        this.opening = opening;
        this.file = file;
    }

    public static ZipEntries of(Path path) throws IOException {
        if (path.getFileSystem() == FileSystems.getDefault()) {
            ZipFile zip = new ZipFile(path.toFile());
            return new ZipEntries(zip.entries(), zip::getInputStream, zip);
        }
        var zip = org.apache.commons.compress.archivers.zip.ZipFile.builder()
                .setSeekableByteChannel(Files.newByteChannel(path)).get();
        return new ZipEntries(zip.getEntries(),
                entry -> zip.getInputStream((ZipArchiveEntry) entry), zip);
    }

    public List<? extends ZipEntry> all() {
        return all;
    }

    public Optional<? extends ZipEntry> find(String name) {
        return all.stream().filter(entry -> entry.getName().equals(name)).findFirst();
    }

    public InputStream open(ZipEntry entry) throws IOException {
        return opening.open(entry);
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } catch (IOException | RuntimeException broken) {
            throw broken;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
