package onebook.lender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser without a window and without a network, asked over its debugging port. */
final class Chromium implements AutoCloseable, WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES =
            List.of("chromium", "google-chrome", "chromium-browser");
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path home;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final StringBuilder coming = new StringBuilder();
    private WebSocket socket;
    private int asked;

    private Chromium(Path browser, Path page, Path home) throws IOException {
        this.home = home;
        List<String> command = new ArrayList<>(List.of(browser.toString(), "--headless=new",
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-extensions", "--disable-background-networking", "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--lang=zh-CN",
                "--remote-debugging-port=0", "--user-data-dir=" + home, page.toUri().toString()));
        this.process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** The browser of this machine; empty where there is none. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    /** The verifier's page in a browser that keeps its files in the folder; skips without one. */
    static Chromium withPage(Path folder) throws Exception {
        Assumptions.assumeTrue(installed().isPresent(),
                "no chromium or google-chrome on the PATH: the page is not tried");
        return open(Files.write(folder.resolve("verify.html"), VerifierPage.html()), folder);
    }

    private static Chromium open(Path page, Path folder) throws Exception {
        Chromium chromium = new Chromium(installed().orElseThrow(), page,
                folder.resolve("browser"));
        try {
            chromium.connect();
            chromium.send("DOM.enable", JSON.createObjectNode());
            chromium.until("document.readyState === 'complete' && typeof OneBook === 'object'");
            return chromium;
        } catch (Exception | AssertionError failed) {
            chromium.close();
            throw failed;
        }
    }

    private void connect() throws Exception {
        Path ports = home.resolve("DevToolsActivePort");
        for (int i = 0; i < 10 * PATIENCE_SECONDS && !Files.exists(ports); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        TimeUnit.MILLISECONDS.sleep(200);
        String list = "http://127.0.0.1:" + Files.readAllLines(ports).get(0) + "/json/list";
        for (int i = 0; i < 10 * PATIENCE_SECONDS; i++) {
            JsonNode targets = JSON.readTree(http.send(HttpRequest.newBuilder(URI.create(list))
                    .build(), HttpResponse.BodyHandlers.ofString()).body());
            for (JsonNode target : targets) {
                if (target.get("type").asText().equals("page")) {
                    socket = http.newWebSocketBuilder().buildAsync(URI.create(
                            target.get("webSocketDebuggerUrl").asText()), this).get();
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("the browser shows no page");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
        coming.append(part);
        if (isLast) {
            take(coming.toString());
            coming.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void take(String message) {
        try {
            JsonNode json = JSON.readTree(message);
            CompletableFuture<JsonNode> answer = json.has("id")
                    ? waiting.remove(json.get("id").asInt()) : null;
            if (answer != null) {
                answer.complete(json);
            }
        } catch (IOException broken) {
            waiting.values().forEach(one -> one.completeExceptionally(broken));
        }
    }

    private CompletableFuture<JsonNode> begin(String method, ObjectNode parameters) {
        ObjectNode message = JSON.createObjectNode().put("id", ++asked).put("method", method);
        message.set("params", parameters);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(asked, answer);
        socket.sendText(message.toString(), true).join();
        return answer.orTimeout(10 * PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private JsonNode send(String method, ObjectNode parameters) {
        JsonNode answer = begin(method, parameters).join();
        if (answer.has("error")) {
            throw new AssertionError(method + ": " + answer.get("error"));
        }
        return answer.get("result");
    }

    /** What a script gives, waited for where it is a promise. */
    CompletableFuture<JsonNode> begin(String script) {
        ObjectNode parameters = JSON.createObjectNode().put("expression", script)
                .put("awaitPromise", true).put("returnByValue", true);
        return begin("Runtime.evaluate", parameters).thenApply(answer -> {
            JsonNode result = answer.path("result");
            if (answer.has("error") || result.has("exceptionDetails")) {
                throw new AssertionError(answer.toString());
            }
            return result.path("result").path("value");
        });
    }

    JsonNode run(String script) {
        return begin(script).join();
    }

    /** Waits until the script gives true; one that a new page breaks off is asked again. */
    void until(String script) throws InterruptedException {
        for (int i = 0; i < 20 * PATIENCE_SECONDS; i++) {
            try {
                if (run(script).asBoolean()) {
                    return;
                }
            } catch (CompletionException leaving) {
                // the page it was asked of is gone
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("never came true: " + script + "\n"
                + run("document.body.innerText").asText());
    }

    /** Chooses a file as a reader does. */
    void choose(String selector, Path file) {
        int document = send("DOM.getDocument", JSON.createObjectNode()).get("root").get("nodeId")
                .asInt();
        int element = send("DOM.querySelector", JSON.createObjectNode().put("nodeId", document)
                .put("selector", selector)).get("nodeId").asInt();
        ObjectNode parameters = JSON.createObjectNode().put("nodeId", element);
        parameters.putArray("files").add(file.toString());
        send("DOM.setFileInputFiles", parameters);
    }

    /** A PNG of what stands on the page. */
    byte[] picture() {
        ObjectNode parameters = JSON.createObjectNode().put("format", "png")
                .put("captureBeyondViewport", true);
        return java.util.Base64.getDecoder().decode(
                send("Page.captureScreenshot", parameters).get("data").asText());
    }

    static String quoted(String text) {
        return text == null ? "null" : JSON.valueToTree(text).toString();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            TimeUnit.MILLISECONDS.sleep(200); // its children let go of their files
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
