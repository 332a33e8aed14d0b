package onebook.lender.submit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.seal.MalformedException;

/**
 * The folders of a receiver: {@code uploads} with what is on its way, {@code packages} with what
 * arrived, {@code receipts} with what was answered, the last two by the hash of the package. All
 * names in them are made here, none comes from a sender.
 */
final class UploadStore {
    /** What is kept of an upload that was answered, so that asking again finds it. */
    private static final Duration ANSWERED = Duration.ofDays(30);
    private static final long ROOM = 1L << 26;
    private static final String PART = ".part";
    private static final String JSON = ".json";

    private final Path uploads;
    private final Path packages;
    private final Path receipts;
    private final Clock clock;
    private final Limits limits;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Upload> byKey = new HashMap<>();
    private final Map<String, Upload> byId = new HashMap<>();

    UploadStore(Path folder, Clock clock, Limits limits) throws IOException {
        this.uploads = Files.createDirectories(folder.resolve("uploads"));
        this.packages = Files.createDirectories(folder.resolve("packages"));
        this.receipts = Files.createDirectories(folder.resolve("receipts"));
        this.clock = clock;
        this.limits = limits;
        load();
    }

    /** What a killed process left goes on; what it had only begun to write down goes. */
    private void load() throws IOException {
        try (Stream<Path> all = Files.list(uploads)) {
            for (Path file : all.toList()) {
                String name = file.getFileName().toString();
                String id = name.replaceFirst("\\.(json|part)$", "");
                boolean isOurs = Upload.ID.matcher(id).matches();
                if (isOurs && name.endsWith(JSON)) {
                    keep(file, id);
                } else if (!isOurs || !Files.exists(uploads.resolve(id + JSON))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void keep(Path file, String id) throws IOException {
        try {
            Upload upload = Upload.parse(id, Files.readAllBytes(file));
            upload.touch(clock.instant());
            byKey.put(upload.announced().key(), upload);
            byId.put(id, upload);
        } catch (MalformedException broken) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(uploads.resolve(id + PART));
        }
    }

    synchronized Optional<Upload> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Optional<Upload> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** An upload, or why there can be none now. */
    record Begun(Optional<Upload> upload, Answer otherwise) { }

    synchronized Begun begin(Upload.Announced announced, String address) throws IOException {
        dropOld();
        List<Upload> open = byId.values().stream().filter(one -> !isDone(one)).toList();
        long ofOne = open.stream().filter(one -> one.address().equals(address)).count();
        if (open.size() >= limits.open() || ofOne >= limits.openOfOne()) {
            return new Begun(Optional.empty(), Answer.later(429, 60, "TOO_MANY_UPLOADS",
                    "Finish or drop an upload first."));
        }
        long promised = 0;
        for (Upload one : open) {
            promised += one.announced().length() - offset(one);
        }
        if (Files.getFileStore(uploads).getUsableSpace() - promised
                < announced.length() + ROOM) {
            return new Begun(Optional.empty(), Answer.later(507, 600, "NO_ROOM",
                    "This server has no room for the package now."));
        }
        byte[] id = new byte[16];
        random.nextBytes(id);
        Upload upload = new Upload(HexFormat.of().formatHex(id), announced, address,
                clock.instant());
        Files.createFile(part(upload));
        WholeFile.write(uploads.resolve(upload.id() + JSON), upload.bytes());
        byKey.put(announced.key(), upload);
        byId.put(upload.id(), upload);
        return new Begun(Optional.of(upload), Answer.empty(201));
    }

    private void dropOld() throws IOException {
        Instant now = clock.instant();
        for (Upload upload : List.copyOf(byId.values())) {
            Duration most = isDone(upload) ? ANSWERED : limits.unfinished();
            if (upload.touched().plus(most).isBefore(now) && upload.takeIfFree()) {
                try {
                    drop(upload);
                } finally {
                    upload.give();
                }
            }
        }
    }

    /** Requires that the caller took it. */
    synchronized void drop(Upload upload) throws IOException {
        byKey.remove(upload.announced().key(), upload);
        byId.remove(upload.id());
        Files.deleteIfExists(uploads.resolve(upload.id() + JSON));
        Files.deleteIfExists(part(upload));
    }

    Path part(Upload upload) {
        return uploads.resolve(upload.id() + PART);
    }

    Path arrived(Upload upload) {
        return packages.resolve(upload.announced().sha256() + ".obk");
    }

    private boolean isDone(Upload upload) {
        return !Files.exists(part(upload)) && answer(upload).isPresent();
    }

    /** How many bytes arrived. */
    long offset(Upload upload) throws IOException {
        return Files.exists(part(upload)) ? Files.size(part(upload))
                : upload.announced().length();
    }

    FileChannel append(Upload upload) throws IOException {
        upload.touch(clock.instant());
        return FileChannel.open(part(upload), StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
    }

    /** The bytes of what was answered to a package of this hash. */
    Optional<Path> answer(Upload upload) {
        return Optional.of(receipts.resolve(upload.announced().sha256() + JSON))
                .filter(Files::exists);
    }

    /** The package is kept or not, then what is answered; a second time nothing changes. */
    void answered(Upload upload, byte[] answer, boolean isKept) throws IOException {
        if (Files.exists(part(upload)) && isKept) {
            WholeFile.move(part(upload), arrived(upload));
        }
        if (answer(upload).isEmpty()) {
            WholeFile.write(receipts.resolve(upload.announced().sha256() + JSON), answer);
        }
        Files.deleteIfExists(part(upload));
    }
}
