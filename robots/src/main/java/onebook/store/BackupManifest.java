package onebook.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import onebook.ledger.Refusal;
import onebook.seal.CanonicalJson;
import onebook.seal.MalformedException;

/**
 * What a backup holds, first in it.
 *
 * @param book file name of the book
 * @param made when, as an instant
 * @param head size and root of the log, and the newest signed head of it
 * @param database the book file; in the backup it is packed where it is not encrypted
 * @param parts every file that follows, in this order
 * @param damages what was wrong with the book when it was copied; empty for a sound one
 */
public record BackupManifest(String book, String made, Head head, File database, List<Part> parts,
        List<String> damages) {
    static final String FORMAT = "onebook-backup/1";
    static final String PLAIN = "book.gz";
    static final String ENCRYPTED = "book.encrypted";
    public static final String POLICY = "policy.txt";
    public static final String KEY = "key.p12";
    public static final String EVIDENCE = "evidence/";
    private static final Pattern BOOK = Pattern.compile("[^./\\\\:*?\"<>|\\p{Cntrl}]"
            + "[^/\\\\:*?\"<>|\\p{Cntrl}]{0,119}");
    private static final Pattern PART = Pattern.compile("book\\.gz|book\\.encrypted|policy\\.txt"
            + "|key\\.p12|evidence/[0-9A-Za-z_-][0-9A-Za-z._-]{0,199}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * The log.
     *
     * @param root base64, as in a checkpoint
     * @param checkpoint a C2SP note; empty where none was signed yet
     */
    public record Head(long size, String root, String checkpoint) { }

    /** Size in bytes and SHA-256 in hex. */
    public record File(long size, String sha256) { }

    /** A member of the container and what it is. */
    public record Part(String name, File file) { }

    /** Whether a file of that name can be a part. */
    public static boolean isEvidence(String name) {
        return PART.matcher(EVIDENCE + name).matches();
    }

    /** Where the documents of a book lie. */
    public Path evidenceOf(Path book) {
        return isEncrypted() ? EvidenceCopies.encrypted(book) : EvidenceCopies.plain(book);
    }

    /** What restoring needs on the disk, at most. */
    public long bytesUnpacked() {
        return parts.stream().mapToLong(part -> part.file().size())
                .reduce(database.size(), Math::addExact);
    }

    public boolean isEncrypted() {
        return parts.get(0).name().equals(ENCRYPTED);
    }

    /** The files of the evidence folder. */
    public long evidence() {
        return parts.stream().filter(part -> part.name().startsWith(EVIDENCE)).count();
    }

    public boolean hasKey() {
        return parts.stream().anyMatch(part -> part.name().equals(KEY));
    }

    byte[] bytes() {
        Map<String, Object> json = new TreeMap<>();
        json.put("format", FORMAT);
        json.put("book", book);
        json.put("made", made);
        json.put("size", head.size());
        json.put("root", head.root());
        json.put("checkpoint", head.checkpoint());
        json.put("database", json(database));
        json.put("damages", damages);
        json.put("parts", parts.stream().map(part -> {
            Map<String, Object> one = json(part.file());
            one.put("name", part.name());
            return one;
        }).toList());
        return CanonicalJson.write(json);
    }

    private static Map<String, Object> json(File file) {
        return new TreeMap<>(Map.of("size", file.size(), "sha256", file.sha256()));
    }

    /** Throws {@link StoreException} where it is none, or names what a backup has no need of. */
    static BackupManifest parse(byte[] bytes) {
        try {
            Map<?, ?> json = (Map<?, ?>) CanonicalJson.parse(bytes);
            List<Part> parts = new ArrayList<>();
            for (Object one : (List<?>) json.get("parts")) {
                parts.add(new Part((String) ((Map<?, ?>) one).get("name"), file(one)));
            }
            BackupManifest manifest = new BackupManifest((String) json.get("book"),
                    (String) json.get("made"), new Head((Long) json.get("size"),
                            (String) json.get("root"), (String) json.get("checkpoint")),
                    file(json.get("database")), parts,
                    ((List<?>) json.get("damages")).stream().map(String.class::cast).toList());
            if (!FORMAT.equals(json.get("format")) || !equal(manifest.bytes(), bytes)) {
                throw new MalformedException("not written so");
            }
            manifest.check();
            manifest.bytesUnpacked();
            return manifest;
        } catch (ArithmeticException | ClassCastException | NullPointerException
                | MalformedException broken) {
            throw new StoreException(Refusal.BACKUP_IS_DAMAGED, "its list of parts is broken");
        }
    }

    private static boolean equal(byte[] one, byte[] other) {
        return java.util.Arrays.equals(one, other);
    }

    private static File file(Object json) {
        Map<?, ?> file = (Map<?, ?>) json;
        return new File((Long) file.get("size"), (String) file.get("sha256"));
    }

    private void check() {
        Set<String> names = new HashSet<>();
        for (Part part : parts) {
            if (!PART.matcher(part.name()).matches() || !names.add(part.name())) {
                throw new StoreException(Refusal.FILE_IS_HOSTILE,
                        "a part of a backup is not named so: " + part.name());
            }
            check(part.file());
        }
        check(database);
        if (!BOOK.matcher(book).matches()) {
            throw new StoreException(Refusal.FILE_IS_HOSTILE,
                    "a book is not named so: " + book);
        }
        if (parts.isEmpty() || !parts.get(0).name().startsWith("book.")
                || names.contains(PLAIN) && names.contains(ENCRYPTED)) {
            throw new MalformedException("it begins without a book");
        }
        long packed = parts.get(0).file().size();
        if (isEncrypted() ? !database.equals(parts.get(0).file())
                : database.size() > packed * 1100 + 4096) {
            throw new StoreException(Refusal.FILE_IS_HOSTILE,
                    "a book of " + database.size() + " bytes in " + packed);
        }
    }

    private static void check(File file) {
        if (file.size() < 0 || !SHA256.matcher(file.sha256()).matches()) {
            throw new MalformedException("a part without size or check sum");
        }
    }
}
