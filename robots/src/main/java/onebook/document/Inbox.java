package onebook.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import onebook.ledger.Refusal;

/** The door: a file comes in as a {@link Document}, or stays outside with a reason. */
public final class Inbox {
    static final long MAX_BYTES = 50L << 20;

    private Inbox() { }

    /**
     * Copies the file under its SHA-256 into the evidence folder, whole or not at all.
     * A second take of the same bytes gives the same document and writes nothing.
     */
    public static Taken take(Path file, Path evidenceFolder) {
        return take(file, evidenceFolder, MAX_BYTES);
    }

    /** The same for files that are read without being held in memory, up to so many bytes. */
    public static Taken take(Path file, Path evidenceFolder, long mostBytes) {
        String name = String.valueOf(file.getFileName());
        try {
            Document.Media media = admit(file, mostBytes);
            Files.createDirectories(evidenceFolder);
            return keep(file, name, media, evidenceFolder);
        } catch (Refused e) {
            return new Taken.Declined(name, e.refusal(), e.getMessage());
        } catch (IOException e) {
            return new Taken.Declined(name, Refusal.FILE_IS_BROKEN, "cannot be read: "
                    + e.getMessage());
        }
    }

    /** Looks at a file where it lies: the same judgement, but nothing is copied. */
    public static Taken look(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            Document.Media media = admit(file, MAX_BYTES);
            String id = digest(file, OutputStream.nullOutputStream());
            return new Taken.Kept(new Document(id, name, media, Files.size(file), file), false);
        } catch (Refused e) {
            return new Taken.Declined(name, e.refusal(), e.getMessage());
        } catch (IOException e) {
            return new Taken.Declined(name, Refusal.FILE_IS_BROKEN, "cannot be read: "
                    + e.getMessage());
        }
    }

    private static Document.Media admit(Path file, long mostBytes) throws Refused, IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refused(Refusal.FILE_IS_BROKEN, "there is no such file");
        }
        long size = Files.size(file);
        if (size == 0) {
            throw new Refused(Refusal.FILE_IS_EMPTY, "0 bytes");
        }
        if (size > mostBytes) {
            throw tooLarge(size, mostBytes);
        }
        Document.Media media = Sniff.media(file);
        if (media != Document.Media.CSV && size > MAX_BYTES) {
            throw tooLarge(size, MAX_BYTES);
        }
        Screening.screen(file, media);
        return media;
    }

    private static Refused tooLarge(long size, long mostBytes) {
        return new Refused(Refusal.FILE_IS_TOO_LARGE,
                (size >> 20) + " MB; at most " + (mostBytes >> 20) + " MB are read");
    }

    private static Taken keep(Path file, String name, Document.Media media, Path folder)
            throws IOException {
        Path part = Files.createTempFile(folder, ".taking-", ".part");
        try {
            String id;
            try (OutputStream out = Files.newOutputStream(part)) {
                id = digest(file, out);
            }
            Path kept = folder.resolve(id);
            boolean isNew = !Files.exists(kept);
            if (isNew) {
                move(part, kept);
            }
            return new Taken.Kept(new Document(id, name, media, Files.size(kept), kept), isNew);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path kept) throws IOException {
        try {
            Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, kept, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String digest(Path file, OutputStream copy) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
                copy.write(buffer, 0, n);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
