package onebook.lender.submit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of the protocol that takes files in: create, ask, add, finish, drop. */
final class Uploads {
    private static final Pattern PATH =
            Pattern.compile("/uploads/([0-9a-f]{32})(/finish)?");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");
    private static final int CHUNK = 1 << 16;
    private static final String OFFSET = "Upload-Offset";

    private final UploadStore store;
    private final Limits limits;
    private final Finish finish;

    /** Says what becomes of a file that arrived whole. */
    interface Finish {
        Answer of(Upload upload) throws IOException;
    }

    Uploads(UploadStore store, Limits limits, Finish finish) {
        this.store = store;
        this.limits = limits;
        this.finish = finish;
    }

    Answer answer(HttpExchange exchange, String address, Watch watch) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String method = exchange.getRequestMethod();
        if (path.equals("/uploads")) {
            return method.equals("POST") ? create(exchange.getRequestHeaders(), address)
                    : Receiver.NO_SUCH_METHOD;
        }
        Matcher named = PATH.matcher(path);
        Optional<Upload> upload = named.matches() ? store.byId(named.group(1)) : Optional.empty();
        if (upload.isEmpty()) {
            return Receiver.NOT_THERE;
        }
        boolean isFinish = named.group(2) != null;
        return switch (method + isFinish) {
            case "HEADfalse" -> head(upload.get());
            case "PATCHfalse" -> taken(upload.get(), exchange, () ->
                    patch(upload.get(), exchange, watch));
            case "DELETEfalse" -> taken(upload.get(), exchange, () -> drop(upload.get()));
            case "POSTtrue" -> finish(upload.get());
            default -> Receiver.NO_SUCH_METHOD;
        };
    }

    private Answer create(Headers headers, String address) throws IOException {
        String key = header(headers, "Idempotency-Key");
        String length = header(headers, "Upload-Length");
        Matcher digest = DIGEST.matcher(header(headers, "Repr-Digest"));
        if (!KEY.matcher(key).matches() || !NUMBER.matcher(length).matches()
                || !digest.matches()) {
            return Answer.error(400, "HEADERS_ARE_MISSING",
                    "Idempotency-Key, Upload-Length and Repr-Digest are needed.");
        }
        Upload.Announced announced = new Upload.Announced(key, Long.parseLong(length),
                HexFormat.of().formatHex(Base64.getDecoder().decode(digest.group(1))));
        if (announced.length() > limits.bytes()) {
            return Answer.error(413, "FILE_IS_TOO_LARGE",
                    "At most " + limits.bytes() + " bytes are taken.");
        }
        synchronized (this) {
            Optional<Upload> known = store.byKey(key);
            if (known.isPresent()) {
                return known.get().announced().equals(announced) ? place(known.get(), 200)
                        : Answer.error(422, "KEY_IS_OF_ANOTHER_FILE",
                                "That Idempotency-Key announced another file.");
            }
            UploadStore.Begun begun = store.begin(announced, address);
            return begun.upload().isPresent() ? place(begun.upload().get(), 201)
                    : begun.otherwise();
        }
    }

    private Answer place(Upload upload, int status) throws IOException {
        return Answer.empty(status).with("Location", "uploads/" + upload.id())
                .with(OFFSET, Long.toString(store.offset(upload)));
    }

    private Answer head(Upload upload) throws IOException {
        return offset(204, upload).with("Upload-Length",
                Long.toString(upload.announced().length()));
    }

    private Answer offset(int status, Upload upload) throws IOException {
        return Answer.empty(status).with(OFFSET, Long.toString(store.offset(upload)));
    }

    /** Something that only one at a time may do. */
    private interface Alone {
        Answer answer() throws IOException;
    }

    private Answer taken(Upload upload, HttpExchange exchange, Alone alone) throws IOException {
        if (!upload.take(exchange)) {
            return Answer.later(423, 2, "UPLOAD_IS_IN_USE", "Another request works on it.");
        }
        try {
            return store.byId(upload.id()).isEmpty() ? Receiver.NOT_THERE : alone.answer();
        } finally {
            upload.give();
        }
    }

    private Answer patch(Upload upload, HttpExchange exchange, Watch watch) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String from = header(headers, OFFSET);
        if (!header(headers, "Content-Type").equals("application/partial-upload")
                || !NUMBER.matcher(from).matches()) {
            return Answer.error(400, "HEADERS_ARE_MISSING",
                    "Upload-Offset and application/partial-upload are needed.");
        }
        long offset = store.offset(upload);
        if (Long.parseLong(from) != offset || !Files.exists(store.part(upload))) {
            return offset(409, upload);
        }
        long left = upload.announced().length() - offset;
        String length = header(headers, "Content-Length");
        if (NUMBER.matcher(length).matches() && Long.parseLong(length) > left
                || !add(upload, exchange.getRequestBody(), left, watch)) {
            return Answer.error(413, "MORE_THAN_ANNOUNCED",
                    "More bytes came than were announced; they were not kept.");
        }
        return offset(204, upload);
    }

    /** Keeps what comes, also where the connection breaks; false where too much comes. */
    private boolean add(Upload upload, InputStream in, long left, Watch watch) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long rest = left;
        try (FileChannel out = store.append(upload)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                watch.came(count);
                if (count > rest) {
                    return false;
                }
                for (ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, count); bytes.hasRemaining(); ) {
                    out.write(bytes);
                }
                rest -= count;
            }
            out.force(true);
            return true;
        }
    }

    private Answer drop(Upload upload) throws IOException {
        if (Files.exists(store.part(upload))) {
            store.drop(upload);
        }
        return Answer.empty(204);
    }

    private Answer finish(Upload upload) throws IOException {
        if (!upload.takeIfFree()) {
            return Answer.later(503, 2, "UPLOAD_IS_IN_USE", "Another request works on it.");
        }
        try {
            if (store.byId(upload.id()).isEmpty()) {
                return Receiver.NOT_THERE;
            }
            Optional<Path> known = store.answer(upload);
            boolean isWhole = store.offset(upload) == upload.announced().length();
            return known.isPresent() && !Files.exists(store.part(upload))
                    ? answered(known.get()) : isWhole ? finish.of(upload) : offset(409, upload);
        } finally {
            upload.give();
        }
    }

    static Answer answered(Path file) throws IOException {
        return new Answer(200, Map.of("Content-Type", "application/json"),
                Files.readAllBytes(file));
    }

    /** Empty where it is not there, or there more than once. */
    static String header(Headers headers, String name) {
        return headers.getOrDefault(name, List.of()).size() == 1
                ? headers.getFirst(name) : "";
    }
}
