package onebook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book that is encrypted works as any other, and its folder tells nothing. */
class EncryptionTest {
    private static final String PASSPHRASE = "十个字符以上的口令！";
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("book.onebook");
    }

    private SqliteJournal open() {
        return SampleBook.open(file, PASSPHRASE);
    }

    @Test
    void what_was_committed_is_there_again_and_what_failed_is_not() {
        try (SqliteJournal journal = open()) {
            SampleBook.fill(journal);
            assertThatThrownBy(() -> journal.transaction(() -> {
                SampleBook.append(journal, SampleBook.sale("three", "2026-03-01", 30_300));
                throw new IllegalStateException("stop");
            })).hasMessage("stop");
            assertThat(journal.entries()).hasSize(3);
        }
        try (SqliteJournal journal = open()) {
            assertThat(journal.entries()).hasSize(3);
            assertThat(SampleBook.audit(journal)).isEmpty();
            SampleBook.post(journal, SampleBook.sale("four", "2026-03-01", 40_400));
            journal.reading("x", "{}");
        }
        try (SqliteJournal journal = open()) {
            assertThat(journal.entries()).hasSize(4);
            assertThat(journal.sources().reading("x")).contains("{}");
        }
    }

    @Test
    void opening_and_reading_writes_nothing() throws IOException {
        open().close();
        byte[] before = Files.readAllBytes(file);
        try (SqliteJournal journal = open()) {
            journal.transaction(() -> journal.setting("entity"));
            assertThat(journal.entries()).isEmpty();
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void the_triggers_protect_history_in_memory_too() {
        try (SqliteJournal journal = open()) {
            SampleBook.fill(journal);
            assertThatThrownBy(() -> journal.file().run("UPDATE entry SET summary = 'x'"))
                    .isInstanceOf(StoreException.class).hasMessageContaining("history of the book");
            assertThat(SampleBook.audit(journal)).isEmpty();
        }
    }

    @Test
    void a_second_holder_only_reads_and_sees_what_the_first_writes() {
        try (SqliteJournal first = open(); SqliteJournal second = open()) {
            assertThat(second.isReadOnly()).isTrue();
            SampleBook.post(first, SampleBook.sale("one", "2026-01-10", 100));
            assertThatThrownBy(() ->
                    SampleBook.post(second, SampleBook.sale("two", "2026-01-10", 100)))
                    .isInstanceOf(StoreException.class);
            second.remember();
            assertThat(second.entries()).hasSize(1).isEqualTo(first.entries());
        }
    }

    @Test
    void a_wrong_or_missing_passphrase_is_named() {
        open().close();
        assertRefused(() -> SampleBook.open(file), Refusal.PASSPHRASE_IS_MISSING);
        assertRefused(() -> SampleBook.open(file, "another one"), Refusal.PASSPHRASE_IS_WRONG);
        open().close();
    }

    @Test
    void a_cut_flipped_or_headless_file_is_named_and_left_alone() throws IOException {
        try (SqliteJournal journal = open()) {
            SampleBook.fill(journal);
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {17, 100, whole.length / 2, whole.length - 1}) {
            damage(Arrays.copyOf(whole, length));
        }
        for (int place : new int[] {20, 40, 90, 130, 200, whole.length / 2, whole.length - 1}) {
            byte[] changed = whole.clone();
            changed[place] ^= 4;
            damage(changed);
        }
        byte[] headless = whole.clone();
        Arrays.fill(headless, 0, 64, (byte) 0);
        damage(headless);
        damage(Arrays.copyOfRange(whole, 64, whole.length));
    }

    private void damage(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        assertRefused(this::open, Refusal.BOOK_IS_DAMAGED);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void nothing_in_the_folder_tells_a_name_or_an_amount() throws IOException {
        String name = "客户";
        String amount = "2026-01-0001";
        try (SqliteJournal journal = open()) {
            SampleBook.fill(journal);
            Path evidence = journal.sources().evidence();
            Files.createDirectories(evidence);
            Files.writeString(evidence.resolve("cd.xml"), name + " " + amount);
            for (int i = 0; i < 300; i++) {
                SampleBook.post(journal, SampleBook.sale("n" + i, "2026-03-01", 100 + i));
                journal.file().all("SELECT summary FROM entry ORDER BY summary || rule", row -> 1);
            }
            assertThat(Files.readString(evidence.resolve("cd.xml"))).contains(name);
            assertTellsNothing(name, amount);
        }
        assertTellsNothing(name, amount);
        Files.delete(file);
        SampleBook.open(file).close();
        try (SqliteJournal plain = SampleBook.open(file)) {
            SampleBook.post(plain, SampleBook.sale("one", "2026-01-10", 100));
        }
        assertThat(told(name)).isPositive(); // the search finds what is there to find
    }

    private void assertTellsNothing(String... secrets) throws IOException {
        for (String secret : secrets) {
            assertThat(told(secret)).as(secret).isZero();
        }
        assertThat(told("CREATE TABLE")).isZero();
    }

    /** How often the bytes of the folder, and the names of its files, have the text. */
    private int told(String secret) throws IOException {
        int found = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE,
                        Charset.forName("GB18030"))) {
                    String bytes = new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1);
                    found += bytes.contains(new String(secret.getBytes(charset),
                            StandardCharsets.ISO_8859_1)) ? 1 : 0;
                }
                found += one.getFileName().toString().contains(secret) ? 1 : 0;
            }
        }
        return found;
    }

    @Test
    void a_book_is_encrypted_gets_another_passphrase_and_is_plain_again() throws IOException {
        Path evidence = Files.createDirectories(folder.resolve("evidence")).resolve("cd.xml");
        Files.writeString(evidence, "客户");
        Files.writeString(folder.resolve("evidence").resolve("theirs"), "x");
        List<String> documents = List.of("cd.xml", "../book.onebook", "gone");
        byte[] root;
        try (SqliteJournal journal = SampleBook.open(file)) {
            SampleBook.fill(journal);
            root = journal.edge().root();
        }
        assertThat(Encryption.encrypt(file, documents, PASSPHRASE.toCharArray())).isTrue();
        assertThat(Encryption.encrypt(file, documents, PASSPHRASE.toCharArray())).isFalse();
        assertThat(told("客户")).isZero();
        assertThat(evidence).doesNotExist();
        Encryption.change(file, PASSPHRASE.toCharArray(), "new passphrase".toCharArray());
        assertRefused(this::open, Refusal.PASSPHRASE_IS_WRONG);
        try (SqliteJournal journal = SampleBook.open(file, "new passphrase")) {
            assertThat(journal.edge().root()).isEqualTo(root);
            assertThat(SampleBook.audit(journal)).isEmpty();
            assertThat(Files.readString(journal.sources().evidence().resolve("cd.xml")))
                    .isEqualTo("客户");
        }
        assertThat(Encryption.decrypt(file, documents, secret("new passphrase"))).isTrue();
        assertThat(Encryption.decrypt(file, documents, secret("new passphrase"))).isFalse();
        try (SqliteJournal journal = SampleBook.open(file)) {
            assertThat(journal.edge().root()).isEqualTo(root);
            assertThat(SampleBook.audit(journal)).isEmpty();
        }
        assertThat(evidence).hasContent("客户");
        assertThat(folder.resolve("book.onebook.evidence")).doesNotExist();
    }

    private static Optional<char[]> secret(String passphrase) {
        return Optional.of(passphrase.toCharArray());
    }

    @Test
    void evidence_that_another_book_of_the_folder_may_need_stays() throws IOException {
        Path evidence = Files.createDirectories(folder.resolve("evidence")).resolve("cd.xml");
        Files.writeString(evidence, "客户");
        SampleBook.open(file).close();
        SampleBook.open(folder.resolve("second.onebook")).close();
        Encryption.encrypt(file, List.of("cd.xml"), PASSPHRASE.toCharArray());
        assertThat(evidence).hasContent("客户");
        assertThat(Encryption.leavesPlainEvidence(file)).isTrue();
    }

    @Test
    void a_book_in_use_or_too_short_a_passphrase_is_refused() {
        try (SqliteJournal writer = SampleBook.open(file)) {
            assertThat(writer.isReadOnly()).isFalse();
            assertRefused(() -> Encryption.encrypt(file, List.of(), PASSPHRASE.toCharArray()),
                    Refusal.BOOK_IS_READ_ONLY);
        }
        assertRefused(() -> Encryption.encrypt(file, List.of(), "short".toCharArray()),
                Refusal.PASSPHRASE_IS_TOO_SHORT);
        assertThat(Encryption.isEncrypted(file)).isFalse();
    }

    @Test
    void a_changed_or_foreign_evidence_file_is_not_read() throws IOException {
        try (SqliteJournal journal = open()) {
            Path evidence = Files.createDirectories(journal.sources().evidence());
            Path paper = Files.writeString(evidence.resolve("cd"), "客户");
            assertThat(Files.size(paper)).isEqualTo(6);
            Path onDisk = folder.resolve("book.onebook.evidence").resolve("cd");
            byte[] bytes = Files.readAllBytes(onDisk);
            bytes[bytes.length - 1] ^= 1;
            Files.write(onDisk, bytes);
            assertThatThrownBy(() -> Files.readString(paper)).isInstanceOf(IOException.class);
            Files.writeString(onDisk, "客户");
            assertThatThrownBy(() -> Files.readString(paper)).isInstanceOf(IOException.class);
            assertThatThrownBy(paper::toFile).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private static void assertRefused(Runnable step, Refusal refusal) {
        assertThatThrownBy(step::run).isInstanceOf(StoreException.class)
                .extracting(broken -> ((StoreException) broken).refusal())
                .isEqualTo(Optional.of(refusal));
    }

    @Test
    void a_book_that_would_not_fit_the_memory_stays_as_it_is() throws IOException {
        Path large = folder.resolve("large.onebook");
        SampleBook.open(large).close();
        try (RandomAccessFile grown = new RandomAccessFile(large.toFile(), "rw")) {
            grown.setLength(EncryptedBook.MOST_BYTES + 1); // holes, no bytes on the disk
        }
        assertThatThrownBy(() -> Encryption.encrypt(large, List.of(), "ten signs at least"
                .toCharArray())).isInstanceOfSatisfying(StoreException.class, refused ->
                        assertThat(refused.refusal())
                                .contains(Refusal.BOOK_IS_TOO_LARGE_TO_ENCRYPT));
        assertThat(Encryption.isEncrypted(large)).isFalse();
    }
}
