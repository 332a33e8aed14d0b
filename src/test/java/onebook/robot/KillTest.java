package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.seal.Leaf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program killed at any point of an import, a close or a correction loses nothing it said was
 * done and leaves nothing half done. {@code -Donebook.kills=300} kills that often.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("onebook.kills", 24);
    private static final List<String> KINDS = List.of("import", "correct", "close");
    /** So often a book is killed before another begins: the tax rules end after two years. */
    private static final int OF_ONE_BOOK = 8;
    @TempDir
    private static Path folder;
    private static ChildJvm children;

    @BeforeAll
    static void rehearse() throws Exception {
        Firm.first(Files.createDirectories(folder.resolve("master"))).begin(ClerkLoop.CLOCK);
        quickKey(folder.resolve("master/book.onebook"));
        children = new ChildJvm(Files.createDirectories(folder.resolve("classes")));
        children.rehearse(Rehearsal.class, copy("rehearsal").toString());
    }

    /** Everything the children do, once. */
    static final class Rehearsal {
        private Rehearsal() { }

        public static void main(String[] args) {
            for (String kind : KINDS) {
                ClerkLoop.main(new String[] {kind, args[0], "1"});
            }
        }
    }

    /** The key of a book takes a second to open; this one opens at once. */
    static void quickKey(Path book) throws Exception {
        quickKey(Keyring.file(book), Keyring.DEMO_PASSPHRASE.toCharArray());
    }

    static void quickKey(Path file, char[] passphrase) throws Exception {
        KeyStore slow = KeyStore.getInstance(file.toFile(), passphrase);
        KeyStore quick = KeyStore.getInstance("PKCS12");
        quick.load(null, null);
        List<String> counts = List.of("keystore.pkcs12.certPbeIterationCount",
                "keystore.pkcs12.keyPbeIterationCount", "keystore.pkcs12.macIterationCount");
        counts.forEach(count -> System.setProperty(count, "1"));
        try {
            String name = slow.aliases().nextElement();
            quick.setKeyEntry(name, (PrivateKey) slow.getKey(name, passphrase), passphrase,
                    slow.getCertificateChain(name));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            quick.store(out, passphrase);
            Files.write(file, out.toByteArray());
        } finally {
            counts.forEach(System::clearProperty);
        }
    }

    private static Path copy(String name) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        for (String ending : List.of("", ".key.p12", ".policy.txt")) {
            Files.copy(folder.resolve("master/book.onebook" + ending),
                    to.resolve("book.onebook" + ending));
        }
        return to.resolve("book.onebook");
    }

    @Test
    void whatever_was_said_is_there_and_nothing_is_half_there() throws Exception {
        List<Callable<Integer>> books = new ArrayList<>();
        for (int left = KILLS, i = 0; left > 0; left -= OF_ONE_BOOK, i++) {
            Book book = new Book(KINDS.get(i % KINDS.size()), i, Math.min(left, OF_ONE_BOOK));
            books.add(book::kill);
        }
        ExecutorService two = Executors.newFixedThreadPool(2);
        long started = System.nanoTime();
        try {
            int said = 0;
            for (Future<Integer> book : two.invokeAll(books)) {
                said += book.get();
            }
            System.out.printf("%d kills, %d things said before, %d s%n", KILLS, said,
                    (System.nanoTime() - started) / 1_000_000_000);
            assertThat(said).isGreaterThan(KILLS);
        } finally {
            two.shutdownNow();
        }
    }

    /** One book that is worked on and killed again and again. */
    private static final class Book {
        private final String kind;
        private final int kills;
        private final Path file;
        private final Path said;
        private final Random random;

        Book(String kind, int number, int kills) throws IOException {
            this.kind = kind;
            this.kills = kills;
            this.file = copy(kind + number);
            this.said = file.resolveSibling("said");
            this.random = new Random(number);
        }

        int kill() throws Exception {
            int all = 0;
            for (int i = 0; i < kills; i++) {
                List<String> done = workUntilKilled();
                all += done.size();
                try (Desk desk = Desk.open(file, ClerkLoop.CLOCK)) {
                    assertThat(desk.isReadOnly()).isFalse();
                    assertThat(desk.audit()).isEmpty();
                    switch (kind) {
                        case "import" -> assertWholeImports(desk, done);
                        case "close" -> assertWholeMonths(desk, done);
                        default -> assertWholeCorrections(desk, done);
                    }
                }
                assertNothingIsLeft();
            }
            return all;
        }

        /** Every tenth time while it begins, else after some work, in the middle of more. */
        private List<String> workUntilKilled() throws IOException, InterruptedException {
            Files.writeString(said, "");
            Process child = children.start(ClerkLoop.class, said.toFile(), kind, file.toString());
            if (random.nextInt(10) == 0) {
                Thread.sleep(random.nextInt(600));
            } else {
                int wanted = 1 + random.nextInt(kind.equals("close") ? 3 : 6);
                while (done().size() < wanted) {
                    assertThat(child.isAlive()).as(Files.readString(said)).isTrue();
                    Thread.sleep(1);
                }
                Thread.sleep(random.nextInt(12));
            }
            child.destroyForcibly().waitFor();
            return done();
        }

        /** Whole lines only: the last may have been cut off. */
        private List<String> done() throws IOException {
            String text = Files.readString(said);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines()
                    .filter(line -> line.matches("[0-9-]+")).toList();
        }

        private static void assertWholeImports(Desk desk, List<String> done) {
            int entries = desk.entries(EntryFilter.ALL).size();
            assertThat(entries % ClerkLoop.BATCH).isZero();
            if (!done.isEmpty()) {
                assertThat(entries - Integer.parseInt(done.get(done.size() - 1)))
                        .isIn(0, ClerkLoop.BATCH);
            }
            assertThat(desk.documents()).hasSize(entries / ClerkLoop.BATCH);
        }

        private static void assertWholeMonths(Desk desk, List<String> done) {
            if (!done.isEmpty()) {
                Period last = Period.parse(done.get(done.size() - 1));
                assertThat(desk.lastClosed()).isIn(Optional.of(last), Optional.of(last.next()));
            }
            Set<Period> transferred = desk.entries(EntryFilter.ALL).stream()
                    .filter(entry -> entry.rule().equals(JournalEntry.PROFIT_TRANSFER))
                    .map(JournalEntry::period).collect(Collectors.toSet());
            Set<Period> closed = new HashSet<>();
            desk.lastClosed().ifPresent(last -> {
                for (Period month = desk.company().from(); month.compareTo(last) <= 0;
                        month = month.next()) {
                    closed.add(month);
                }
            });
            assertThat(transferred).isEqualTo(closed);
            assertThat(desk.runs()).hasSameSizeAs(closed);
        }

        private static void assertWholeCorrections(Desk desk, List<String> done) {
            List<JournalEntry> entries = desk.entries(EntryFilter.ALL);
            assertThat(entries.stream().map(entry -> entry.number().toString()))
                    .containsAll(done);
            List<String> reds = entries.stream().filter(entry -> entry.takesBack().isPresent())
                    .map(entry -> "correct " + entry.takesBack().map(EntryNumber::toString)
                            .orElseThrow() + " as " + entry.number()).toList();
            assertThat(operations(desk).stream().filter(what -> what.startsWith("correct")))
                    .containsExactlyElementsOf(reds);
        }

        private static List<String> operations(Desk desk) {
            return desk.book().journal().leaves().stream().map(Leaf::parse)
                    .filter(leaf -> leaf.kind().equals("op"))
                    .map(leaf -> String.valueOf(leaf.body().get("what"))).toList();
        }

        private void assertNothingIsLeft() throws IOException {
            try (Stream<Path> files = Files.list(file.getParent())) {
                assertThat(files.map(path -> path.getFileName().toString())
                        .filter(name -> !name.matches("book.onebook.head|batch.csv|evidence")))
                        .containsExactlyInAnyOrder("book.onebook", "book.onebook.key.p12",
                                "book.onebook.policy.txt", "book.onebook.lock", "said");
            }
            if (kind.equals("import") && Files.exists(file.resolveSibling("evidence"))) {
                try (Stream<Path> papers = Files.list(file.resolveSibling("evidence"))) {
                    assertThat(papers.map(path -> path.getFileName().toString()))
                            .allMatch(name -> name.matches("[0-9a-f]{64}"));
                }
            }
        }
    }
}
