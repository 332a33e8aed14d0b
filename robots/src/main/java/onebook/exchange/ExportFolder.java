package onebook.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import onebook.seal.Sha256;

/**
 * A folder that is handed over: each file with its size, hash and how long it is to be kept, listed
 * in manifest.csv. The folder appears whole or not at all.
 */
public final class ExportFolder implements AutoCloseable {
    /** A file of the folder. */
    public record Item(String path, long bytes, String sha256, String category) { }

    /** Writes a file; what it throws ends the export. */
    public interface Writing<T> {
        void to(T out) throws IOException;
    }

    private final Path target;
    private final Path part;
    private final Charset charset;
    private final List<Item> items = new ArrayList<>();
    private boolean isDone;

    /**
     * Begins a folder.
     *
     * @param charset of the texts that are for people and other programs
     */
    public ExportFolder(Path target, Charset charset) throws IOException {
        this.target = target.toAbsolutePath().normalize();
        this.part = this.target.resolveSibling(".part-" + this.target.getFileName());
        this.charset = charset;
        remove(part);
        Files.createDirectories(part);
    }

    /** True where something stands at that place already. */
    public static boolean isTaken(Path target) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        if (!Files.isDirectory(target)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(target)) {
            return inside.findAny().isPresent();
        }
    }

    public Charset charset() {
        return charset;
    }

    /** A text in the folder's encoding. */
    public void text(String path, String category, Writing<Writer> writing) throws IOException {
        text(path, category, charset, writing);
    }

    /** A text that is UTF-8 whatever the others are. */
    public void plain(String path, String category, Writing<Writer> writing) throws IOException {
        text(path, category, StandardCharsets.UTF_8, writing);
    }

    private void text(String path, String category, Charset in, Writing<Writer> writing)
            throws IOException {
        bytes(path, category, bytes -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(bytes, in.newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .onMalformedInput(CodingErrorAction.REPLACE)));
            writing.to(out);
            out.flush();
        });
    }

    public void bytes(String path, String category, Writing<OutputStream> writing)
            throws IOException {
        Path file = part.resolve(path);
        Files.createDirectories(file.getParent());
        MessageDigest sha = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha)) {
            writing.to(out);
        }
        items.add(new Item(path, Files.size(file), HexFormat.of().formatHex(sha.digest()),
                category));
    }

    public List<Item> items() {
        return List.copyOf(items);
    }

    /** Lists the files with their retention and puts the folder at its place. */
    public void done(Retention retention) throws IOException {
        try (Writer out = Files.newBufferedWriter(part.resolve("manifest.csv"), charset)) {
            CsvWriter csv = new CsvWriter(out);
            csv.header("path", "bytes", "sha256", "category", "retention", "keep_until");
            for (Item item : items) {
                Retention.Label label = retention.of(item.category());
                csv.text(item.path()).figure(item.bytes()).figure(item.sha256())
                        .text(item.category()).text(label.text()).figure(label.until()).end();
            }
        }
        Files.deleteIfExists(target);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        isDone = true;
    }

    @Override
    public void close() throws IOException {
        if (!isDone) {
            remove(part);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> inside = Files.walk(folder)) {
            all = inside.sorted((one, other) -> other.compareTo(one)).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
