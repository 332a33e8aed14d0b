package onebook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import onebook.ledger.Refusal;
import onebook.store.BackupManifest.File;
import onebook.store.BackupManifest.Head;
import onebook.store.BackupManifest.Part;
import onebook.store.BackupOutput.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup is read only as it was written; whatever else it is, it is refused by name. */
class BackupContainerTest {
    private static final String HASH = "ab".repeat(32);
    @TempDir
    private Path folder;
    private Path book;

    @BeforeEach
    void write() throws IOException {
        book = Files.writeString(folder.resolve("book"), "一本账".repeat(40));
    }

    private BackupManifest manifest(List<Part> parts, File database, String name) {
        return new BackupManifest(name, "2026-03-05T01:02:03Z", new Head(1, "root", ""), database,
                parts, List.of());
    }

    private byte[] backup() throws IOException {
        Path paper = Files.writeString(folder.resolve("a"), "paper of a");
        List<Source> sources = List.of(
                Source.of(BackupManifest.PLAIN, BookSnapshot.packed(book)),
                Source.of("evidence/a", paper));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BackupOutput to = new BackupOutput(out, manifest(
                sources.stream().map(Source::part).toList(), Source.of("", book).part().file(),
                "账.onebook"));
        for (Source source : sources) {
            to.add(source);
        }
        to.finish();
        return out.toByteArray();
    }

    private BackupManifest read(byte[] bytes) throws IOException {
        BackupInput in = new BackupInput(new ByteArrayInputStream(bytes));
        Path part = folder.resolve("part");
        for (Part one : in.manifest().parts()) {
            try (OutputStream to = Files.newOutputStream(part)) {
                in.read(one, one.name().equals(BackupManifest.PLAIN) ? to
                        : OutputStream.nullOutputStream());
            }
            if (one.name().equals(BackupManifest.PLAIN)) {
                Files.deleteIfExists(folder.resolve("unpacked"));
                BookSnapshot.unpack(in.manifest(), part, folder.resolve("unpacked"));
            }
        }
        in.finish();
        return in.manifest();
    }

    @Test
    void what_was_written_is_read_and_any_zip_program_opens_it() throws IOException {
        byte[] bytes = backup();
        BackupManifest manifest = read(bytes);
        assertThat(manifest.book()).isEqualTo("账.onebook");
        assertThat(manifest.evidence()).isEqualTo(1);
        assertThat(folder.resolve("unpacked")).hasSameBinaryContentAs(book);
        Path file = Files.write(folder.resolve("b.obb"), bytes);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("manifest.json", "book.gz", "evidence/a");
            assertThat(new String(zip.getInputStream(zip.getEntry("evidence/a")).readAllBytes()))
                    .isEqualTo("paper of a");
        }
    }

    @Test
    void no_byte_can_be_changed_cut_off_or_added() throws IOException {
        byte[] bytes = backup();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << i % 8);
            assertRefused(changed, "byte " + i);
            if (i % 7 == 0) {
                assertRefused(Arrays.copyOf(bytes, i), i + " bytes");
            }
        }
        assertRefused(Arrays.copyOf(bytes, bytes.length + 1), "one byte more");
    }

    private void assertRefused(byte[] bytes, String what) {
        assertThatThrownBy(() -> read(bytes)).as(what).isInstanceOf(StoreException.class)
                .satisfies(refused -> assertThat(((StoreException) refused).refusal())
                        .isIn(Optional.of(Refusal.BACKUP_IS_DAMAGED),
                                Optional.of(Refusal.FILE_IS_HOSTILE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evidence/../book.onebook", "evidence/a/b", "evidence/.part", "../x",
        "/etc/passwd", "C:\\x", "evidence/", "book.gz", "evidence/a\u0000", "other"})
    void a_part_that_leads_elsewhere_is_hostile(String name) {
        File file = new File(1, HASH);
        assertHostile(manifest(List.of(new Part("book.gz", file), new Part(name, file)),
                file, "a.onebook"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.onebook", "a/b", ".onebook", "", "a:b", "a\nb"})
    void a_book_that_leads_elsewhere_is_hostile(String name) {
        File file = new File(1, HASH);
        assertHostile(manifest(List.of(new Part("book.gz", file)), file, name));
    }

    @Test
    void a_book_that_unpacks_to_far_more_than_it_holds_is_hostile() throws IOException {
        assertHostile(manifest(List.of(new Part("book.gz", new File(1000, HASH))),
                new File(1L << 40, HASH), "a.onebook"));
        Path bomb = folder.resolve("bomb");
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            for (int i = 0; i < 500; i++) {
                to.write(new byte[1 << 16]);
            }
        }
        Path to = folder.resolve("to");
        BackupManifest small = manifest(List.of(new Part("book.gz", new File(1, HASH))),
                new File(1000, HASH), "a.onebook");
        assertThatThrownBy(() -> BookSnapshot.unpack(small, bomb, to))
                .isInstanceOf(StoreException.class);
        assertThat(Files.size(to)).isLessThanOrEqualTo(1001);
    }

    private static void assertHostile(BackupManifest manifest) {
        assertThatThrownBy(() -> BackupManifest.parse(manifest.bytes()))
                .isInstanceOf(StoreException.class)
                .satisfies(refused -> assertThat(((StoreException) refused).refusal())
                        .contains(Refusal.FILE_IS_HOSTILE));
    }

    @Test
    void another_zip_or_any_file_is_no_backup() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write("{}".getBytes());
        }
        assertRefused(out.toByteArray(), "a foreign zip");
        assertRefused(new byte[0], "nothing");
        assertRefused("科目,借方".repeat(100).getBytes(), "a table");
    }

    @Test
    void a_manifest_of_other_form_is_no_manifest() {
        for (String json : List.of("", "[]", "{}", "{\"parts\":1}", "{\"parts\":[[]]}", "null",
                "[".repeat(5000))) {
            assertThatThrownBy(() -> BackupManifest.parse(json.getBytes()))
                    .isInstanceOf(StoreException.class);
        }
    }
}
