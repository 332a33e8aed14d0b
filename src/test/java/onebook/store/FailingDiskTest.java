package onebook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fails is named, and nothing that was acknowledged before is lost. */
class FailingDiskTest {
    private static final String PASSPHRASE = "a passphrase of this book";
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("book.onebook");
    }

    private static SqliteJournal open(Path file, String passphrase) {
        return passphrase.isEmpty() ? SampleBook.open(file) : SampleBook.open(file, passphrase);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", PASSPHRASE})
    void a_file_that_may_not_grow_refuses_and_keeps_what_was_said(String passphrase)
            throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell, no limit");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c",
                "ulimit -f 4000 && exec \"$@\"", "sh"));
        assertKept(new ProcessBuilder(command), passphrase);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", PASSPHRASE})
    void a_disk_that_does_not_confirm_refuses_and_keeps_what_was_said(String passphrase)
            throws Exception {
        Path failing = failingSync();
        ProcessBuilder child = new ProcessBuilder(new ArrayList<>());
        child.environment().putAll(Map.of("LD_PRELOAD", failing.toString(),
                "SYNCS_THAT_WORK", passphrase.isEmpty() ? "40" : "60"));
        assertKept(child, passphrase);
    }

    /** A library whose fsync and fdatasync fail with EIO after some that work. */
    private Path failingSync() throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("sync.c"), """
                #define _GNU_SOURCE
                #include <dlfcn.h>
                #include <errno.h>
                #include <stdlib.h>
                static int left = -1;
                static int step(const char *name, int fd) {
                    if (left < 0) left = atoi(getenv("SYNCS_THAT_WORK"));
                    if (left == 0) { errno = EIO; return -1; }
                    left--;
                    return ((int (*)(int)) dlsym(RTLD_NEXT, name))(fd);
                }
                int fsync(int fd) { return step("fsync", fd); }
                int fdatasync(int fd) { return step("fdatasync", fd); }
                """);
        Path library = folder.resolve("sync.so");
        boolean isMade;
        try {
            isMade = new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(),
                    source.toString(), "-ldl").start().waitFor() == 0;
        } catch (IOException none) {
            isMade = false;
        }
        Assumptions.assumeTrue(isMade, "no C compiler, no failing disk");
        return library;
    }

    /** The child posts until it is refused by name; then everything it said is there. */
    private void assertKept(ProcessBuilder child, String passphrase) throws Exception {
        Path said = folder.resolve("said");
        child.command().addAll(List.of(AppendLoop.java(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), UntilRefused.class.getName(),
                file.toString(), passphrase));
        assertThat(child.redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor())
                .as(Files.readString(said)).isZero();
        List<String> lines = Files.readAllLines(said);
        assertThat(lines.get(lines.size() - 1)).as(lines.toString())
                .isEqualTo("BOOK_CANNOT_BE_WRITTEN");
        List<String> numbers = lines.subList(0, lines.size() - 1);
        assertThat(numbers).hasSizeGreaterThan(5);
        try (SqliteJournal journal = open(file, passphrase)) {
            List<String> there = journal.entries().stream()
                    .map(entry -> entry.number().toString()).toList();
            assertThat(there).startsWith(numbers.toArray(String[]::new));
            assertThat(there.size() - numbers.size()).isBetween(0, 1);
            assertThat(SampleBook.audit(journal)).isEmpty();
        }
    }

    /** Says the number of each entry when it is written, in the end why none is any more. */
    static final class UntilRefused {
        private UntilRefused() { }

        public static void main(String[] args) {
            SqliteJournal journal = open(Path.of(args[0]), args[1]);
            try {
                for (int i = 0; i < 20_000; i++) {
                    System.out.println(SampleBook.post(journal,
                            SampleBook.sale("n" + i, "2026-01-01", 100 + i)).number());
                }
            } catch (StoreException refused) {
                System.out.println(refused.refusal().map(Refusal::name)
                        .orElse(refused.getMessage()));
            }
        }
    }
}
