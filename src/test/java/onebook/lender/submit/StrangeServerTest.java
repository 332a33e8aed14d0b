package onebook.lender.submit;

import static onebook.lender.submit.SubmissionTest.SILENT;
import static onebook.lender.submit.SubmissionTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import onebook.ledger.Refusal;
import onebook.lender.SmallBook;
import onebook.seal.CanonicalJson;
import onebook.seal.Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sender makes of a server that errs or cheats. */
class StrangeServerTest {
    private static final Signer KEY = Signer.create("strange.example");
    private static final String ID = "0123456789abcdef0123456789abcdef";
    @TempDir
    private Path folder;
    private final MockWebServer server = new MockWebServer();
    private final List<Long> waits = new ArrayList<>();
    private Consent consent;

    @BeforeEach
    void a_package_and_a_server() throws IOException {
        consent = Consent.of(SmallBook.honest().write(folder.resolve("package.obk")));
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Submission.Sent send() throws IOException {
        return send("http://127.0.0.1:" + server.getPort());
    }

    private Submission.Sent send(String url) throws IOException {
        Patience patience = new Patience(5, java.time.Duration.ofMillis(100),
                java.time.Duration.ofSeconds(60), java.time.Duration.ofMinutes(5), waits::add);
        try (Submission sending = new Submission(LenderUrl.parse(url),
                new KnownLenders(folder.resolve("known.txt")), patience)) {
            return sending.send(consent, Optional.empty(), SILENT);
        }
    }

    private void answers(int status, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        server.enqueue(response.build());
    }

    private void takesEverything() {
        answers(200, KEY.vkey());
        answers(201, "", "Location", "uploads/" + ID, "Upload-Offset", "0");
        answers(204, "", "Upload-Offset", Long.toString(consent.size()));
    }

    private void signs(Signer key, Receipt receipt, int verdict) {
        answers(200, new String(CanonicalJson.write(Map.of("receipt", receipt.signedBy(key),
                "verdict", Map.of("exit", verdict)))));
    }

    private Receipt receipt(String sha256, long size, String checkpoint) {
        return new Receipt(sha256, size, checkpoint, Instant.parse("2026-04-02T00:00:00Z"),
                "某银行", 0);
    }

    private Receipt honest() {
        return receipt(consent.sha256(), consent.size(), consent.contents().checkpointSha256());
    }

    @Test
    void an_honest_receipt_is_believed() throws IOException {
        takesEverything();
        signs(KEY, honest(), 0);
        assertThat(send().receipt()).isEqualTo(honest());
    }

    @Test
    void a_receipt_of_another_key_is_not_believed() {
        takesEverything();
        signs(Signer.create("strange.example"), honest(), 0);
        assertRefused(Refusal.RECEIPT_IS_WRONG, this::send);
    }

    @Test
    void a_receipt_of_another_package_is_not_believed() {
        takesEverything();
        signs(KEY, receipt("0".repeat(64), consent.size(),
                consent.contents().checkpointSha256()), 0);
        assertRefused(Refusal.RECEIPT_IS_WRONG, this::send);
    }

    @Test
    void a_receipt_of_another_size_or_log_is_not_believed() {
        takesEverything();
        signs(KEY, receipt(consent.sha256(), consent.size() + 1,
                consent.contents().checkpointSha256()), 0);
        assertRefused(Refusal.RECEIPT_IS_WRONG, this::send);
        takesEverything();
        signs(KEY, receipt(consent.sha256(), consent.size(), "-"), 0);
        assertRefused(Refusal.RECEIPT_IS_WRONG, this::send);
    }

    @Test
    void a_verdict_beside_the_receipt_that_says_otherwise_is_not_believed() {
        takesEverything();
        signs(KEY, honest(), 1);
        assertRefused(Refusal.RECEIPT_IS_WRONG, this::send);
        takesEverything();
        answers(200, "<html>thank you</html>");
        assertRefused(Refusal.RECEIPT_IS_WRONG, this::send);
    }

    @Test
    void a_server_that_asks_to_wait_is_waited_for() throws IOException {
        answers(200, KEY.vkey());
        answers(429, "", "Retry-After", "7");
        answers(503, "", "Retry-After", "9999");
        answers(201, "", "Location", "uploads/" + ID, "Upload-Offset", "0");
        answers(204, "", "Upload-Offset", Long.toString(consent.size()));
        signs(KEY, honest(), 0);
        send();
        assertThat(waits).containsExactly(7_000L, 60_000L);
    }

    @Test
    void waits_grow_by_chance_and_end() {
        for (int i = 0; i < 5; i++) {
            answers(500, "out of order");
        }
        assertRefused(Refusal.LENDER_CANNOT_BE_REACHED, this::send);
        assertThat(waits).hasSize(4);
        for (int i = 0; i < waits.size(); i++) {
            assertThat(waits.get(i)).isBetween(50L << i, 100L << i);
        }
    }

    @Test
    void a_redirect_and_a_place_elsewhere_are_not_followed() throws Exception {
        answers(302, "", "Location", "http://127.0.0.1:1/");
        assertRefused(Refusal.LENDER_REFUSED_THIS, this::send);
        for (String place : List.of("https://elsewhere.example/uploads/" + ID, "//a/uploads/" + ID,
                "../uploads/" + ID, "uploads/" + ID + "/../x", "")) {
            answers(200, KEY.vkey());
            answers(201, "", "Location", place, "Upload-Offset", "0");
            assertRefused(Refusal.LENDER_REFUSED_THIS, this::send);
        }
    }

    @Test
    void a_server_that_has_more_than_there_is_or_refuses_is_told() {
        answers(200, KEY.vkey());
        answers(201, "", "Location", "uploads/" + ID, "Upload-Offset",
                Long.toString(consent.size() + 1));
        assertRefused(Refusal.LENDER_REFUSED_THIS, this::send);
        answers(200, KEY.vkey());
        answers(413, "{}");
        assertRefused(Refusal.FILE_IS_TOO_LARGE, this::send);
    }

    @Test
    void a_certificate_nobody_vouches_for_is_refused_at_once() throws Exception {
        Path keys = folder.resolve("tls.p12");
        Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin",
                "keytool").toString(), "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname",
                "CN=localhost", "-ext", "SAN=dns:localhost", "-keystore", keys.toString(),
                "-storepass", "password", "-storetype", "PKCS12").redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile()).start();
        assertThat(tool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "password".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, "password".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        try (MockWebServer safe = new MockWebServer()) {
            safe.useHttps(context.getSocketFactory());
            safe.start();
            assertRefused(Refusal.LENDER_CANNOT_BE_REACHED,
                    () -> send("https://localhost:" + safe.getPort()));
            assertThat(waits).isEmpty();
            assertThat(safe.takeRequest(1, TimeUnit.MILLISECONDS))
                    .matches(request -> request == null || request.getMethod().isEmpty()
                            || request.getBodySize() == 0);
        }
    }
}
