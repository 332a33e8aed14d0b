package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import onebook.seal.Checkpoint;
import onebook.seal.LogProof;
import onebook.seal.MalformedException;
import onebook.seal.MerkleLog;
import onebook.seal.Signer;
import onebook.seal.Verifier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs of other people accept everything the log hands out, and reject, as the product does,
 * every text of it with one bit changed.
 */
class ForeignOracleTest {
    /** All 8 bits of each byte are tried on the product too, which takes half a minute. */
    private static final boolean ALL = System.getProperty("onebook.flips") != null;
    private static final Signer WITNESS = Signer.create("witness.example/w");
    private static final String LOG = SmallBook.SIGNER.vkey();
    private static final Policy POLICY = Policy.parse("log " + LOG + "\nwitness w "
            + WITNESS.witnessKey() + "\nquorum w\n");
    @TempDir
    private Path folder;
    private final List<byte[]> leaves = new ArrayList<>();
    private final MerkleLog log = new MerkleLog();

    @BeforeEach
    void a_book() {
        SmallBook book = SmallBook.honest();
        for (int i = 0; i < 9; i++) {
            book.leaf("op", "", Map.of("what", "第 " + i + " 次核对"));
        }
        leaves.addAll(book.leaves);
        leaves.forEach(log::append);
    }

    private String note(long size) {
        String note = SmallBook.SIGNER.sign(new Checkpoint(SmallBook.ORIGIN, size,
                log.rootAt(size)).body());
        return WITNESS.cosign(note, Instant.parse("2026-02-01T00:00:00Z"));
    }

    /** Signed by the log alone. */
    private String plain(long size) {
        return SmallBook.SIGNER.sign(new Checkpoint(SmallBook.ORIGIN, size,
                log.rootAt(size)).body());
    }

    private static String lines(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void go_accepts_every_head_proof_and_cosignature_of_a_book() throws Exception {
        GoOracle go = GoOracle.in(folder);
        for (int size = 0; size <= leaves.size(); size++) {
            go.ask("checkpoint", LOG, plain(size));
            go.ask("cosigned", LOG, WITNESS.witnessKey(), note(size));
            for (int i = 0; i < size; i++) {
                LogProof proof = LogProof.of(log, i, note(size));
                go.ask("proof", LOG.getBytes(UTF_8), WITNESS.witnessKey().getBytes(UTF_8),
                        proof.text().getBytes(UTF_8), leaves.get(i));
                assertThat(proof.proves(leaves.get(i))).isTrue();
            }
            for (int old = 1; old <= size; old++) {
                go.ask("consistent", LOG, plain(old), plain(size),
                        lines(log.consistency(old, size)));
            }
        }
        List<String> answers = go.answers();
        assertThat(answers).hasSizeGreaterThan(400).containsOnly("accept");
    }

    /** The arguments of a case, one of them with a bit flipped. */
    private interface Judge {
        boolean accepts(byte[][] arguments);
    }

    private void assertEveryBitMatters(GoOracle go, String word, Judge product, byte[]... good)
            throws Exception {
        assertThat(product.accepts(good)).isTrue();
        go.ask(word, good);
        assertThat(go.answers()).containsExactly("accept");
        Random random = new Random(6962);
        List<String> flips = new ArrayList<>();
        for (int argument = 0; argument < good.length; argument++) {
            for (int at = 0; at < good[argument].length; at++) {
                int tried = random.nextInt(8);
                for (int bit = 0; bit < 8; bit++) {
                    byte[][] bad = good.clone();
                    bad[argument] = good[argument].clone();
                    bad[argument][at] ^= (byte) (1 << bit);
                    go.ask(word, bad);
                    flips.add("argument %d, byte %d, bit %d".formatted(argument, at, bit));
                    assertThat((ALL || bit == tried) && product.accepts(bad))
                            .as(flips.get(flips.size() - 1)).isFalse();
                }
            }
        }
        List<String> answers = go.answers();
        for (int i = 0; i < flips.size(); i++) {
            assertThat(answers.get(i)).as(flips.get(i)).startsWith("reject");
        }
        System.out.printf("%s: %d changed bits, all rejected%n", word, flips.size());
    }

    @Test
    void go_and_the_product_reject_a_proof_with_any_bit_changed() throws Exception {
        GoOracle go = GoOracle.in(folder);
        assertEveryBitMatters(go, "proof", arguments -> malformedIsNo(arguments, all ->
                LeafProof.verify(all[2], all[3], Policy.parse("log " + text(all[0])
                        + "\nwitness w " + text(all[1]) + "\nquorum w\n")).exitCode() == 0),
                LOG.getBytes(UTF_8), WITNESS.witnessKey().getBytes(UTF_8),
                LogProof.of(log, 13, note(leaves.size())).text().getBytes(UTF_8),
                leaves.get(13));
    }

    @Test
    void go_and_the_product_reject_two_heads_with_any_bit_changed() throws Exception {
        GoOracle go = GoOracle.in(folder);
        assertEveryBitMatters(go, "consistent", arguments -> malformedIsNo(arguments, all ->
                grew(Verifier.parse(text(all[0])), text(all[1]), text(all[2]), text(all[3]))),
                LOG.getBytes(UTF_8), plain(7).getBytes(UTF_8), plain(15).getBytes(UTF_8),
                lines(log.consistency(7, 15)).getBytes(UTF_8));
    }

    private static boolean grew(Verifier key, String before, String after, String hashes) {
        Checkpoint old = Checkpoint.parse(key.open(before).orElse(""));
        Checkpoint now = Checkpoint.parse(key.open(after).orElse(""));
        String proof = "c2sp.org/tlog-proof@v1\nindex 0\n" + hashes + "\n\n" + after;
        return key.name().equals(old.origin()) && key.name().equals(now.origin())
                && MerkleLog.verifyConsistency(old.size(), old.root(), now.size(), now.root(),
                        LogProof.parse(proof).hashes());
    }

    private static String text(byte[] bytes) {
        return StrictText.of(bytes);
    }

    private static boolean malformedIsNo(byte[][] arguments, Predicate<byte[][]> accepts) {
        try {
            return accepts.test(arguments);
        } catch (MalformedException no) {
            return false;
        }
    }

    @Test
    void openssl_verifies_the_signature_of_the_log() throws Exception {
        Path openssl = Path.of("/usr/bin/openssl");
        Assumptions.assumeTrue(Files.isExecutable(openssl), "no openssl here");
        String note = plain(leaves.size());
        int end = note.lastIndexOf("\n\n");
        byte[] line = Base64.getDecoder().decode(note.strip().substring(
                note.strip().lastIndexOf(' ') + 1));
        byte[] key = Base64.getDecoder().decode(LOG.split("\\+", 3)[2]);
        Files.write(folder.resolve("key"), HexFormat.of().parseHex("302a300506032b6570032100"
                + HexFormat.of().formatHex(key, 1, key.length)));
        Files.write(folder.resolve("signature"), Arrays.copyOfRange(line, 4, line.length));
        byte[] text = note.substring(0, end + 1).getBytes(UTF_8);
        Files.write(folder.resolve("text"), text);
        assertThat(openssl()).isZero();
        text[3] ^= 1;
        Files.write(folder.resolve("text"), text);
        assertThat(openssl()).isNotZero();
    }

    private int openssl() throws IOException, InterruptedException {
        return new ProcessBuilder("/usr/bin/openssl", "pkeyutl", "-verify", "-pubin", "-inkey",
                "key", "-keyform", "DER", "-rawin", "-in", "text", "-sigfile", "signature")
                .directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile()).start().waitFor();
    }
}
