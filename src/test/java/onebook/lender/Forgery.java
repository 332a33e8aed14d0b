package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Packages that the writer would not write, and what the verifier says of them. */
final class Forgery {
    /** Tells what was verified to a test that has it verified by others too. */
    static final ThreadLocal<List<Judged>> WATCHED = ThreadLocal.withInitial(ArrayList::new);

    private final Path file;

    /**
     * A package and what was known when it was verified.
     *
     * @param policy the text of the policy, or null
     * @param seen the checkpoint that was kept, or null
     */
    record Judged(byte[] bytes, String policy, String seen, String what) { }

    Forgery(Path folder) {
        file = folder.resolve("x.obk");
    }

    Verdict verify(Map<String, byte[]> members, String seen) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            StrictZipWriter.write(members, out);
            Files.write(file, out.toByteArray());
            WATCHED.get().add(new Judged(out.toByteArray(),
                    "log " + SmallBook.SIGNER.vkey() + "\n", seen, "forgery"));
            return PackageVerifier.verify(file, SmallBook.policy(), Optional.ofNullable(seen));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The owner changes members and signs the manifest again. */
    Verdict resigned(SmallBook book, Consumer<Map<String, byte[]>> attack) {
        LenderPackage pack = book.pack();
        Map<String, byte[]> members = new TreeMap<>(PackageWriter.members(pack));
        members.remove(PackageFiles.MANIFEST);
        members.remove(PackageFiles.MANIFEST_NOTE);
        attack.accept(members);
        PackageWriter.sign(pack, members);
        return verify(members, null);
    }

    Verdict resigned(Consumer<Map<String, byte[]>> attack) {
        return resigned(SmallBook.honest(), attack);
    }

    /** A stranger changes members and cannot sign. */
    Verdict unsigned(Consumer<Map<String, byte[]>> attack) {
        Map<String, byte[]> members = honest();
        attack.accept(members);
        return verify(members, null);
    }

    static Map<String, byte[]> honest() {
        return new TreeMap<>(PackageWriter.members(SmallBook.honest().pack()));
    }

    static Consumer<Map<String, byte[]>> edit(String name, String from, String to) {
        return members -> {
            String text = new String(members.get(name), UTF_8);
            assertThat(text).contains(from);
            members.put(name, text.replace(from, to).getBytes(UTF_8));
        };
    }

    static void assertBroken(Verdict verdict, String id) {
        assertThat(verdict.exitCode()).isEqualTo(1);
        assertThat(verdict.findings()).extracting(Finding::id).contains(id);
        assertThat(verdict.findings().get(0).severity()).isEqualTo(Finding.Severity.S1);
    }

    static void assertMalformed(Verdict verdict) {
        assertThat(verdict.exitCode()).isEqualTo(3);
        assertThat(verdict.isVerified()).isFalse();
    }
}
