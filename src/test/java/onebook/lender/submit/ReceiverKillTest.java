package onebook.lender.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import onebook.lender.SmallBook;
import onebook.seal.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lender's server is killed in the middle of an upload; {@code -Donebook.kills=60} does more. */
class ReceiverKillTest {
    private static final int KILLS = Math.max(2, Integer.getInteger("onebook.kills", 0) / 6);
    @TempDir
    private Path folder;
    private Path keyFile;
    private Path pack;
    private int port;
    private Process server;

    @BeforeEach
    void a_server_in_its_own_process() throws Exception {
        keyFile = folder.resolve("key.p12");
        Counter.KEY.store(keyFile, ReceiverLoop.PASSWORD);
        pack = folder.resolve("package.obk");
        SubmissionTest.large(pack);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        start();
    }

    @AfterEach
    void end() {
        server.destroyForcibly();
    }

    private void start() throws IOException, InterruptedException {
        File said = folder.resolve("said.txt").toFile();
        server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp",
                System.getProperty("java.class.path"), ReceiverLoop.class.getName(),
                folder.resolve("store").toString(), Integer.toString(port), keyFile.toString(),
                SmallBook.SIGNER.vkey()).redirectErrorStream(true).redirectOutput(said).start();
        while (true) {
            assertThat(server.isAlive()).isTrue();
            try (Socket there = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
    }

    private void killed() {
        try {
            server.destroyForcibly().waitFor();
            start();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void a_killed_server_goes_on_where_it_was() throws IOException {
        Patience patience = new Patience(5, Duration.ofMillis(10), Duration.ofSeconds(1),
                Duration.ofMinutes(2), Thread::sleep);
        long[] next = {70_000};
        int[] kills = {0};
        try (Submission sending = new Submission(LenderUrl.parse("http://127.0.0.1:" + port),
                new KnownLenders(folder.resolve("known.txt")), patience)) {
            Submission.Sent sent = sending.send(Consent.of(pack), Optional.empty(),
                    (done, total) -> {
                        if (done > next[0] && kills[0] < KILLS) {
                            next[0] = done + 20_000;
                            kills[0]++;
                            killed();
                        }
                        return true;
                    });
            assertThat(kills[0]).isEqualTo(KILLS);
            assertThat(Receipt.open(sent.note(), Verifier.parse(Counter.KEY.vkey())))
                    .contains(sent.receipt());
        }
        assertThat(folder.resolve("store/packages").resolve(Consent.of(pack).sha256() + ".obk"))
                .hasSameBinaryContentAs(pack);
    }
}
