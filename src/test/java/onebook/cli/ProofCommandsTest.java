package onebook.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onebook.robot.Firm;
import onebook.schedule.SettableClock;
import onebook.seal.Leaf;
import onebook.seal.LogProof;
import onebook.seal.Signer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One entry is shown to a stranger, and nothing else of the book. */
class ProofCommandsTest {
    private static final SettableClock CLOCK = new SettableClock("2026-04-01T12:00");
    @TempDir
    private static Path folder;
    private static String book;
    private static String policy;
    private static byte[] proof;
    private static byte[] leaf;
    @TempDir
    private Path place;

    @BeforeAll
    static void a_book_and_a_proof_of_its_second_entry() throws IOException {
        Firm firm = Firm.first(folder).begin(CLOCK);
        firm.sells(1, "2026-01-05", 1000);
        firm.sells(2, "2026-02-06", 2000);
        book = firm.book().toString();
        policy = firm.book() + ".policy.txt";
        Spoken.of(CLOCK, "robot", "run", "daily", "--book", book, "--quiet",
                folder.resolve("inbox/sale-1.xml").toString(),
                folder.resolve("inbox/sale-2.xml").toString());
        Path out = folder.resolve("给银行/x.tlog-proof");
        Spoken said = prove(out, "--entry", "2026-02-0001");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).hasLineCount(3);
        proof = Files.readAllBytes(out);
        leaf = Files.readAllBytes(folder.resolve("给银行/x.leaf"));
    }

    private static Spoken prove(Path out, String... which) {
        return Spoken.of(CLOCK, "book", "prove", "--book", book, which[0], which[1], "--out",
                out.toString());
    }

    private Spoken check(String proofText, byte[] leafBytes, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("lender", "prove",
                Files.writeString(place.resolve("x.tlog-proof"), proofText).toString(), "--leaf",
                Files.write(place.resolve("x.leaf"), leafBytes).toString()));
        words.addAll(List.of(more));
        return Spoken.of(CLOCK, words.toArray(String[]::new));
    }

    private static String text() {
        return new String(proof, UTF_8);
    }

    @Test
    void an_entry_is_proven_to_whoever_has_the_key() throws IOException {
        Spoken said = check(text(), leaf, "--policy", policy);
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
        assertThat(said.out()).startsWith("VERIFIED\n").contains("2020.00");
        Leaf shown = Leaf.parse(leaf);
        assertThat(shown.index()).isEqualTo(LogProof.parse(text()).index());
        assertThat(Leaf.entryOf(shown).number()).hasToString("2026-02-0001");
        assertThat(check(text(), leaf, "--policy", policy, "--format", "json").out())
                .contains("\"verified\":true", "\"exit\":0", "\"kind\":\"entry\"");
    }

    @Test
    void any_leaf_is_proven_by_its_place_and_one_that_is_not_there_is_refused()
            throws IOException {
        Path out = place.resolve("first");
        assertThat(prove(out, "--leaf", "0").exit()).isZero();
        assertThat(check(Files.readString(out), Files.readAllBytes(place.resolve("first.leaf")),
                "--policy", policy).out()).startsWith("VERIFIED").contains("genesis");
        Spoken missing = prove(out, "--leaf", "999999");
        assertThat(missing.exit()).isEqualTo(3);
        assertThat(missing.err()).startsWith("LEAF_IS_UNKNOWN: ");
        assertThat(prove(out, "--leaf", "-1").err()).startsWith("LEAF_IS_UNKNOWN: ");
        assertThat(prove(out, "--entry", "2026-02-0099").err()).startsWith("ENTRY_IS_UNKNOWN: ");
    }

    @Test
    void without_a_key_or_with_another_the_identity_is_unverified() throws IOException {
        assertThat(check(text(), leaf).exit()).isEqualTo(2);
        assertThat(check(text(), leaf).out()).startsWith("UNVERIFIED IDENTITY");
        Path other = Files.writeString(place.resolve("other.txt"),
                "log " + Signer.create("books.onebook.example/x").vkey() + "\n");
        assertThat(check(text(), leaf, "--policy", other.toString()).exit()).isEqualTo(2);
    }

    @Test
    void another_leaf_or_place_is_an_integrity_failure_and_rubbish_is_malformed()
            throws IOException {
        byte[] changed = new String(leaf, UTF_8).replace("\"amount\":\"2020.00\"",
                "\"amount\":\"9020.00\"").getBytes(UTF_8);
        assertThat(check(text(), changed, "--policy", policy).exit()).isEqualTo(1);
        long index = LogProof.parse(text()).index();
        assertThat(check(text().replace("index " + index, "index " + (index - 1)), leaf,
                "--policy", policy).out()).startsWith("INTEGRITY FAILURE")
                .contains("INT-INCLUSION", "INT-INDEX");
        assertThat(check(text().replace("\nindex", "\r\nindex"), leaf, "--policy", policy).exit())
                .isEqualTo(3);
        assertThat(check(text(), (new String(leaf, UTF_8) + "\n").getBytes(UTF_8), "--policy",
                policy).exit()).isEqualTo(3);
        assertThat(check("x".repeat(2 << 20), leaf).exit()).isEqualTo(3);
    }

    @Test
    void extra_data_is_said_to_be_nobody_s() throws IOException {
        Spoken said = check(text().replace("\nindex", "\nextra AAEC\nindex"), leaf, "--policy",
                policy);
        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.out()).contains("UNK-EXTRA");
    }
}
