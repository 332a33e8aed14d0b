package onebook.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import onebook.seal.Sha256;
import onebook.seal.Signer;
import onebook.seal.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness over the network, and whoever asks it. */
class WitnessServerTest {
    private static final Signer WITNESS = Signer.create("witness.example/bank");
    private static final Witness KNOWN = Witness.parse(WITNESS.witnessKey());
    private static final Signer KEY = Signer.create(Ledgers.ORIGIN);
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-04-01T08:00");
    private final Ledgers ledger = new Ledgers(KEY, "a", "b", "c");
    private final List<Integer> pauses = new ArrayList<>();
    private final WitnessClient client = new WitnessClient(new Post(pauses::add));
    private WitnessServer server;
    private Place place;

    @BeforeEach
    void start() throws Exception {
        server = WitnessServer.start(Cosigner.open(folder, WITNESS, LogList.open(), clock),
                "127.0.0.1", 0);
        place = Place.parse(WITNESS.witnessKey() + " http://127.0.0.1:" + server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> send(String path, String method, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(place.url().resolve(path))
                .header("Onebook-Log-Key", KEY.vkey())
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_client_learns_the_size_from_the_conflict_and_sends_the_proof() throws Exception {
        String first = client.cosign(place, ledger.shown(), 0);
        assertThat(KNOWN.cosigned(first)).contains(clock.instant());
        ledger.add("d", "e", "f");
        assertThat(KNOWN.cosigned(client.cosign(place, ledger.shown(), 1))).isPresent();
        assertThat(client.cosign(place, ledger.shown(), 6)).as("the same again").isNotEmpty();
        Place nameless = new Place(place.url(), Optional.empty());
        assertThat(KNOWN.cosigned(client.cosign(nameless, ledger.shown(), 6))).isPresent();
    }

    @Test
    void a_rewritten_or_shorter_log_is_told_in_a_sentence() throws Exception {
        client.cosign(place, ledger.shown(), 0);
        for (Ledgers other : List.of(new Ledgers(KEY, "a", "b"), new Ledgers(KEY, "a", "b", "X"),
                new Ledgers(KEY, "a", "b", "X", "d"),
                new Ledgers(Signer.create(Ledgers.ORIGIN), "1"))) {
            assertThatThrownBy(() -> client.cosign(place, other.shown(), 0))
                    .isInstanceOfSatisfying(AnchorException.class, why ->
                            assertThat(why.refusal()).isEqualTo(Refusal.WITNESS_REFUSES));
        }
    }

    @Test
    void the_newest_cosigned_head_is_there_for_anybody() throws Exception {
        String path = "/" + Sha256.hex(Ledgers.ORIGIN) + "/checkpoint";
        assertThat(send(path, "GET", null).statusCode()).isEqualTo(404);
        String cosigned = client.cosign(place, ledger.shown(), 0);
        HttpResponse<String> shown = send(path, "GET", null);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).isEqualTo(cosigned);
    }

    @Test
    void wrong_ways_to_ask_are_refused() throws Exception {
        byte[] good = ledger.asks(0).getBytes();
        assertThat(send("/add-checkpoint", "GET", null).statusCode()).isEqualTo(405);
        assertThat(send("/add-checkpoint/x", "POST", good).statusCode()).isEqualTo(404);
        assertThat(send("/", "GET", null).statusCode()).isEqualTo(404);
        assertThat(send("/add-checkpoint", "POST", new byte[70_000]).statusCode())
                .isEqualTo(400);
        assertThat(send("/add-checkpoint", "POST", new byte[] {(byte) 0xff}).statusCode())
                .isEqualTo(400);
        assertThat(send("/add-checkpoint", "POST", good).statusCode()).isEqualTo(200);
        HttpResponse<String> conflict = send("/add-checkpoint", "POST", good);
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(conflict.body()).isEqualTo("3\n");
    }

    @Test
    void of_two_histories_sent_at_once_one_is_cosigned() throws Exception {
        client.cosign(place, ledger.shown(), 0);
        List<Callable<Boolean>> both = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Ledgers one = new Ledgers(KEY, "a", "b", "c", "history " + i);
            both.add(() -> {
                try {
                    return KNOWN.cosigned(new WitnessClient(new Post(failed -> { }))
                            .cosign(place, one.shown(), 3)).isPresent();
                } catch (AnchorException refused) {
                    return false;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            int cosigned = 0;
            for (Future<Boolean> one : threads.invokeAll(both)) {
                cosigned += one.get() ? 1 : 0;
            }
            assertThat(cosigned).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void who_does_not_answer_is_asked_three_times() throws Exception {
        Place nobody = Place.parse("http://127.0.0.1:" + freePort());
        assertThatThrownBy(() -> client.cosign(nobody, ledger.shown(), 0))
                .isInstanceOfSatisfying(AnchorException.class, why -> assertThat(why.refusal())
                        .isEqualTo(Refusal.PLACE_CANNOT_BE_REACHED));
        assertThat(pauses).containsExactly(1, 2);
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void a_liar_is_found_out() throws Exception {
        Signer other = Signer.create("witness.example/bank");
        String line = other.cosign(ledger.note(), clock.instant())
                .substring(ledger.note().length());
        String older = WITNESS.cosign(new Ledgers(KEY, "a").note(), clock.instant());
        for (String answer : List.of("", "OK\n", line, older, "x".repeat(20_000))) {
            HttpServer liar = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            liar.createContext("/", exchange -> {
                byte[] bytes = answer.getBytes();
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            liar.start();
            try {
                Place there = Place.parse(WITNESS.witnessKey() + " http://127.0.0.1:"
                        + liar.getAddress().getPort());
                assertThatThrownBy(() -> client.cosign(there, ledger.shown(), 0))
                        .isInstanceOfSatisfying(AnchorException.class, why ->
                                assertThat(why.refusal()).isIn(Refusal.PLACE_ANSWERS_WRONGLY,
                                        Refusal.PLACE_CANNOT_BE_REACHED));
            } finally {
                liar.stop(0);
            }
        }
    }

    @Test
    void an_address_is_http_or_https() throws Exception {
        assertThat(Place.parse("https://w.example/x").text()).isEqualTo("https://w.example/x");
        assertThat(Place.parse(place.text()).text()).isEqualTo(place.text());
        for (String bad : List.of("", "ftp://x.example", "file:///etc/passwd", "http:x",
                "http://me:secret@x.example", "no-key http://x.example", "a b http://x.example")) {
            assertThatThrownBy(() -> Place.parse(bad)).as(bad)
                    .isInstanceOf(AnchorException.class);
        }
    }
}
