package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.document.Document;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company works on an encrypted book as on any other; the disk has no word of it. */
class BookEncryptionTest {
    private static final Passphrases KNOWN =
            new Passphrases(Optional.empty(), Optional.of("账簿的口令有十个字。".toCharArray()));
    private static final char[] NEXT = "the next passphrase".toCharArray();
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-04-03T12:00");
    private Path book;
    private Path inputs;

    @BeforeEach
    void name() throws IOException {
        book = Files.createDirectories(folder.resolve("kept")).resolve("book.onebook");
        inputs = SampleCompany.copyTo(folder.resolve("inputs"));
    }

    /** One file of each form that is read without recognition. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(inputs)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> file.getParent().endsWith("documents")
                            || file.getParent().endsWith("bank")).sorted().toList();
            return Stream.of(".xml", ".ofd", ".pdf", ".csv", ".xlsx", ".xls")
                    .flatMap(form -> files.stream()
                            .filter(file -> file.toString().endsWith(form)).limit(2)).toList();
        }
    }

    private Desk create(Path at, Passphrases passphrases) throws IOException {
        return BookEncryption.create(at, Files.readString(inputs.resolve("company.yaml")), clock,
                passphrases);
    }

    private static RunReport run(Desk desk, List<Path> files) {
        return desk.run("daily", files, false, "王芳", RunReport.Progress.SILENT);
    }

    @Test
    void the_same_papers_make_the_same_book_and_nothing_plain_is_on_the_disk() throws IOException {
        RunReport plain;
        try (Desk desk = create(folder.resolve("plain.onebook"), Passphrases.NONE)) {
            plain = run(desk, files());
        }
        try (Desk desk = create(book, KNOWN)) {
            RunReport run = run(desk, files());
            assertThat(run.diff()).isEqualTo(plain.diff()).isNotEmpty();
            assertThat(run.entries()).isNotEmpty();
            Path vouchers = Files.writeString(folder.resolve("v.csv"), """
                    entry,date,account,description,debit,credit
                    1,2026-03-05,1001,收到投资款,1234567.89,
                    1,2026-03-05,3001,收到投资款,,1234567.89
                    """);
            VoucherImport.run(desk, VoucherImport.Order.of(vouchers), "王芳",
                    RunReport.Progress.SILENT);
            assertThat(desk.audit()).isEmpty();
            tellsNothing(desk);
        }
        try (Desk desk = Desk.open(book, clock, KNOWN)) {
            tellsNothing(desk);
            assertThat(desk.audit()).isEmpty();
            for (Document document : desk.documents()) {
                assertThat(Files.readAllBytes(document.path())).hasSize((int) document.size());
                boolean isTable = StoredReading.isTable(document.media());
                assertThat(desk.page(document.id(), 1).isPresent()).as(document.name())
                        .isEqualTo(!isTable);
            }
            Period march = Period.parse("2026-03");
            Path obk = folder.resolve("package.obk");
            new Deliverables(desk, folder).pack(
                    new Deliverables.Order("tax-loan", desk.company().from(), march, ""), obk);
            assertThat(obk).isNotEmptyFile();
            tellsNothing(desk);
        }
    }

    /** Names and amounts of its entries, and the papers themselves, are nowhere beside the book. */
    private void tellsNothing(Desk desk) throws IOException {
        List<String> secrets = Stream.concat(
                desk.entries(EntryFilter.ALL).stream().flatMap(entry -> entry.postings().stream()
                        .flatMap(line -> Stream.of(line.party(), amount(line.amount())))),
                desk.entries(EntryFilter.ALL).stream().map(entry -> entry.summary()))
                .filter(text -> text.length() > 3).distinct().toList();
        assertThat(secrets).hasSizeGreaterThan(5);
        try (Stream<Path> all = Files.walk(book.getParent())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String bytes = text(Files.readAllBytes(file));
                assertThat(secrets).as(file.toString()).noneMatch(secret ->
                        bytes.contains(text(secret.getBytes(StandardCharsets.UTF_8))));
                assertThat(bytes).doesNotContain("%PDF-").doesNotContain("SQLite format")
                        .doesNotContain("OFD.xml");
            }
        }
    }

    private static String amount(Money amount) {
        return amount.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_plain_book_is_encrypted_gets_another_passphrase_and_is_plain_again()
            throws IOException {
        try (Desk desk = create(book, Passphrases.NONE)) {
            run(desk, files());
            new BookEncryption(desk).encrypt(KNOWN.book().orElseThrow(), "王芳");
        }
        assertRefused(() -> Desk.open(book, clock), Refusal.PASSPHRASE_IS_MISSING);
        assertRefused(() -> Desk.open(book, clock, with(NEXT)), Refusal.PASSPHRASE_IS_WRONG);
        try (Desk desk = Desk.open(book, clock, KNOWN)) {
            tellsNothing(desk);
            assertThat(desk.audit()).isEmpty();
            new BookEncryption(desk).change(NEXT, "王芳");
        }
        assertRefused(() -> new BookEncryption(Desk.open(book, clock, with(NEXT)))
                .encrypt(NEXT, "王芳"), Refusal.NOTHING_TO_DO);
        try (Desk desk = Desk.open(book, clock, with(NEXT))) {
            assertThat(desk.audit()).isEmpty();
            new BookEncryption(desk).decrypt("王芳");
        }
        try (Desk desk = Desk.open(book, clock)) {
            assertThat(desk.audit()).isEmpty();
            assertThat(desk.book().journal().leaves().stream().map(BookEncryptionTest::text)
                    .filter(leaf -> leaf.contains("crypt the book")
                            || leaf.contains("change the passphrase")).toList()).hasSize(3);
        }
        assertRefused(() -> new BookEncryption(Desk.open(book, clock)).decrypt("王芳"),
                Refusal.NOTHING_TO_DO);
    }

    private static Passphrases with(char[] passphrase) {
        return new Passphrases(Optional.empty(), Optional.of(passphrase));
    }

    private static void assertRefused(Runnable command, Refusal refusal) {
        assertThatThrownBy(command::run).isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).refusal()).isEqualTo(refusal);
    }
}
