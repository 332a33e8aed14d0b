package onebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passphrases come in from outside, results and refusals go out by name. */
class VaultCommandsTest {
    private static final String FIRST = "ONEBOOK_BOOK_PASSPHRASE";
    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) { }

    private Ended run(Map<String, String> passphrases, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder child = new ProcessBuilder(command).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        child.environment().putAll(passphrases);
        int code = child.start().waitFor();
        return new Ended(code, Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void a_book_is_made_encrypted_backed_up_and_restored() throws Exception {
        String book = folder.resolve("kept/b.onebook").toString();
        String backup = folder.resolve("b.obb").toString();
        Map<String, String> known = Map.of(FIRST, "账簿的口令有十个字。",
                "ONEBOOK_BACKUP_PASSPHRASE", "备份的口令有十个字。");
        Ended created = run(known, "book", "create", "--book", book, "--company", "测试公司",
                "--tax-id", "91330106MA2KXXXX7Q", "--taxpayer", "small-scale", "--from", "2026-01",
                "--encrypt");
        assertThat(created.code()).as(created.err()).isZero();
        Ended missing = run(Map.of(), "book", "verify", "--book", book);
        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err()).startsWith("PASSPHRASE_IS_MISSING: ").contains(FIRST);
        Ended made = run(known, "book", "backup", "--book", book, "--to", backup, "--encrypt",
                "--format", "json");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("\"encrypted\":true", "\"key\":false", "\"root\":\"");
        String root = made.out().replaceAll("(?s).*\"root\":\"([^\"]*)\".*", "$1");
        Ended restored = run(known, "book", "restore", backup, "--to",
                folder.resolve("again.onebook").toString(), "--lang", "zh");
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("已验证").contains(root);
        Ended plain = run(known, "book", "decrypt", "--book",
                folder.resolve("again.onebook").toString());
        assertThat(plain.code()).as(plain.err()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("again.onebook")))
                .startsWith("SQLite format 3".getBytes(StandardCharsets.US_ASCII));
        Ended shortOne = run(Map.of(FIRST, "short"), "book", "encrypt", "--book",
                folder.resolve("again.onebook").toString());
        assertThat(shortOne.code()).isEqualTo(3);
        assertThat(shortOne.err()).startsWith("PASSPHRASE_IS_TOO_SHORT: ");
    }
}
