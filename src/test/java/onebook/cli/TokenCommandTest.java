package onebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onebook.robot.Firm;
import onebook.robot.Staff;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PKCS#11 library: SoftHSM2, where it is installed, each command in a process of its own. */
class TokenCommandTest {
    private static final String PIN = "4711-0815";
    private static final List<Path> LIBRARIES = Stream.of("/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib64/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so",
            "/usr/local/lib/softhsm/libsofthsm2.so",
            "/opt/homebrew/lib/softhsm/libsofthsm2.so").map(Path::of).toList();
    private static final Pattern SLOT = Pattern.compile("reassigned to slot ([0-9]+)");
    @TempDir
    private Path folder;
    private Path library;
    private String slot;
    private String told = "";
    private Firm firm;

    @BeforeEach
    void make_a_token() throws Exception {
        library = LIBRARIES.stream().filter(Files::isRegularFile).findFirst().orElse(null);
        Assumptions.assumeTrue(library != null, "SoftHSM2 is not installed: libsofthsm2.so");
        Assumptions.assumeTrue(isThere("softhsm2-util"), "SoftHSM2 is not installed");
        Assumptions.assumeTrue(Files.exists(tool("keytool")), "no JDK with a keytool");
        Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = "
                + folder.resolve("tokens") + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        assertThat(run(List.of("softhsm2-util", "--init-token", "--free", "--label", "李审",
                "--so-pin", "87654321", "--pin", PIN), Map.of())).as(told).isZero();
        Matcher found = SLOT.matcher(told);
        assertThat(found.find()).as(told).isTrue();
        slot = found.group(1);
        firm = Staff.hire(Firm.first(folder), new SettableClock("2026-01-20T12:00"))
                .withQuickKey();
    }

    private static Path tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    /** The token makes the key, and a certificate over it by which programs find it. */
    private void key(String label, String... kind) throws Exception {
        Path config = folder.resolve("token.cfg");
        Files.writeString(config, "name=T\nlibrary=" + library + "\nslot=" + slot + "\n");
        List<String> words = new ArrayList<>(List.of(tool("keytool").toString(), "-genkeypair",
                "-keystore", "NONE", "-storetype", "PKCS11", "-addprovider", "SunPKCS11",
                "-providerarg", config.toString(), "-storepass", PIN, "-alias", label, "-dname",
                "CN=" + label));
        words.addAll(List.of(kind));
        assertThat(run(words, Map.of())).as(told).isZero();
    }

    private int run(List<String> words, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder child = new ProcessBuilder(words).redirectErrorStream(true);
        child.environment().put("LC_ALL", "C.UTF-8");
        child.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        child.environment().putAll(environment);
        Process process = child.start();
        process.getOutputStream().close();
        told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    private int as(String user, String pin, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(tool("java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp",
                System.getProperty("java.class.path"), "onebook.cli.Main"));
        all.addAll(List.of(words));
        all.addAll(List.of("--book", firm.book().toString(), "--user", user));
        return run(all, Map.of("ONEBOOK_PASSWORD", Staff.SECRET, "ONEBOOK_TOKEN_PIN", pin));
    }

    @Test
    void a_reviewer_and_a_closer_sign_with_their_tokens() throws Exception {
        key("sign", "-keyalg", "EC", "-groupname", "secp256r1");
        key("close", "-keyalg", "RSA", "-keysize", "2048");
        assertThat(as(Staff.REVIEWER, PIN, "book", "person", "token", "--name", Staff.REVIEWER,
                "--pkcs11", library.toString(), "--slot", slot, "--label", "sign")).as(told)
                .isZero();
        assertThat(as(Staff.POSTER, PIN, "book", "person", "token", "--name", Staff.POSTER,
                "--pkcs11", library.toString(), "--slot", slot, "--label", "close")).as(told)
                .isZero();
        assertThat(as(Staff.OWNER, PIN, "book", "person", "token", "--name", Staff.REVIEWER,
                "--required", "yes")).as(told).isZero();
        assertThat(told).contains("(signs with a token)");
        assertThat(as(Staff.BOOKKEEPER, PIN, "voucher", "new", "--summary", "买纸", "--date",
                "2026-01-15", "--line", "account=5602.05 debit=12", "--line",
                "account=1001 credit=12", "--no-evidence", "收据遗失")).as(told).isZero();
        assertThat(as(Staff.REVIEWER, PIN, "voucher", "review", "1")).isEqualTo(3);
        assertThat(told).contains("TOKEN_IS_NEEDED");
        assertThat(as(Staff.REVIEWER, PIN, "voucher", "review", "1", "--token",
                library.toString(), "--slot", slot, "--label", "sign")).as(told).isZero();
        assertThat(as(Staff.POSTER, PIN, "voucher", "post", "1")).as(told).isZero();
        assertThat(as(Staff.POSTER, PIN, "close", "--period", "2026-01", "--accept",
                "CASH_IS_BELOW_ZERO", "--although-items-wait", "--although-bank-differs",
                "--token", library.toString(), "--slot", slot, "--label", "close")).as(told)
                .isZero();
        assertThat(as(Staff.OWNER, PIN, "book", "verify")).as(told).isZero();
        assertThat(told).contains("VERIFIED", "1 of 1 reviews", "1 of 1 closes")
                .doesNotContain(PIN);
    }

    @Test
    void what_is_wrong_with_a_token_is_named() throws Exception {
        key("old", "-keyalg", "EC", "-groupname", "secp384r1");
        List<String> words = List.of("book", "person", "token", "--name", Staff.REVIEWER,
                "--pkcs11");
        assertRefused("TOKEN_KEY_CANNOT_BE_USED", PIN, words, library.toString(), "--slot", slot);
        assertRefused("TOKEN_PIN_IS_WRONG: ", "0000", words, library.toString(), "--slot", slot);
        assertThat(told).contains("CKR_PIN_INCORRECT").doesNotContain("0000");
        assertRefused("TOKEN_IS_NOT_IN_THE_SLOT", PIN, words, library.toString(), "--slot", "77");
        assertRefused("TOKEN_HAS_NO_SUCH_KEY", PIN, words, library.toString(), "--slot", slot,
                "--label", "none");
        assertRefused("TOKEN_LIBRARY_CANNOT_BE_LOADED", PIN, words, "/nowhere/lib.so");
        assertRefused("TOKEN_LIBRARY_CANNOT_BE_LOADED", PIN, words,
                firm.book().toString());
    }

    private void assertRefused(String refusal, String pin, List<String> words, String... more)
            throws Exception {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        assertThat(as(Staff.REVIEWER, pin, all.toArray(String[]::new))).as(told).isEqualTo(3);
        assertThat(told).contains(refusal);
    }
}
