package onebook.anchor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.seal.AddCheckpoint;

/**
 * A {@link Cosigner} that listens: {@code POST /add-checkpoint} as C2SP tlog-witness has it, and
 * {@code GET /<SHA-256 of the origin>/checkpoint}, so that anybody compares what he was shown. A
 * log that the witness does not know yet offers its key in the header {@value #LOG_KEY}.
 */
public final class WitnessServer implements AutoCloseable {
    static final String LOG_KEY = "Onebook-Log-Key";
    private static final int THREADS = 8;
    private static final int LONGEST_KEY = 1_000;
    private static final Pattern CHECKPOINT = Pattern.compile("/([0-9a-f]{64})/checkpoint");
    private static final String TEXT = "text/plain; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Cosigner cosigner;

    private WitnessServer(HttpServer server, Cosigner cosigner) {
        this.server = server;
        this.cosigner = cosigner;
    }

    /** @param port 0 for any that is free */
    public static WitnessServer start(Cosigner cosigner, String host, int port)
            throws IOException {
        // who sends slowly holds a thread; the JDK reads these once, when the first server starts
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        System.setProperty("sun.net.httpserver.maxRspTime", "20");
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        WitnessServer witness = new WitnessServer(server, cosigner);
        server.createContext("/", witness::handle);
        server.setExecutor(witness.threads);
        server.start();
        return witness;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Cosigner.Answer answer;
            try {
                answer = answer(exchange);
            } catch (IOException full) { // nothing was written down, so nothing is said
                answer = text(500, "the witness cannot write; try again later");
            }
            byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Cosigner.Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Matcher checkpoint = CHECKPOINT.matcher(path);
        boolean isAdd = path.equals("/add-checkpoint");
        if (!isAdd && !checkpoint.matches()) {
            return text(404, "there is nothing here");
        }
        if (!exchange.getRequestMethod().equals(isAdd ? "POST" : "GET")) {
            exchange.getResponseHeaders().set("Allow", isAdd ? "POST" : "GET");
            return text(405, "ask with " + (isAdd ? "POST" : "GET"));
        }
        if (!isAdd) {
            return cosigner.published(checkpoint.group(1)).map(note -> text(200, note))
                    .orElseGet(() -> text(404, "no log of that origin was cosigned"));
        }
        byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.LONGEST + 1);
        if (body.length > AddCheckpoint.LONGEST) {
            return text(400, "a request has at most " + AddCheckpoint.LONGEST + " bytes");
        }
        Optional<String> offered = Optional.ofNullable(
                exchange.getRequestHeaders().getFirst(LOG_KEY))
                .filter(key -> key.length() <= LONGEST_KEY);
        return utf8(body).isPresent() ? cosigner.add(utf8(body).get(), offered)
                : text(400, "a request is UTF-8");
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }

    private static Cosigner.Answer text(int status, String text) {
        return new Cosigner.Answer(status, TEXT, text.endsWith("\n") ? text : text + "\n");
    }

    /** Answers what has come, at most a second long. */
    @Override
    public void close() {
        server.stop(1);
        threads.shutdownNow();
        cosigner.close();
    }
}
