package onebook.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import onebook.ledger.Refusal;

/** A zip file of which nothing is believed: sizes are counted while reading, names stay inside. */
public final class Zip implements AutoCloseable {
    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_ENTRY = 128L << 20;
    private static final long MAX_TOTAL = 512L << 20;
    private static final long RATIO_FROM = 4L << 20;
    private static final long MAX_RATIO = 200;

    private final ZipEntries file;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private long total;

    private Zip(ZipEntries file) {
        this.file = file;
    }

    public static Zip open(Path path) throws Refused, IOException {
        Zip zip;
        try {
            zip = new Zip(ZipEntries.of(path));
        } catch (ZipException e) {
            throw refused(e);
        }
        try {
            zip.list();
            return zip;
        } catch (Refused e) {
            zip.close();
            throw e;
        }
    }

    static Refused refused(ZipException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("encrypted")
                ? new Refused(Refusal.FILE_IS_ENCRYPTED, "an archive locked with a password")
                : new Refused(Refusal.FILE_IS_BROKEN, "the archive is damaged: " + message);
    }

    private void list() throws Refused {
        for (ZipEntry entry : file.all()) {
            String name = entry.getName();
            if (entries.size() >= MAX_ENTRIES) {
                throw new Refused(Refusal.FILE_IS_HOSTILE, "more than " + MAX_ENTRIES + " entries");
            }
            if (leavesTheArchive(name)) {
                throw new Refused(Refusal.FILE_IS_HOSTILE, "an entry points outside: " + name);
            }
            if (entries.put(name.toLowerCase(Locale.ROOT), entry) != null) {
                throw new Refused(Refusal.FILE_IS_HOSTILE, "two entries of one name: " + name);
            }
        }
    }

    private static boolean leavesTheArchive(String name) {
        return name.startsWith("/") || name.contains("\\") || name.contains(":")
                || name.contains("\0")
                || (name + "/").startsWith("../") || (name + "/").contains("/../");
    }

    /** Names as stored, in the archive's order. */
    public Set<String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        entries.values().forEach(e -> names.put(e.getName(), ""));
        return names.keySet();
    }

    /** The entry's bytes; names are compared without regard to case, a leading slash is allowed. */
    public Optional<byte[]> bytes(String name) throws Refused, IOException {
        String key = (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
        ZipEntry entry = entries.get(key);
        if (entry == null || entry.isDirectory()) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        inflate(entry, out);
        return Optional.of(out.toByteArray());
    }

    /** Inflates everything once, keeping nothing, to know that it is whole and within limits. */
    void tryAll() throws Refused, IOException {
        for (ZipEntry entry : entries.values()) {
            if (!entry.isDirectory()) {
                inflate(entry, OutputStream.nullOutputStream());
            }
        }
        total = 0;
    }

    private void inflate(ZipEntry entry, OutputStream out) throws Refused, IOException {
        long packed = Math.max(1, entry.getCompressedSize());
        long size = 0;
        byte[] buffer = new byte[1 << 14];
        try (InputStream in = file.open(entry)) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                size += n;
                total += n;
                if (size > MAX_ENTRY || total > MAX_TOTAL
                        || size > RATIO_FROM && size / packed > MAX_RATIO) {
                    throw new Refused(Refusal.FILE_IS_HOSTILE,
                            "it unpacks to far more than it holds");
                }
                out.write(buffer, 0, n);
            }
        } catch (ZipException | java.io.EOFException e) {
            throw new Refused(Refusal.FILE_IS_BROKEN, "the archive is damaged at "
                    + entry.getName());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
