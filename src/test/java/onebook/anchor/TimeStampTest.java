package onebook.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import onebook.ledger.Refusal;
import onebook.seal.MalformedException;
import onebook.seal.TimeStamp;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A time stamp holds for its data, its time and its authority; two other programs agree. */
class TimeStampTest {
    private static final Instant AT = Instant.parse("2026-04-01T08:00:00Z");
    private static final byte[] DATA = "head of a log\n".getBytes();
    private static final TestAuthority RSA = TestAuthority.rsa();
    private static final TestAuthority EC = TestAuthority.ec();
    @TempDir
    private Path folder;

    private static boolean holds(byte[] response, byte[] data, TestAuthority... known) {
        try {
            TimeStamp stamp = TimeStamp.parse(response);
            return stamp.isOf(data) && stamp.isSignedUnder(
                    Arrays.stream(known).map(one -> one.root).toList());
        } catch (MalformedException none) {
            return false;
        }
    }

    @Test
    void a_stamp_holds_for_its_data_and_under_its_root() throws Exception {
        for (TestAuthority one : List.of(RSA, EC, TestAuthority.ec().old())) {
            byte[] response = one.stamp(DATA, AT);
            assertThat(TimeStamp.parse(response).at()).isEqualTo(AT);
            assertThat(holds(response, DATA, one)).isTrue();
            assertThat(holds(response, DATA, RSA, EC, one)).isTrue();
            assertThat(holds(response, "another head\n".getBytes(), one)).isFalse();
            assertThat(holds(response, DATA, TestAuthority.ec())).as("same name").isFalse();
            assertThat(holds(response, DATA)).as("no root").isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(value = TestAuthority.Use.class, names = "TIME_STAMPING",
            mode = EnumSource.Mode.EXCLUDE)
    void a_certificate_that_is_not_for_time_stamps_gives_none(TestAuthority.Use use)
            throws Exception {
        TestAuthority server = TestAuthority.of(false, TestAuthority.Use.TIME_STAMPING);
        TestAuthority other = TestAuthority.of(false, use);
        byte[] good = server.stamp(DATA, AT);
        assertThat(holds(good, DATA, server)).isTrue();
        byte[] bad = stampAnyway(other);
        assertThat(holds(bad, DATA, other)).isFalse();
    }

    /** BouncyCastle makes no stamp with such a certificate; so one is put where another was. */
    private static byte[] stampAnyway(TestAuthority other) {
        try {
            return other.stamp(DATA, AT);
        } catch (Exception refused) {
            return new byte[] {0x30, 0};
        }
    }

    @Test
    void a_stamp_outside_the_life_of_the_certificate_is_none() throws Exception {
        for (String at : List.of("2025-12-31T23:59:59Z", "2028-01-01T00:00:01Z")) {
            assertThat(holds(EC.stamp(DATA, Instant.parse(at)), DATA, EC)).as(at).isFalse();
        }
        assertThat(holds(EC.stamp(DATA, Instant.parse("2027-12-31T23:59:59Z")), DATA, EC))
                .isTrue();
    }

    @Test
    void a_changed_byte_never_gives_another_time_or_data_and_bouncycastle_agrees()
            throws Exception {
        byte[] good = EC.stamp(DATA, AT);
        Random random = new Random(3161);
        int accepted = 0;
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) (1 << random.nextInt(8));
            if (holds(bad, DATA, EC)) {
                assertThat(TimeStamp.parse(bad).at()).isEqualTo(AT);
                assertThat(isGoodToBouncyCastle(bad)).as("byte %d", at).isTrue();
                accepted++;
            }
            assertThat(holds(bad, "another".getBytes(), EC)).isFalse();
        }
        assertThat(accepted).as("bytes that nobody signs, as the status").isLessThan(40);
        for (int length = 0; length < good.length; length += 7) {
            assertThat(holds(Arrays.copyOf(good, length), DATA, EC)).isFalse();
        }
        assertThat(holds(Arrays.copyOf(good, good.length + 1), DATA, EC)).isFalse();
        assertThat(isGoodToBouncyCastle(good)).isTrue();
    }

    private static boolean isGoodToBouncyCastle(byte[] response) {
        try {
            new TimeStampResponse(response).getTimeStampToken().validate(
                    new JcaSimpleSignerInfoVerifierBuilder().build(EC.certificate));
            return true;
        } catch (Exception refused) {
            return false;
        }
    }

    @Test
    void garbage_is_no_stamp() {
        Random random = new Random(5652);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 4) {
                bytes[0] = 0x30;
                bytes[1] = (byte) (bytes.length - 2);
                bytes[2] = 0x30;
            }
            assertThatThrownBy(() -> TimeStamp.parse(bytes))
                    .isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> TimeStamp.parse(new byte[TimeStamp.LONGEST + 1]))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> TimeStamp.roots("no certificate"))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> TimeStamp.roots("-----BEGIN CERTIFICATE-----\nAAAA\n"
                + "-----END CERTIFICATE-----\n")).isInstanceOf(MalformedException.class);
    }

    // ---- the client

    private static byte[] asked(UnaryOperator<byte[]> change, String type) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] answer = change.apply(exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        try {
            return new TimeStampClient(new Post(failed -> { })).stamp(
                    Place.parse("http://127.0.0.1:" + server.getAddress().getPort()), DATA);
        } finally {
            server.stop(0);
        }
    }

    private static byte[] answer(TestAuthority by, byte[] request) {
        try {
            return by.answer(new TimeStampRequest(request), AT);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static TimeStampRequest request(byte[] data) throws IOException {
        TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
        asking.setCertReq(true);
        return asking.generate(TSPAlgorithms.SHA256, onebook.seal.Sha256.digest().digest(data));
    }

    @Test
    void a_client_keeps_what_answers_its_own_question() throws Exception {
        String reply = "application/timestamp-reply";
        assertThat(holds(asked(asked -> answer(RSA, asked), reply), DATA, RSA)).isTrue();
        byte[] replayed = EC.answer(request(DATA), AT);
        byte[] ofOther = EC.answer(request("other".getBytes()), AT);
        List<UnaryOperator<byte[]>> lies = List.of(asked -> replayed, asked -> ofOther,
                asked -> new byte[0], asked -> "<html>".getBytes(), asked -> asked,
                asked -> {
                    byte[] spoilt = answer(EC, asked);
                    spoilt[spoilt.length - 1] ^= 1;
                    return spoilt;
                });
        for (UnaryOperator<byte[]> lie : lies) {
            assertThatThrownBy(() -> asked(lie, reply))
                    .isInstanceOfSatisfying(AnchorException.class, why ->
                            assertThat(why.refusal()).isEqualTo(Refusal.PLACE_ANSWERS_WRONGLY));
        }
        assertThatThrownBy(() -> asked(asked -> answer(EC, asked), "text/html"))
                .isInstanceOf(AnchorException.class);
    }

    // ---- openssl

    private String openssl(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        Path said = folder.resolve("said");
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectErrorStream(true).redirectOutput(said.toFile()).start();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return process.exitValue() + " " + Files.readString(said);
        } catch (IOException absent) {
            Assumptions.abort("there is no openssl here");
            throw absent;
        }
    }

    @Test
    void openssl_accepts_what_this_authority_made_and_refuses_other_data() throws Exception {
        for (TestAuthority one : List.of(RSA, EC)) {
            Files.write(folder.resolve("data"), DATA);
            Files.writeString(folder.resolve("other"), "other");
            Files.write(folder.resolve("x.tsr"), one.stamp(DATA, AT));
            Files.writeString(folder.resolve("root.pem"), one.rootPem());
            assertThat(openssl("ts", "-verify", "-data", "data", "-in", "x.tsr", "-CAfile",
                    "root.pem", "-attime", "" + AT.getEpochSecond()))
                    .startsWith("0 ").contains("Verification: OK");
            assertThat(openssl("ts", "-verify", "-data", "other", "-in", "x.tsr", "-CAfile",
                    "root.pem", "-attime", "" + AT.getEpochSecond())).startsWith("1 ");
        }
    }

    @Test
    void what_openssl_stamps_holds() throws Exception {
        Files.write(folder.resolve("data"), DATA);
        Files.writeString(folder.resolve("serial"), "01\n");
        Files.writeString(folder.resolve("tsa.cnf"), """
                [tsa]
                default_tsa = here
                [here]
                serial = serial
                crypto_device = builtin
                signer_digest = sha256
                default_policy = 1.2.3.4.1
                digests = sha256, sha384, sha512
                accuracy = secs:1
                ordering = yes
                tsa_name = yes
                ess_cert_id_chain = no
                """);
        for (TestAuthority one : List.of(RSA, EC)) {
            Files.writeString(folder.resolve("cert.pem"),
                    TestAuthority.pem("CERTIFICATE", one.certificate.getEncoded()));
            Files.writeString(folder.resolve("key.pem"),
                    TestAuthority.pem("PRIVATE KEY", one.key.getPrivate().getEncoded()));
            for (String hash : List.of("-sha256", "-sha512")) {
                assertThat(openssl("ts", "-query", "-data", "data", hash, "-cert", "-out",
                        "q.tsq")).startsWith("0 ");
                assertThat(openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "q.tsq",
                        "-signer", "cert.pem", "-inkey", "key.pem", "-out", "r.tsr"))
                        .startsWith("0 ");
                byte[] response = Files.readAllBytes(folder.resolve("r.tsr"));
                boolean isNow = TimeStamp.parse(response).at().isBefore(
                        Instant.parse("2028-01-01T00:00:00Z"));
                assertThat(TimeStamp.parse(response).isOf(DATA)).isTrue();
                assertThat(TimeStamp.parse(response).nonce()).isPresent();
                assertThat(holds(response, DATA, one)).isEqualTo(isNow);
                assertThat(holds(response, DATA, one == RSA ? EC : RSA)).isFalse();
            }
        }
    }
}
