package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictZipTest {
    @TempDir
    private Path folder;

    private static byte[] zip(String... names) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (String name : names) {
            members.put(name, ("content of " + name).getBytes(UTF_8));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StrictZipWriter.write(members, out);
        return out.toByteArray();
    }

    private StrictZipReader open(byte[] bytes) throws IOException {
        return StrictZipReader.open(Files.write(folder.resolve("x.zip"), bytes));
    }

    @Test
    void what_is_written_is_read_and_other_programs_read_it_too() throws IOException {
        byte[] bytes = zip("b/c.txt", "mimetype", "A.txt", "a.txt");
        try (StrictZipReader zip = open(bytes)) {
            assertThat(zip.members().keySet())
                    .containsExactly("mimetype", "A.txt", "a.txt", "b/c.txt");
            assertThat(zip.read("b/c.txt", 100)).asString().isEqualTo("content of b/c.txt");
            assertThat(zip.stream("a.txt").readAllBytes()).asString().isEqualTo("content of a.txt");
            assertThat(zip.members().get("a.txt").sha256())
                    .isEqualTo(Sha256.hex("content of a.txt".getBytes(UTF_8)));
            assertThatThrownBy(() -> zip.read("b/c.txt", 5)).isInstanceOf(MalformedException.class);
            assertThatThrownBy(() -> zip.read("none", 5)).isInstanceOf(MalformedException.class);
        }
        ZipInputStream foreign = new ZipInputStream(new ByteArrayInputStream(bytes));
        assertThat(foreign.getNextEntry().getName()).isEqualTo("mimetype");
        assertThat(foreign.readAllBytes()).asString().isEqualTo("content of mimetype");
        assertThat(zip("a.txt", "A.txt", "b/c.txt", "mimetype")).isEqualTo(bytes);
    }

    @Test
    void every_changed_bit_is_noticed() throws IOException {
        byte[] bytes = zip("mimetype", "a/b", "c");
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> open(changed).close()).as("bit %d", bit)
                    .isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void every_cut_and_everything_around_it_is_noticed() throws IOException {
        byte[] bytes = zip("mimetype", "a/b", "c");
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> open(cut).close()).isInstanceOf(MalformedException.class);
            byte[] tail = Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
            assertThatThrownBy(() -> open(tail).close()).isInstanceOf(MalformedException.class);
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> open(longer).close()).isInstanceOf(MalformedException.class);
        byte[] twice = Arrays.copyOf(bytes, bytes.length * 2);
        System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
        assertThatThrownBy(() -> open(twice).close()).isInstanceOf(MalformedException.class);
    }

    @Test
    void noise_is_never_a_container() throws IOException {
        Random random = new Random(29);
        byte[] bytes = zip("mimetype", "a/b", "c");
        for (int i = 0; i < 3_000; i++) {
            byte[] noise = bytes.clone();
            for (int hit = 0; hit <= i % 5; hit++) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt();
            }
            if (!Arrays.equals(noise, bytes)) {
                assertThatThrownBy(() -> open(noise).close())
                        .isInstanceOf(MalformedException.class);
            }
        }
    }

    @Test
    void a_usual_zip_is_refused() throws IOException {
        for (int method : new int[] {ZipEntry.DEFLATED, ZipEntry.STORED}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                ZipEntry entry = new ZipEntry("mimetype");
                entry.setMethod(method);
                entry.setSize(1);
                entry.setCompressedSize(method == ZipEntry.STORED ? 1 : -1);
                entry.setCrc(0xe8b7be43L);
                zip.putNextEntry(entry);
                zip.write('a');
            }
            assertThatThrownBy(() -> open(out.toByteArray()).close())
                    .isInstanceOf(MalformedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/../b", ".", "a/.", ".hidden", "a\\b",
        "C:a", "a b", "清单", "a\u0000", "-/é"})
    void a_name_that_a_file_system_could_take_otherwise_is_refused(String name) {
        assertThatThrownBy(() -> zip("mimetype", name))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void members_out_of_order_or_twice_or_without_mimetype_are_refused() throws IOException {
        for (List<String> names : List.of(List.of("a", "mimetype"), List.of("mimetype", "b", "a"),
                List.of("mimetype", "a", "a"), List.of("a"), List.<String>of())) {
            assertThatThrownBy(() -> open(unordered(names)).close()).as(names.toString())
                    .isInstanceOf(MalformedException.class);
        }
        open(unordered(List.of("mimetype", "a", "b"))).close();
    }

    /** The form of the product in any order, which its writer would not write. */
    static byte[] unordered(List<String> names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream central = new ByteArrayOutputStream();
        for (String name : names) {
            ZipLayout.Place place = new ZipLayout.Place(name, 0, 0, out.size());
            out.writeBytes(ZipLayout.local(place));
            central.writeBytes(ZipLayout.central(place));
        }
        byte[] end = ZipLayout.end(names.size(), out.size(), central.size());
        out.writeBytes(central.toByteArray());
        out.writeBytes(end);
        return out.toByteArray();
    }
}
