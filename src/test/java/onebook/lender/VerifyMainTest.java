package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onebook.cli.VerifyMain;
import onebook.seal.CanonicalJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyMainTest {
    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String pack;
    private String policy;

    @BeforeEach
    void a_package_and_a_policy() throws IOException {
        pack = SmallBook.honest().write(folder.resolve("x.obk")).toString();
        policy = file("policy.txt", "log " + SmallBook.SIGNER.vkey() + "\nquorum none\n");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        return VerifyMain.run(List.of(args), new PrintStream(out), new PrintStream(err));
    }

    @Test
    void a_good_package_is_verified_in_words() {
        assertThat(run(pack, "--policy", policy)).isZero();
        assertThat(out.toString(UTF_8)).startsWith("VERIFIED  核验通过").contains("杭州清禾", "entries 3",
                SmallBook.ORIGIN);
        assertThat(err.size()).isZero();
    }

    @Test
    void without_policy_the_identity_is_unverified() {
        assertThat(run(pack)).isEqualTo(2);
        assertThat(out.toString(UTF_8)).startsWith("UNVERIFIED IDENTITY");
    }

    @Test
    void json_is_one_line_that_says_the_same() {
        assertThat(run("--format", "json", "--policy", policy, pack)).isZero();
        assertThat(out.toString(UTF_8)).hasLineCount(1).contains("\"exit\":0", "\"entries\":3",
                "\"findings\":[]", "\"verdict\":\"VERIFIED\"");
        assertThat(CanonicalJson.parse(out.toString(UTF_8).strip().getBytes(UTF_8))).isNotNull();
        run("--format", "json", pack);
        assertThat(out.toString(UTF_8)).contains("\"exit\":2", "\"id\":\"POLICY-NO-KEY\"",
                "\"severity\":\"S2\"", "\"verified\":false");
    }

    @Test
    void a_kept_checkpoint_is_compared() throws IOException {
        String same = file("same", SmallBook.honest().checkpoint());
        assertThat(run(pack, "--policy", policy, "--seen", same)).isZero();
        String other = file("other", new SmallBook().begin().close().checkpoint());
        assertThat(run(pack, "--policy", policy, "--seen", other)).isEqualTo(1);
        assertThat(out.toString(UTF_8)).startsWith("INTEGRITY FAILURE").contains("INT-HISTORY");
    }

    @Test
    void what_cannot_be_read_is_refused() throws IOException {
        assertThat(run(folder.resolve("none.obk").toString())).isEqualTo(3);
        assertThat(err.toString(UTF_8)).startsWith("FILE_IS_BROKEN");
        assertThat(run(pack, "--policy", file("bad.txt", "key x"))).isEqualTo(3);
        assertThat(run(pack, "--policy", file("huge.txt", "#".repeat(2 << 20)))).isEqualTo(3);
        assertThat(run(file("text.obk", "no package"), "--policy", policy)).isEqualTo(3);
        assertThat(out.toString(UTF_8)).startsWith("MALFORMED");
    }

    @Test
    void wrong_words_are_wrong_usage() {
        for (List<String> words : List.of(List.<String>of(), List.of(pack, pack),
                List.of("--policy"),
                List.of(pack, "--policy"), List.of(pack, "--format", "xml"),
                List.of(pack, "--help"), List.of("a\0b"),
                List.of(pack, "--policy", folder.resolve("none.txt").toString()),
                List.of(pack, "--policy", policy, "--seen", folder.toString()),
                List.of(pack, "--seen", "--policy"), List.of("--policy", policy))) {
            assertThat(run(words.toArray(String[]::new))).as("%s", words).isEqualTo(64);
            assertThat(err.toString(UTF_8)).contains("X.obk");
        }
    }
}
