package onebook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import onebook.ledger.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed loses nothing it acknowledged and leaves nothing half done. */
class CrashTest {
    private static final int KILLS = 20;
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "a passphrase of this book"})
    void every_acknowledged_entry_survives_a_kill_and_nothing_is_half_there(String passphrase)
            throws Exception {
        Path file = folder.resolve("book.onebook");
        List<String> acknowledged = new ArrayList<>();
        Random random = new Random(20);
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(appendUntilKilled(file, passphrase,
                    1 + random.nextInt(15), random.nextInt(9)));
            try (SqliteJournal journal = passphrase.isEmpty() ? SampleBook.open(file)
                    : SampleBook.open(file, passphrase)) {
                assertThat(DurableFile.part(file)).doesNotExist();
                List<String> there = journal.entries().stream()
                        .map(entry -> entry.number().toString()).toList();
                assertThat(there).startsWith(acknowledged.toArray(String[]::new));
                assertThat(there.size() - acknowledged.size()).isBetween(0, 1);
                assertThat(SampleBook.audit(journal)).isEmpty();
                assertThat(journal.entries()).allSatisfy(entry -> assertThat(entry.total())
                        .isEqualTo(Money.cny(99 + entry.number().sequence())));
                acknowledged.clear();
                acknowledged.addAll(there);
            }
        }
        assertThat(acknowledged.size()).isGreaterThan(KILLS);
    }

    private List<String> appendUntilKilled(Path file, String passphrase, int entries,
            int milliseconds) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        List<String> command = new ArrayList<>(List.of(AppendLoop.java(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                AppendLoop.class.getName(), file.toString(), passphrase));
        command.removeIf(String::isEmpty);
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        while (Files.readAllLines(said).size() < entries) {
            assertThat(child.isAlive()).as(Files.readString(said)).isTrue();
            Thread.sleep(1);
        }
        Thread.sleep(milliseconds);
        child.destroyForcibly().waitFor();
        // a line may have been cut off
        return Files.readAllLines(said).stream()
                .filter(line -> line.matches("2026-01-\\d{4}")).toList();
    }

    @Test
    void a_log_cut_anywhere_opens_at_the_last_whole_transaction() throws IOException {
        Path file = folder.resolve("book.onebook");
        Path copy = folder.resolve("copy.onebook");
        Path cut = folder.resolve("copy.onebook-wal");
        byte[] log;
        long signed;
        byte[] root;
        try (SqliteJournal journal = SampleBook.open(file)) {
            for (int i = 0; i < 12; i++) {
                SampleBook.post(journal, SampleBook.sale("n" + i, "2026-01-01", 100));
            }
            signed = journal.log().size();
            root = journal.log().root();
            Files.copy(file, copy);
            log = Files.readAllBytes(folder.resolve("book.onebook-wal"));
        }
        byte[] main = Files.readAllBytes(copy);
        Random random = new Random(7);
        int missing = 0;
        for (int i = 0; i < 15; i++) {
            Files.write(copy, main);
            int length = log.length / 3 + random.nextInt(log.length * 2 / 3);
            Files.write(cut, Arrays.copyOf(log, length));
            try (SqliteJournal journal = SqliteJournal.open(copy, SampleBook.CLOCK)) {
                assertThat(SampleBook.audit(journal)).isEmpty();
                if (journal.log().size() < signed) {
                    missing++;
                    assertThat(BookAudit.of(journal, signed, root)).containsExactly(
                            new BookAudit.Damage("log", "the signed head covers " + signed
                                    + " leaves, the book has only " + journal.log().size()));
                }
            }
        }
        assertThat(missing).isPositive();
    }
}
