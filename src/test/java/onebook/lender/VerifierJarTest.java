package onebook.lender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import onebook.Tree;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** onebook-verify.jar as a lender has it: one file and the smallest Java runtime there is. */
class VerifierJarTest {
    @TempDir
    private Path folder;
    private Path jar;
    private Path pack;
    private Path policy;

    @BeforeEach
    void a_jar_a_package_and_a_policy() throws IOException {
        Path made = Tree.root().resolve("robots/target/onebook-verify.jar");
        Assumptions.assumeTrue(Files.exists(made), "the jar is made by a Maven build");
        jar = Files.copy(made, folder.resolve("onebook-verify.jar"));
        pack = SmallBook.honest().write(folder.resolve("贷款 包.obk"));
        policy = Files.writeString(folder.resolve("policy.txt"),
            "log " + SmallBook.SIGNER.vkey() + "\nquorum none\n");
    }

    @Test
    void it_fits_into_a_mail_and_holds_the_verifier_only() throws IOException {
        assertThat(Files.size(jar)).isLessThan(500_000);
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().map(entry -> entry.getName())
                .filter(name -> !name.endsWith("/") && !name.startsWith("META-INF/")))
                .allMatch(name ->
                    name.matches("onebook/((ledger|seal|report|lender|lender/finding)/[^/]*"
                        + "|cli/Ver.*)|templates/(report|lender)/.*\\.csv"));
        }
    }

    @Test
    void it_verifies_with_nothing_but_java() throws Exception {
        assertThat(run(pack.toString(), "--policy", policy.toString())).isZero();
        assertThat(run(pack.toString())).isEqualTo(2);
    }

    @Test
    void a_changed_byte_is_an_integrity_failure_or_malformed() throws Exception {
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 2] ^= 1;
        Files.write(pack, bytes);
        assertThat(run(pack.toString(), "--policy", policy.toString())).isIn(1, 3);
    }

    private int run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
            System.getProperty("java.home") + "/bin/java",
            "--limit-modules", "java.base,jdk.crypto.ec", "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
            .redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
        builder.environment().remove("CLASSPATH");
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(folder.resolve("said"))).isNotBlank();
        return process.exitValue();
    }
}
