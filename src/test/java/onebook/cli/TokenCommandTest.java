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

/** A real PKCS#11 library: SoftHSM2, where it is installed, in processes of its own. */
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
    private final StringBuilder script = new StringBuilder();
    private String slot;
    private String told = "";
    private Firm firm;

    @BeforeEach
    void make_a_token() throws Exception {
        library = LIBRARIES.stream().filter(Files::isRegularFile).findFirst().orElse(null);
        Assumptions.assumeTrue(library != null, "SoftHSM2 is not installed: libsofthsm2.so");
        Assumptions.assumeTrue(isThere("softhsm2-util"), "SoftHSM2 is not installed");
        Assumptions.assumeTrue(Files.exists(tool("keytool")), "no JDK with a keytool");
        Path tokens = Files.createDirectories(hsm().resolve("tokens"));
        Files.writeString(hsm().resolve("softhsm2.conf"), "directories.tokendir = "
                + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        assertThat(run(List.of("softhsm2-util", "--init-token", "--free", "--label", "李审",
                "--so-pin", "87654321", "--pin", PIN), Map.of())).as(told).isZero();
        Matcher found = SLOT.matcher(told);
        assertThat(found.find()).as(told).isTrue();
        slot = found.group(1);
        firm = Staff.hire(Firm.first(folder), new SettableClock("2026-01-20T12:00"))
                .withQuickKey();
    }

    /** A folder beside the firm's files, all of which are those of the next firm too. */
    private Path hsm() {
        return folder.resolve("hsm");
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
        Path config = hsm().resolve("token.cfg");
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
        return run(words, environment, "");
    }

    private int run(List<String> words, Map<String, String> environment, String typed)
            throws IOException, InterruptedException {
        ProcessBuilder child = new ProcessBuilder(words).redirectErrorStream(true);
        child.environment().put("LC_ALL", "C.UTF-8");
        child.environment().put("SOFTHSM2_CONF", hsm().resolve("softhsm2.conf").toString());
        child.environment().putAll(environment);
        Process process = child.start();
        process.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    /** A command to come. */
    private void as(String user, String... words) {
        script.append(String.join("\t", words)).append("\t--book\t").append(firm.book())
                .append("\t--user\t").append(user).append('\n');
    }

    private void as(String user, List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        as(user, all.toArray(String[]::new));
    }

    /** What each of the commands said, behind its exit code. */
    private List<String> play(String pin) throws Exception {
        assertThat(run(List.of(tool("java").toString(), "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"),
                CommandLoop.class.getName()),
                Map.of("ONEBOOK_PASSWORD", Staff.SECRET, "ONEBOOK_TOKEN_PIN", pin),
                script.toString())).as(told).isZero();
        script.setLength(0);
        assertThat(told).doesNotContain(pin);
        return told.lines().toList();
    }

    private static void assertTold(List<String> told, String... beginnings) {
        assertThat(told).hasSize(beginnings.length);
        for (int i = 0; i < beginnings.length; i++) {
            assertThat(told.get(i)).startsWith(beginnings[i]);
        }
    }

    private String[] token(String label) {
        return new String[] {"--token", library.toString(), "--slot", slot, "--label", label};
    }

    private static List<String> register(String name) {
        return List.of("book", "person", "token", "--name", name);
    }

    @Test
    void a_reviewer_and_a_closer_sign_with_their_tokens() throws Exception {
        key("sign", "-keyalg", "EC", "-groupname", "secp256r1");
        key("close", "-keyalg", "RSA", "-keysize", "2048");
        as(Staff.REVIEWER, register(Staff.REVIEWER), token("sign"));
        as(Staff.POSTER, register(Staff.POSTER), token("close"));
        as(Staff.OWNER, register(Staff.REVIEWER), "--required", "yes");
        as(Staff.BOOKKEEPER, "voucher", "new", "--summary", "存现金", "--date", "2026-01-15",
                "--line", "account=1012 debit=12", "--line", "account=1001 credit=12",
                "--no-evidence", "回单遗失");
        as(Staff.REVIEWER, "voucher", "review", "1");
        as(Staff.REVIEWER, List.of("voucher", "review", "1"), token("sign"));
        as(Staff.POSTER, "voucher", "post", "1");
        as(Staff.POSTER, List.of("close", "--period", "2026-01", "--accept",
                "CASH_IS_BELOW_ZERO", "--although-items-wait", "--although-bank-differs"),
                token("close"));
        as(Staff.OWNER, "book", "verify");
        List<String> all = play(PIN);
        assertTold(all, "0 李审", "0 赵记", "0 李审", "0 ", "3 TOKEN_IS_NEEDED", "0 ", "0 ", "0 ",
                "0 signed by people's tokens: 1 of 1 reviews, 1 of 1 closes  VERIFIED");
        assertThat(all.get(2)).contains("(signs with a token)");
    }

    @Test
    void what_is_wrong_with_a_token_is_named() throws Exception {
        key("old", "-keyalg", "EC", "-groupname", "secp384r1");
        List<String> register = new ArrayList<>(register(Staff.REVIEWER));
        register.add("--pkcs11");
        as(Staff.REVIEWER, register, library.toString(), "--slot", slot);
        as(Staff.REVIEWER, register, library.toString(), "--slot", "77");
        as(Staff.REVIEWER, register, library.toString(), "--slot", slot, "--label", "none");
        as(Staff.REVIEWER, register, "/nowhere/lib.so");
        as(Staff.REVIEWER, register, firm.book().toString());
        as(Staff.REVIEWER, register, "/nowhere/\"lib.so");
        as(Staff.REVIEWER, "book", "person", "token", "--name", Staff.REVIEWER);
        assertTold(play(PIN), "3 TOKEN_KEY_CANNOT_BE_USED", "3 TOKEN_IS_NOT_IN_THE_SLOT",
                "3 TOKEN_HAS_NO_SUCH_KEY", "3 TOKEN_LIBRARY_CANNOT_BE_LOADED",
                "3 TOKEN_LIBRARY_CANNOT_BE_LOADED", "3 TOKEN_LIBRARY_CANNOT_BE_LOADED", "64 ");
        as(Staff.REVIEWER, register, library.toString(), "--slot", slot);
        List<String> wrong = play("0000-1111");
        assertTold(wrong, "3 TOKEN_PIN_IS_WRONG");
        assertThat(wrong.get(0)).contains("CKR_PIN_INCORRECT");
    }
}
