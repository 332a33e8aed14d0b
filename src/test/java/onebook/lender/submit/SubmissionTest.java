package onebook.lender.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onebook.ledger.Refusal;
import onebook.lender.PackageVerifier;
import onebook.lender.SmallBook;
import onebook.lender.Verdict;
import onebook.lender.VerdictText;
import onebook.seal.Signer;
import onebook.seal.Verifier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package goes to a lender: whole, once, to the right one, or not at all. */
class SubmissionTest {
    static final Submission.Progress SILENT = (sent, total) -> true;
    @TempDir
    private Path folder;
    private Counter counter;
    private Path pack;

    @BeforeEach
    void a_lender_and_a_package() {
        counter = new Counter(folder.resolve("store"));
        pack = SmallBook.honest().write(folder.resolve("package.obk"));
    }

    @AfterEach
    void close() {
        counter.close();
    }

    static void assertRefused(Refusal refusal, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(SubmissionRefused.class, refused ->
                assertThat(refused.refusal()).as(refused.getMessage()).isEqualTo(refusal));
    }

    private Submission.Sent send(LenderUrl url) throws IOException {
        try (Submission sending = counter.sending(url)) {
            return sending.send(Consent.of(pack), Optional.empty(), SILENT);
        }
    }

    @Test
    void a_package_arrives_and_the_lender_signs_for_it() throws IOException {
        List<Long> told = new ArrayList<>();
        Submission.Sent sent = counter.sending(counter.url()).send(Consent.of(pack),
                Optional.of(Verifier.parse(Counter.KEY.vkey())), (done, total) -> told.add(done));
        Receipt receipt = sent.receipt();
        assertThat(receipt).isEqualTo(Receipt.open(sent.note(),
                Verifier.parse(Counter.KEY.vkey())).orElseThrow());
        assertThat(receipt.lender()).isEqualTo(Counter.NAME);
        assertThat(receipt.at()).isEqualTo(counter.clock.instant());
        assertThat(receipt.size()).isEqualTo(Files.size(pack));
        assertThat(told).isSorted().endsWith(Files.size(pack));
        assertThat(sent.key().isOnItsWord()).isFalse();
        Path arrived = counter.store.resolve("packages")
                .resolve(receipt.packageSha256() + ".obk");
        assertThat(arrived).hasSameBinaryContentAs(pack);
    }

    @Test
    void the_lender_says_what_the_verifier_says() throws IOException {
        Verdict own = PackageVerifier.verify(pack, SmallBook.policy(), Optional.empty());
        Submission.Sent sent = send(counter.url());
        assertThat(sent.receipt().verdict()).isEqualTo(own.exitCode());
        assertThat(sent.verdict()).isEqualTo(VerdictText.json(own));
    }

    @Test
    void the_same_package_twice_has_one_receipt_and_is_sent_once() throws IOException {
        Submission.Sent first = send(counter.url());
        counter.clock.set("2026-05-05T12:00");
        Submission.Sent second = send(counter.url());
        assertThat(second.note()).isEqualTo(first.note());
        assertThat(first.bytes()).isEqualTo(Files.size(pack));
        assertThat(second.bytes()).isZero();
    }

    @Test
    void a_line_that_is_cut_at_random_places_delays_and_changes_nothing() throws IOException {
        SubmissionTest.large(pack);
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            try (Counter other = new Counter(folder.resolve("store-" + seed));
                    CuttingLine line = new CuttingLine(other.port(),
                            () -> 200 + random.nextInt(60_000))) {
                Submission.Sent sent = other.sending(line.url())
                        .send(Consent.of(pack), Optional.empty(), SILENT);
                assertThat(sent.receipt().packageSha256()).isEqualTo(Consent.of(pack).sha256());
                assertThat(other.waits).isNotEmpty();
                assertThat(other.kept("uploads")).allMatch(name -> name.endsWith(".json"));
            }
        }
    }

    /** A package with a document of 300,000 bytes that cannot be packed smaller. */
    static void large(Path pack) {
        byte[] noise = new byte[150_000];
        new Random(1).nextBytes(noise);
        SmallBook book = SmallBook.honest();
        String text = java.util.HexFormat.of().formatHex(noise);
        String sha256 = book.file(text, "txt");
        book.leaf("doc", "", java.util.Map.of("sha256", sha256, "media", "txt", "size", 300_000,
                "name", "noise.txt", "channel", "file"));
        book.write(pack);
    }

    @Test
    void another_process_goes_on_where_the_first_gave_up() throws IOException {
        large(pack);
        Patience none = new Patience(1, counter.patience().first(), counter.patience().longest(),
                counter.patience().whole(), Thread::sleep);
        long size = Files.size(pack);
        try (CuttingLine line = new CuttingLine(counter.port(), () -> 150_000)) {
            assertRefused(Refusal.LENDER_CANNOT_BE_REACHED, () -> new Submission(line.url(),
                    counter.known(), none).send(Consent.of(pack), Optional.empty(), SILENT));
            Submission.Sent sent = counter.sending(line.url()).send(Consent.of(pack),
                    Optional.empty(), SILENT);
            assertThat(sent.bytes()).isBetween(1L, size - 100_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://lender.example", "http://127.0.0.1.lender.example", "ftp://a",
        "http://localhost@lender.example", "https://lender.example/?a=b", "lender.example", "",
        "https://lender.example/../x", "http://10.0.0.1:80", "https://", "https:lender"})
    void an_address_that_is_not_safe_is_refused(String address) {
        assertRefused(Refusal.CONNECTION_IS_NOT_SAFE, () -> LenderUrl.parse(address));
    }

    @Test
    void one_address_has_one_form() {
        assertThat(LenderUrl.parse("HTTPS://Lender.Example:443/OneBook/").text())
                .isEqualTo("https://lender.example/OneBook");
        assertThat(LenderUrl.parse("http://localhost:8080/").text())
                .isEqualTo("http://localhost:8080");
    }

    @Test
    void a_key_that_was_seen_once_is_demanded_ever_after() throws IOException {
        assertThat(send(counter.url()).key().sentence()).contains("first time");
        assertThat(send(counter.url()).key().sentence()).contains("known");
        counter.known().remember(counter.url(),
                Verifier.parse(Signer.create("other.example").vkey()));
        assertRefused(Refusal.LENDER_KEY_IS_ANOTHER, () -> send(counter.url()));
        assertRefused(Refusal.LENDER_KEY_IS_ANOTHER, () -> LenderKey.parse("no key"));
    }

    @Test
    void who_stops_leaves_nothing_at_the_lender() throws IOException {
        large(pack);
        try (Submission sending = counter.sending(counter.url())) {
            assertRefused(Refusal.RUN_WAS_STOPPED, () -> sending.send(Consent.of(pack),
                    Optional.empty(), (sent, total) -> sent < 100_000));
        }
        assertThat(counter.kept("uploads")).isEmpty();
        assertThat(counter.kept("packages")).isEmpty();
    }

    @Test
    void a_file_that_changed_after_it_was_agreed_to_is_not_sent() throws IOException {
        Consent consent = Consent.of(pack);
        large(pack);
        assertRefused(Refusal.CONSENT_IS_MISSING, () -> counter.sending(counter.url())
                .send(consent, Optional.empty(), SILENT));
        assertThat(counter.kept("uploads")).isEmpty();
    }

    @Test
    void what_leaves_is_listed() throws IOException {
        Consent consent = Consent.of(pack);
        assertThat(consent.disclosesNames()).isTrue();
        assertThat(consent.disclosesTexts()).isTrue();
        assertThat(consent.text(counter.url())).contains(consent.sha256(), "杭州银行 & Co",
                "invoice-loan", "L3", "2026-01 – 2026-01", "leaves bank: 2", "leaves entry: 3",
                "log/entries.jsonl.gz", "docs/", "a.xml", "documents: 2", counter.url().text());
        Files.writeString(pack, "no package");
        assertRefused(Refusal.FILE_IS_BROKEN, () -> Consent.of(pack));
    }
}
