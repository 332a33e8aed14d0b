package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import onebook.seal.Leaf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file holds the book; the book made of it has the same root, or there is none. */
class BackupTest {
    private static final char[] PASSPHRASE = "备份的口令有十个字！".toCharArray();
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-02-20T12:00");
    private Firm firm;
    private Path file;

    @BeforeEach
    void begin() throws IOException {
        firm = Firm.first(Files.createDirectories(folder.resolve("firm"))).begin(clock);
        firm.sells(1, "2026-01-05", 1000);
        firm.sells(2, "2026-02-06", 2050);
        try (Desk desk = Desk.open(firm.book(), clock)) {
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
        }
        file = folder.resolve("b.obb");
    }

    private Backup.Order order() {
        return new Backup.Order(file, Optional.empty(), false, false);
    }

    private Backup.Made make(Backup.Order order) {
        try (Desk desk = Desk.open(firm.book(), clock)) {
            return Backup.make(desk, order, "王芳", RunReport.Progress.SILENT);
        }
    }

    private Restoring.Restored restore(Path to) {
        return restore(to, Optional.empty());
    }

    private Restoring.Restored restore(Path to, Optional<char[]> passphrase) {
        return Restoring.restore(new Restoring.Order(file, to, passphrase, Passphrases.NONE), clock,
                RunReport.Progress.SILENT);
    }

    @Test
    void a_restored_book_has_the_root_of_its_backup_and_its_log_tells_of_it() {
        Backup.Made made = make(order());
        assertThat(made.isInLog()).isTrue();
        Restoring.Restored restored = restore(folder.resolve("new/place"));
        assertThat(restored.book()).isEqualTo(folder.resolve("new/place/book.onebook"));
        assertThat(restored.damages()).isEmpty();
        assertThat(Keyring.file(restored.book())).doesNotExist();
        try (Desk old = Desk.open(firm.book(), clock);
                Desk desk = Desk.open(restored.book(), clock)) {
            assertThat(root(desk)).isEqualTo(root(old)).isEqualTo(made.manifest().head().root());
            assertThat(desk.audit()).isEmpty();
            assertThat(desk.entries(EntryFilter.ALL)).isEqualTo(old.entries(EntryFilter.ALL));
            assertThat(desk.documents()).hasSize(2);
            assertThat(operations(desk)).contains("backup to b.obb");
        }
        assertNothingIsLeft();
    }

    private static String root(Desk desk) {
        return Base64.getEncoder().encodeToString(desk.book().journal().edge().root());
    }

    private static List<String> operations(Desk desk) {
        return desk.book().journal().leaves().stream().map(Leaf::parse)
                .filter(leaf -> leaf.kind().equals("op"))
                .map(leaf -> String.valueOf(leaf.body().get("what"))).toList();
    }

    private void assertNothingIsLeft() {
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(".onebook") || name.endsWith(".part")))
                    .isEmpty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void what_another_writes_meanwhile_is_wholly_in_it_or_not_at_all() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        try (Desk writer = Desk.open(firm.book(), clock);
                Desk reader = Desk.open(firm.book(), clock)) {
            Thread writing = new Thread(() -> {
                for (int i = 0; !isOver.get(); i++) {
                    String what = "note " + i;
                    writer.book().journal().transaction(() -> {
                        writer.book().operation("王芳", what + " a");
                        writer.book().operation("王芳", what + " b");
                        return null;
                    });
                }
            });
            writing.start();
            for (int i = 0; i < 3; i++) {
                file = folder.resolve("b" + i + ".obb");
                Backup.Made made =
                        Backup.make(reader, order(), "王芳", RunReport.Progress.SILENT);
                assertThat(made.isInLog()).isFalse();
                Restoring.Restored restored = restore(folder.resolve("r" + i));
                try (Desk desk = Desk.open(restored.book(), clock)) {
                    assertThat(root(desk)).isEqualTo(made.manifest().head().root());
                    List<String> notes = operations(desk).stream()
                            .filter(what -> what.startsWith("note")).toList();
                    assertThat(notes.size() % 2).isZero();
                }
            }
            isOver.set(true);
            writing.join();
            assertThat(writer.audit()).isEmpty();
        }
    }

    @Test
    void nothing_is_written_over() throws IOException {
        make(order());
        byte[] before = Files.readAllBytes(file);
        assertRefused(() -> make(order()), Refusal.BOOK_EXISTS);
        assertThat(file).hasBinaryContent(before);
        assertRefused(() -> restore(firm.book()), Refusal.BOOK_EXISTS);
        assertRefused(() -> restore(folder.resolve("firm")), Refusal.BOOK_EXISTS);
        Path wal = Files.writeString(folder.resolve("x.onebook-wal"), "of another book");
        assertRefused(() -> restore(folder.resolve("x.onebook")), Refusal.BOOK_EXISTS);
        assertThat(wal).hasContent("of another book");
    }

    @Test
    void papers_that_are_there_already_are_kept_and_others_of_their_name_are_refused()
            throws IOException {
        make(order());
        Path second = restore(folder.resolve("firm/second.onebook")).book();
        try (Desk desk = Desk.open(second, clock)) {
            assertThat(desk.audit()).isEmpty();
        }
        Path place = Files.createDirectories(folder.resolve("other/evidence")).getParent();
        String paper;
        try (Stream<Path> papers = Files.list(folder.resolve("firm/evidence"))) {
            paper = papers.findFirst().orElseThrow().getFileName().toString();
        }
        Files.writeString(place.resolve("evidence").resolve(paper), "theirs");
        assertRefused(() -> restore(place), Refusal.BOOK_EXISTS);
        assertThat(place.resolve("evidence")).isDirectoryNotContaining(
                one -> !one.endsWith(paper));
        assertThat(place.resolve("book.onebook")).doesNotExist();
        assertThat(Keyring.policy(place.resolve("book.onebook"))).doesNotExist();
        assertNothingIsLeft();
    }

    @Test
    void the_key_is_in_it_only_where_it_is_asked_for() {
        assertThat(make(new Backup.Order(file, Optional.empty(), true, false)).manifest().hasKey())
                .isTrue();
        Path book = restore(folder.resolve("new")).book();
        assertThat(Keyring.file(book)).hasSameBinaryContentAs(Keyring.file(firm.book()));
    }

    @Test
    void one_that_is_stopped_leaves_nothing_and_the_log_says_so() {
        for (int steps = 0; steps < 6; steps += 2) {
            int last = steps;
            int[] told = {0};
            try (Desk desk = Desk.open(firm.book(), clock)) {
                assertRefused(() -> Backup.make(desk, order(), "王芳",
                        (step, done, total) -> told[0]++ < last), Refusal.RUN_WAS_STOPPED);
                assertThat(operations(desk)).contains("backup to b.obb was not finished");
            }
            assertThat(file).doesNotExist();
            assertNothingIsLeft();
        }
        make(order());
        int[] told = {0};
        assertRefused(() -> Restoring.restore(new Restoring.Order(file, folder.resolve("a/b"),
                Optional.empty(), Passphrases.NONE), clock,
                (step, done, total) -> told[0]++ < 2), Refusal.RUN_WAS_STOPPED);
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void what_a_killed_program_left_is_taken_away_and_what_works_is_not() throws IOException {
        Path left = Files.createDirectories(folder.resolve(".onebook-work-1"));
        Files.writeString(left.resolve("lock"), "");
        Files.writeString(left.resolve("part"), "half a backup");
        try (Scratch other = Scratch.in(folder)) {
            Files.writeString(other.resolve("part"), "work");
            make(order());
            assertThat(other.resolve("part")).exists();
        }
        assertNothingIsLeft();
    }

    @Test
    void a_damaged_book_is_saved_only_knowingly_and_stays_known_as_damaged() throws IOException {
        try (Stream<Path> papers = Files.list(folder.resolve("firm/evidence"))) {
            Files.delete(papers.findFirst().orElseThrow());
        }
        assertRefused(() -> make(order()), Refusal.BOOK_IS_DAMAGED);
        assertThat(file).doesNotExist();
        Backup.Made made = make(new Backup.Order(file, Optional.empty(), false, true));
        assertThat(made.manifest().damages()).hasSize(1);
        Restoring.Restored restored = restore(folder.resolve("new"));
        assertThat(restored.damages()).isEqualTo(made.manifest().damages());
    }

    @Test
    void an_encrypted_backup_tells_nothing_and_opens_with_its_passphrase_only()
            throws IOException {
        make(new Backup.Order(file, Optional.of(PASSPHRASE), false, false));
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("manifest").doesNotContain("evidence");
        assertRefused(() -> restore(folder.resolve("new")), Refusal.PASSPHRASE_IS_MISSING);
        assertRefused(() -> restore(folder.resolve("new"), Optional.of("another".toCharArray())),
                Refusal.PASSPHRASE_IS_WRONG);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {whole.length - 1, whole.length / 2, 100}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused(() -> restore(folder.resolve("new"), Optional.of(PASSPHRASE)),
                    Refusal.BACKUP_IS_DAMAGED);
        }
        Files.write(file, whole);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(whole.length - 20);
            bytes.write(whole[whole.length - 20] ^ 1);
        }
        assertRefused(() -> restore(folder.resolve("new"), Optional.of(PASSPHRASE)),
                Refusal.BACKUP_IS_DAMAGED);
        assertThat(folder.resolve("new")).doesNotExist();
        Files.write(file, whole);
        assertThat(restore(folder.resolve("new"), Optional.of(PASSPHRASE)).damages()).isEmpty();
    }

    @Test
    void the_backup_of_an_encrypted_book_is_encrypted_as_it_is() throws IOException {
        Passphrases known = new Passphrases(Optional.empty(), Optional.of(PASSPHRASE));
        new BookEncryption(Desk.open(firm.book(), clock)).encrypt(PASSPHRASE, "王芳");
        try (Desk desk = Desk.open(firm.book(), clock, known)) {
            Backup.make(desk, order(), "王芳", RunReport.Progress.SILENT);
        }
        assertRefused(() -> restore(folder.resolve("new")), Refusal.PASSPHRASE_IS_MISSING);
        Path book = Restoring.restore(new Restoring.Order(file, folder.resolve("new"),
                Optional.empty(), known), clock, RunReport.Progress.SILENT).book();
        try (Desk old = Desk.open(firm.book(), clock, known);
                Desk desk = Desk.open(book, clock, known)) {
            assertThat(root(desk)).isEqualTo(root(old));
            assertThat(desk.audit()).isEmpty();
        }
    }

    private static void assertRefused(Runnable command, Refusal refusal) {
        assertThatThrownBy(command::run).isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).refusal()).isEqualTo(refusal);
    }
}
