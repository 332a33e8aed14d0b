package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.anchor.Cosigner;
import onebook.anchor.LogList;
import onebook.anchor.RequestFile;
import onebook.anchor.TestAuthority;
import onebook.anchor.WitnessServer;
import onebook.cli.Spoken;
import onebook.document.QrCode;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.lender.Finding;
import onebook.lender.PackageVerifier;
import onebook.lender.Policy;
import onebook.lender.SeenNote;
import onebook.lender.Verdict;
import onebook.schedule.SettableClock;
import onebook.seal.MalformedException;
import onebook.seal.Signer;
import onebook.seal.TimeStamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book that others outside have seen, from the desk to the lender. */
class AnchoringTest {
    private static final Period JANUARY = Period.parse("2026-01");
    private static final Signer BANK = Signer.create("witness.bank.example");
    private static final Signer FIRM = Signer.create("witness.firm.example");
    private static final TestAuthority AUTHORITY = TestAuthority.rsa();
    private static final Instant STAMPED = Instant.parse("2026-02-10T04:00:30Z");
    @TempDir
    private static Path shared;
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-02-10T12:00");
    private Firm firm;
    private WitnessServer bank;
    private WitnessServer accountant;
    private HttpServer authority;

    @BeforeAll
    static void a_key_that_opens_at_once() throws Exception {
        Firm.first(shared).begin(new SettableClock("2026-02-10T12:00"));
        KillTest.quickKey(shared.resolve("book.onebook"));
    }

    @BeforeEach
    void begin() throws Exception {
        firm = book("firm");
        bank = witness("bank", BANK);
        accountant = witness("accountant", FIRM);
        authority = AUTHORITY.serve(STAMPED);
    }

    /** The same book with the same key each time; what is booked is another matter. */
    private Firm book(String name) throws IOException {
        Firm made = Firm.first(folder.resolve(name)).begin(clock);
        Files.copy(Keyring.file(shared.resolve("book.onebook")), Keyring.file(made.book()),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return made;
    }

    private WitnessServer witness(String name, Signer key) throws Exception {
        return WitnessServer.start(Cosigner.open(folder.resolve(name), key, LogList.open(), clock),
                "127.0.0.1", 0);
    }

    @AfterEach
    void end() {
        bank.close();
        accountant.close();
        authority.stop(0);
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    private Anchoring.Places all() {
        return Anchoring.Places.of(List.of(BANK.witnessKey() + " " + url(bank.port()),
                url(accountant.port())), List.of(url(authority.getAddress().getPort())));
    }

    private Desk closed(Firm of, int yuan) {
        of.sells(1, "2026-01-05", yuan);
        Desk desk = Desk.open(of.book(), clock);
        desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
        desk.close(JANUARY, "王芳");
        return desk;
    }

    private Verdict verify(Desk desk, Policy policy, Optional<String> seen) throws IOException {
        Path pack = folder.resolve("x.obk");
        new Deliverables(desk, folder).pack(
                new Deliverables.Order("tax-loan", JANUARY, JANUARY, ""), pack);
        return PackageVerifier.verify(pack, policy, seen);
    }

    private static Policy policy(Desk desk) throws IOException {
        return Policy.parse(Files.readString(desk.policy()) + "witness bank " + BANK.witnessKey()
                + "\nwitness firm " + FIRM.witnessKey() + "\ngroup g all bank firm\nquorum g\n");
    }

    private static void assertRefused(Refusal refusal, Runnable what) {
        assertThatThrownBy(what::run).isInstanceOfSatisfying(RefusedException.class,
                why -> assertThat(why.refusal()).isEqualTo(refusal));
    }

    @Test
    void what_others_saw_goes_with_the_book_to_the_lender() throws Exception {
        try (Desk desk = closed(firm, 1000)) {
            Anchoring.Result result = desk.anchoring().anchor(all(), "王芳");
            assertThat(result.failures()).isEmpty();
            assertThat(TimeStamp.parse(result.anchor().stamp().orElseThrow()).at())
                    .isEqualTo(STAMPED);
            clock.set("2026-02-12T12:00");
            desk.anchoring().anchor(all(), "王芳");
            assertThat(desk.anchoring().anchors()).hasSize(2);
            assertThat(desk.audit()).isEmpty();
            Policy known = policy(desk).withTimeRoots(TimeStamp.roots(AUTHORITY.rootPem()));
            Verdict verdict = verify(desk, known, Optional.empty());
            assertThat(verdict.isVerified()).as("%s", verdict.findings()).isTrue();
            assertThat(verdict.findings()).extracting(Finding::id).doesNotContain("WIT-AFTER");
            assertThat(verdict.protection().since())
                    .contains(Instant.parse("2026-02-10T04:00:00Z"));
            assertThat(verdict.protection().gap().orElseThrow().toDays()).isEqualTo(2);
            assertThat(verdict.protection().stampedSince()).contains(STAMPED);
            Path pack = folder.resolve("seen.obk");
            List<Problem> failures = new ArrayList<>();
            new Deliverables(desk, folder).pack(
                    new Deliverables.Order("tax-loan", JANUARY, JANUARY, ""), pack, () ->
                            desk.anchoring().cosigned(all().witnesses(), failures, "王芳"));
            Verdict head = PackageVerifier.verify(pack, known, Optional.empty());
            assertThat(failures).isEmpty();
            assertThat(head.protection().witnessedTo()).isEqualTo(head.figures().leaves());
        }
    }

    @Test
    void a_history_rebuilt_with_the_same_key_is_named_by_whoever_has_an_older_receipt()
            throws Exception {
        String receipt;
        try (Desk desk = closed(firm, 1000)) {
            desk.anchoring().anchor(all(), "王芳");
            List<Path> files = desk.receipts().write(JANUARY, folder.resolve("r.pdf"), "王芳");
            assertThat(Files.readAllBytes(files.get(0))).startsWith("%PDF".getBytes());
            receipt = Files.readString(files.get(1));
            assertThat(receipt).startsWith(SeenNote.RECEIPT).contains(firm.name(), "2026-01",
                    "witness.bank.example", "witness.firm.example", "2026-02-10T04:00:00Z");
            Verdict same = verify(desk, policy(desk), Optional.of(SeenNote.of(receipt)));
            assertThat(same.isVerified()).isTrue();
        }
        try (Desk rebuilt = closed(book("rebuilt"), 9000)) {
            assertRefused(Refusal.WITNESS_REFUSES, () ->
                    rebuilt.anchoring().anchor(Anchoring.Places.of(
                            List.of(url(bank.port())), List.of()), "王芳"));
            Verdict verdict = verify(rebuilt, Policy.parse(Files.readString(rebuilt.policy())),
                    Optional.of(SeenNote.of(receipt)));
            assertThat(verdict.exitCode()).isEqualTo(1);
            assertThat(verdict.findings()).extracting(Finding::id)
                    .containsAnyOf("INT-HISTORY", "INT-ROLLBACK");
        }
    }

    @Test
    void a_receipt_holds_exactly_one_head() throws Exception {
        try (Desk desk = closed(firm, 1000)) {
            Receipts.Receipt receipt = desk.receipts().of(JANUARY);
            assertThat(SeenNote.of(receipt.text())).isEqualTo(receipt.note());
            assertThat(SeenNote.of(receipt.text().replace("\n", "\r\n")))
                    .isEqualTo(receipt.note());
            assertThat(SeenNote.of(receipt.note())).isEqualTo(receipt.note());
            assertThat(receipt.text()).contains("nobody yet");
            for (String bad : List.of(receipt.text() + receipt.text(),
                    receipt.text().replace(SeenNote.END, ""), SeenNote.RECEIPT + "\n",
                    receipt.text().replace(SeenNote.BEGIN, "x"))) {
                assertThatThrownBy(() -> SeenNote.of(bad)).isInstanceOf(MalformedException.class);
            }
            assertRefused(Refusal.PERIOD_IS_NOT_SEALED, () ->
                    desk.receipts().of(JANUARY.next()));
        }
    }

    @Test
    void a_request_goes_by_file_or_picture_and_its_answer_is_taken_in_once() throws Exception {
        try (Desk desk = closed(firm, 1000);
                Cosigner offline = Cosigner.open(folder.resolve("usb"), BANK, LogList.open(),
                        clock)) {
            Anchoring anchoring = desk.anchoring();
            String text = anchoring.request(Optional.empty(), "王芳");
            assertThat(QrCode.read(onebook.print.QrPicture.png(text))).contains(text);
            RequestFile asked = RequestFile.parse(text);
            String answer = asked.request().note() + offline.add(asked.request().text(),
                    Optional.of(asked.vkey())).text();
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
            assertThat(anchoring.response(answer, List.of(), "王芳").failures()).isEmpty();
            assertRefused(Refusal.NOTHING_TO_DO, () ->
                    anchoring.response(answer, List.of(), "王芳"));
            for (String bad : List.of("", asked.request().note(), answer.substring(1),
                    answer.replaceFirst("\n([0-9]+)\n", "\n7777\n"),
                    Signer.create("a").sign("x\n"))) {
                assertRefused(Refusal.NOT_A_HEAD_OF_THIS_BOOK, () ->
                        anchoring.response(bad, List.of(), "王芳"));
            }
            RequestFile next = RequestFile.parse(anchoring.request(Optional.empty(), "王芳"));
            assertThat(next.request().oldSize()).isEqualTo(asked.request().head().size());
            assertThat(offline.add(next.request().text(), Optional.empty()).status())
                    .isEqualTo(200);
            assertRefused(Refusal.WITNESS_REFUSES, () ->
                    anchoring.request(Optional.of(1_000_000L), "王芳"));
        }
    }

    @Test
    void the_places_are_settled_in_the_book_and_one_that_fails_does_not_spoil_the_rest()
            throws Exception {
        try (Desk desk = closed(firm, 1000)) {
            Anchoring anchoring = desk.anchoring();
            assertRefused(Refusal.PLACES_ARE_MISSING, () ->
                    anchoring.anchor(anchoring.places(), "王芳"));
            assertRefused(Refusal.PLACES_ARE_MISSING, () ->
                    Anchoring.Places.of(List.of("bank"), List.of()));
            anchoring.settle(all(), "王芳");
            assertThat(anchoring.places()).usingRecursiveComparison()
                    .ignoringFields("witnesses.witness").isEqualTo(all());
            accountant.close();
            Anchoring.Result result = anchoring.anchor(anchoring.places(), "王芳");
            assertThat(result.failures()).hasSize(1);
            assertThat(result.failures().get(0).name())
                    .isEqualTo(Refusal.PLACE_CANNOT_BE_REACHED);
            assertThat(result.anchor().stamp()).isPresent();
        }
    }

    @Test
    void the_commands_anchor_and_print_receipts() throws Exception {
        firm.sells(1, "2026-01-05", 1000);
        String book = firm.book().toString();
        Spoken.of(clock, "robot", "run", "daily", "--book", book, "--quiet");
        Spoken close = Spoken.of(clock, "close", "--book", book, "--period", "2026-01");
        assertThat(close.exit()).as(close.toString()).isZero();
        Path text = firm.folder().resolve("book.onebook.receipt-2026-01.txt");
        assertThat(close.out()).contains(text.toString());
        String witness = BANK.witnessKey() + " " + url(bank.port());
        Spoken anchor = Spoken.of(clock, "book", "anchor", "--book", book, "--witness", witness,
                "--tsa", url(authority.getAddress().getPort()), "--keep");
        assertThat(anchor.exit()).as(anchor.toString()).isZero();
        assertThat(anchor.out()).contains("witness witness.bank.example 2026-02-10T04:00:00Z",
                "time stamp 2026-02-10T04:00:30Z");
        assertThat(Spoken.of(clock, "book", "anchor", "--book", book).exit()).isZero();
        String pdf = folder.resolve("out/r.pdf").toString();
        Spoken receipt = Spoken.of(clock, "book", "receipt", "--book", book, "--period",
                "2026-01", "--out", pdf);
        assertThat(receipt.exit()).as(receipt.toString()).isZero();
        assertThat(Spoken.of(clock, "book", "receipt", "--book", book, "--period", "2026-01",
                "--out", pdf + "x").exit()).isEqualTo(64);
        Spoken carry = Spoken.of(clock, "book", "anchor", "--book", book, "--request-out",
                folder.resolve("q.txt").toString(), "--qr", folder.resolve("q.png").toString());
        assertThat(carry.out().lines()).hasSize(2);
        lenderReads(book, text);
    }

    private void lenderReads(String book, Path text) throws Exception {
        Files.writeString(folder.resolve("policy"), "log "
                + RequestFile.parse(Files.readString(folder.resolve("q.txt"))).vkey() + "\n");
        String pack = folder.resolve("p.obk").toString();
        Spoken.of(clock, "lender", "pack", "--book", book, "--profile", "tax-loan", "--from",
                "2026-01", "--to", "2026-01", "--out", pack);
        Spoken seen = Spoken.of(clock, "lender", "verify", pack, "--policy",
                folder.resolve("policy").toString(), "--seen", text.toString());
        assertThat(seen.exit()).as(seen.toString()).isIn(0, 4);
        Files.writeString(folder.resolve("roots.pem"), AUTHORITY.rootPem());
        Spoken stamped = Spoken.of(clock, "lender", "verify", pack, "--policy",
                folder.resolve("policy").toString(), "--tsa-roots",
                folder.resolve("roots.pem").toString());
        assertThat(stamped.out()).contains("time stamped");
        Spoken compared = Spoken.of(clock, "lender", "compare", text.toString(), pack);
        assertThat(compared.out()).as(compared.toString())
                .startsWith("CONSISTENT");
    }
}
