package onebook.lender.submit;

import static onebook.lender.submit.SubmissionTest.SILENT;
import static onebook.lender.submit.SubmissionTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.lender.SmallBook;
import onebook.seal.CanonicalJson;
import onebook.seal.Sha256;
import onebook.seal.Signer;
import onebook.seal.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lender's server before strangers: it takes what was announced and nothing else. */
class ReceiverTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Limits SMALL = Limits.USUAL.withBytes(400_000).withOpen(3, 3);
    @TempDir
    private Path folder;
    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder.resolve("store"), SMALL);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private HttpResponse<String> ask(String method, String path, byte[] body, String... headers) {
        String url = path.startsWith("/") ? path : "/" + path;
        BodyPublisher publisher = body.length == 0 ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + counter.port() + url)).method(method, publisher);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private HttpResponse<String> create(String key, long length, String sha256) {
        return ask("POST", "uploads", new byte[0], "Idempotency-Key", Sha256.hex(key),
                "Upload-Length", Long.toString(length), "Repr-Digest", "sha-256=:"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":");
    }

    private String announced(byte[] bytes) {
        HttpResponse<String> created = create("k", bytes.length, Sha256.hex(bytes));
        assertThat(created.statusCode()).isEqualTo(201);
        return created.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> patch(String place, long offset, byte[] bytes) {
        return ask("PATCH", place, bytes, "Upload-Offset", Long.toString(offset), "Content-Type",
                "application/partial-upload");
    }

    private static long offset(HttpResponse<String> response) {
        return response.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    @Test
    void bytes_at_the_wrong_place_are_not_taken() {
        byte[] bytes = new byte[1000];
        String place = announced(bytes);
        assertThat(patch(place, 0, new byte[400]).statusCode()).isEqualTo(204);
        for (long wrong : new long[] {0, 399, 401, 1000}) {
            HttpResponse<String> refused = patch(place, wrong, new byte[10]);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(offset(refused)).isEqualTo(400);
        }
        assertThat(patch(place, 400, new byte[601]).statusCode()).isEqualTo(413);
        assertThat(offset(ask("HEAD", place, new byte[0]))).isEqualTo(400);
        assertThat(ask("POST", place + "/finish", new byte[0]).statusCode()).isEqualTo(409);
        assertThat(ask("PATCH", place, new byte[1]).statusCode()).isEqualTo(400);
    }

    @Test
    void bytes_that_are_not_what_was_announced_are_dropped() {
        byte[] bytes = new byte[1000];
        String place = announced(bytes);
        bytes[500] = 1;
        assertThat(patch(place, 0, bytes).statusCode()).isEqualTo(204);
        assertThat(ask("POST", place + "/finish", new byte[0]).statusCode()).isEqualTo(422);
        assertThat(ask("HEAD", place, new byte[0]).statusCode()).isEqualTo(404);
        assertThat(counter.kept("uploads")).isEmpty();
        assertThat(counter.kept("receipts")).isEmpty();
    }

    @Test
    void what_is_too_large_is_refused_before_it_is_sent() {
        assertThat(create("k", 400_001, "0".repeat(64)).statusCode()).isEqualTo(413);
        assertThat(create("k", 400_000, "0".repeat(64)).statusCode()).isEqualTo(201);
        assertThat(ask("POST", "uploads", new byte[0]).statusCode()).isEqualTo(400);
    }

    @Test
    void a_key_announces_one_file() {
        HttpResponse<String> first = create("k", 10, "0".repeat(64));
        HttpResponse<String> again = create("k", 10, "0".repeat(64));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(create("k", 11, "0".repeat(64)).statusCode()).isEqualTo(422);
        assertThat(create("k", 10, "1".repeat(64)).statusCode()).isEqualTo(422);
    }

    @Test
    void so_many_uploads_are_open_and_no_more_until_one_is_dropped() {
        for (int i = 0; i < 3; i++) {
            assertThat(create("k" + i, 10, "0".repeat(64)).statusCode()).isEqualTo(201);
        }
        HttpResponse<String> refused = create("k3", 10, "0".repeat(64));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        String place = create("k0", 10, "0".repeat(64)).headers().firstValue("Location")
                .orElseThrow();
        assertThat(ask("DELETE", place, new byte[0]).statusCode()).isEqualTo(204);
        assertThat(create("k3", 10, "0".repeat(64)).statusCode()).isEqualTo(201);
        counter.clock.set("2026-04-03T12:01");
        assertThat(create("k4", 10, "0".repeat(64)).statusCode()).isEqualTo(201);
        assertThat(counter.kept("uploads")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/uploads/../lock", "/uploads/%2e%2e%2flock", "/uploads/..%2f..%2fx",
        "/uploads/0123456789abcdef0123456789abcdef/../finish", "/uploads//finish", "/",
        "/uploads/0123456789ABCDEF0123456789ABCDEF", "/registry/../uploads", "/registry/x",
        "/uploads/0123456789abcdef0123456789abcde%00", "/packages", "/receipts", "/key/"})
    void a_path_that_tries_something_leads_nowhere(String path) {
        for (String method : new String[] {"GET", "HEAD", "DELETE", "POST"}) {
            assertThat(ask(method, path, new byte[0]).statusCode()).isIn(404, 405);
        }
    }

    @Test
    void what_is_no_package_is_answered_with_a_receipt_and_not_kept() {
        byte[] garbage = "PK\3\4 no package at all".getBytes(StandardCharsets.UTF_8);
        String place = announced(garbage);
        patch(place, 0, garbage);
        HttpResponse<String> answer = ask("POST", place + "/finish", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<?, ?> json = (Map<?, ?>) CanonicalJson.parse(
                answer.body().getBytes(StandardCharsets.UTF_8));
        Receipt receipt = Receipt.open((String) json.get("receipt"),
                Verifier.parse(Counter.KEY.vkey())).orElseThrow();
        assertThat(receipt.verdict()).isEqualTo(3);
        assertThat(receipt.checkpointSha256()).isEqualTo("-");
        assertThat(counter.kept("packages")).isEmpty();
        assertThat(ask("POST", place + "/finish", new byte[0]).body()).isEqualTo(answer.body());
    }

    @Test
    void a_package_that_fails_is_kept_with_its_verdict() throws IOException {
        Path pack = SmallBook.honest().signedBy(Signer.create(SmallBook.SIGNER.name()))
                .write(folder.resolve("package.obk"));
        Submission.Sent sent = counter.sending(counter.url()).send(Consent.of(pack),
                Optional.empty(), SILENT);
        assertThat(sent.receipt().verdict()).isEqualTo(1); // the genesis leaf names another key
        assertThat(counter.kept("packages")).hasSize(1);
    }

    @Test
    void a_second_server_on_the_store_is_refused_and_a_later_one_goes_on() {
        byte[] bytes = new byte[1000];
        String place = announced(bytes);
        patch(place, 0, new byte[300]);
        assertRefused(Refusal.STORE_IS_SERVED_ELSEWHERE,
                () -> new Counter(folder.resolve("store")));
        counter.close();
        counter.open();
        assertThat(offset(create("k", 1000, Sha256.hex(bytes)))).isEqualTo(300);
        assertThat(patch(place, 300, new byte[700]).statusCode()).isEqualTo(204);
        assertThat(ask("POST", place + "/finish", new byte[0]).statusCode()).isEqualTo(200);
    }

    @Test
    void a_kill_between_keeping_and_answering_is_made_good() throws IOException {
        Path pack = SmallBook.honest().write(folder.resolve("package.obk"));
        Submission.Sent sent = counter.sending(counter.url()).send(Consent.of(pack),
                Optional.empty(), SILENT);
        Files.delete(counter.store.resolve("receipts").resolve(counter.kept("receipts").get(0)));
        counter.close();
        counter.open();
        Submission.Sent again = counter.sending(counter.url()).send(Consent.of(pack),
                Optional.empty(), SILENT);
        assertThat(again.receipt()).isEqualTo(sent.receipt());
    }

    @Test
    void an_address_that_asks_too_often_waits_for_the_next_minute() {
        counter.close();
        counter = new Counter(folder.resolve("busy"), SMALL.withPerMinute(5));
        for (int i = 0; i < 5; i++) {
            assertThat(ask("GET", "key", new byte[0]).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = ask("GET", "key", new byte[0]);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
        counter.clock.set("2026-04-02T12:01");
        assertThat(ask("GET", "key", new byte[0]).body()).isEqualTo(Counter.KEY.vkey() + "\n");
    }

    @Test
    void who_sends_too_slowly_is_cut_off_and_what_came_is_kept() throws IOException {
        counter.close();
        counter = new Counter(folder.resolve("slow"), SMALL.withGrace(Duration.ofMillis(200)));
        String place = announced(new byte[1000]);
        try (Socket socket = new Socket("127.0.0.1", counter.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("PATCH /" + place + " HTTP/1.1\r\nHost: a\r\n"
                    + "Upload-Offset: 0\r\nContent-Type: application/partial-upload\r\n"
                    + "Content-Length: 1000\r\n\r\n0123456789")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(offset(ask("HEAD", place, new byte[0]))).isEqualTo(10);
        assertThat(patch(place, 10, new byte[990]).statusCode()).isEqualTo(204);
    }

    @Test
    void a_second_sender_ends_the_first() throws IOException {
        String place = announced(new byte[1000]);
        try (Socket socket = new Socket("127.0.0.1", counter.port())) {
            socket.getOutputStream().write(("PATCH /" + place + " HTTP/1.1\r\nHost: a\r\n"
                    + "Upload-Offset: 0\r\nContent-Type: application/partial-upload\r\n"
                    + "Content-Length: 1000\r\n\r\n0123456789")
                    .getBytes(StandardCharsets.US_ASCII));
            while (offset(ask("HEAD", place, new byte[0])) < 10) {
                Thread.onSpinWait();
            }
            assertThat(patch(place, 10, new byte[990]).statusCode()).isEqualTo(204);
        }
    }
}
