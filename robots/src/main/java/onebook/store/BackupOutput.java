package onebook.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import onebook.seal.Sha256;

/** Writes a backup: the manifest, then its parts in its order, then the directory. */
public final class BackupOutput {
    static final String MANIFEST = "manifest.json";

    /**
     * A file that goes into a backup.
     *
     * @param crc CRC-32 of what it holds
     */
    public record Source(BackupManifest.Part part, int crc, Path path) {

        /** Reads the file once, so that its size and check sums can be said before it comes. */
        public static Source of(String name, Path path) throws IOException {
            CRC32 crc = new CRC32();
            MessageDigest digest = Sha256.digest();
            long size = 0;
            byte[] buffer = new byte[1 << 17];
            try (InputStream in = Files.newInputStream(path)) {
                for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                    crc.update(buffer, 0, n);
                    digest.update(buffer, 0, n);
                    size += n;
                }
            }
            return new Source(new BackupManifest.Part(name, new BackupManifest.File(size,
                    HexFormat.of().formatHex(digest.digest()))), (int) crc.getValue(), path);
        }
    }

    private final OutputStream out;
    private final List<BackupLayout.Place> places = new ArrayList<>();
    private long offset;

    /** Requires a buffered stream; leaves it open. */
    public BackupOutput(OutputStream out, BackupManifest manifest) throws IOException {
        this.out = out;
        byte[] bytes = manifest.bytes();
        CRC32 crc = new CRC32();
        crc.update(bytes);
        header(MANIFEST, bytes.length, (int) crc.getValue());
        write(bytes, bytes.length);
    }

    private void header(String name, long size, int crc) throws IOException {
        BackupLayout.Place place = new BackupLayout.Place(name, size, crc, offset);
        places.add(place);
        byte[] header = BackupLayout.local(place);
        write(header, header.length);
    }

    private void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        offset += length;
    }

    /** Throws {@link IOException} where the file is not what it was when it was looked at. */
    public void add(Source source) throws IOException {
        BackupManifest.File file = source.part().file();
        header(source.part().name(), file.size(), source.crc());
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 17];
        long left = file.size();
        try (InputStream in = Files.newInputStream(source.path())) {
            for (int n = in.read(buffer); n > 0 && left >= n; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                write(buffer, n);
                left -= n;
            }
            if (left > 0 || in.read() >= 0 || !HexFormat.of().formatHex(digest.digest())
                    .equals(file.sha256())) {
                throw new IOException(source.path() + " changed while it was copied");
            }
        }
    }

    /** Nothing may follow. */
    public void finish() throws IOException {
        long start = offset;
        for (BackupLayout.Place place : places) {
            byte[] record = BackupLayout.central(place);
            write(record, record.length);
        }
        byte[] end = BackupLayout.end(places.size(), start, offset - start);
        write(end, end.length);
        out.flush();
    }
}
