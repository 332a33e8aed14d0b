package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import onebook.anchor.AnchorException;
import onebook.anchor.Ledgers;
import onebook.anchor.Place;
import onebook.anchor.WitnessClient;
import onebook.cli.Main;
import onebook.ledger.Refusal;
import onebook.seal.Signer;
import onebook.seal.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program {@code witness serve}, killed while it is asked: what it cosigned it remembers, and
 * it cosigns no second history. {@code -Donebook.witness.kills=100} kills that often.
 */
class WitnessKillTest {
    private static final int KILLS = Integer.getInteger("onebook.witness.kills", 4);
    private static final String PASSPHRASE = "witness passphrase";
    private static final Signer KEY = Signer.create(Ledgers.ORIGIN);
    @TempDir
    private Path folder;
    private final WitnessClient client = new WitnessClient();
    private Process process;
    private Place place;

    private void start() throws Exception {
        Path said = Files.createTempFile(folder, "said", "");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m",
                "-Dfile.encoding=UTF-8", Main.class.getName(), "witness", "serve", "--port", "0",
                "--store", folder.resolve("store").toString(), "--open")
                .redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("ONEBOOK_WITNESS_PASSPHRASE", PASSPHRASE);
        process = builder.start();
        while (Files.readString(said).lines().count() < 2) {
            assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
            Thread.sleep(5);
        }
        List<String> lines = Files.readString(said).lines().toList();
        place = Place.parse(lines.get(0) + " " + lines.get(1));
    }

    @AfterEach
    void end() throws Exception {
        process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
    }

    @Test
    void a_killed_witness_forgets_nothing_it_cosigned_and_cosigns_no_fork() throws Exception {
        Random random = new Random(9);
        Ledgers ledger = new Ledgers(KEY, "genesis");
        start();
        Witness known = place.witness().orElseThrow();
        KillTest.quickKey(folder.resolve("store/key.p12"), PASSPHRASE.toCharArray());
        for (int kill = 0; kill < KILLS; kill++) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                assertThat(known.cosigned(client.cosign(place, ledger.shown(), 0))).isPresent();
                ledger.add("leaf " + kill + " " + i);
            }
            Thread killer = new Thread(() -> killSoon(random.nextInt(4)));
            killer.start();
            long acknowledged = ledger.tree.size() - 1;
            try {
                client.cosign(place, ledger.shown(), acknowledged);
                acknowledged++;
            } catch (AnchorException killed) {
                assertThat(killed.refusal()).isEqualTo(Refusal.PLACE_CANNOT_BE_REACHED);
            }
            killer.join();
            process.waitFor();
            start();
            assertThat(place.witness().orElseThrow().vkey()).isEqualTo(known.vkey());
            assertForkIsRefused(acknowledged);
        }
        assertThat(known.cosigned(client.cosign(place, ledger.shown(), 0))).isPresent();
    }

    private void killSoon(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    /** Another history of any size that was cosigned. */
    private void assertForkIsRefused(long acknowledged) {
        for (long size : new long[] {acknowledged, acknowledged + 1}) {
            Ledgers fork = new Ledgers(KEY);
            for (long i = 0; i < size; i++) {
                fork.add("another " + i);
            }
            try {
                client.cosign(place, fork.shown(), 0);
                throw new AssertionError("a fork of " + size + " leaves was cosigned");
            } catch (AnchorException refused) {
                assertThat(refused.refusal()).isEqualTo(Refusal.WITNESS_REFUSES);
            }
        }
    }
}
