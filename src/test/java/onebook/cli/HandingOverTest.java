package onebook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.ledger.Refusal;
import onebook.lender.submit.Counter;
import onebook.robot.Desk;
import onebook.robot.Firm;
import onebook.robot.Pledges;
import onebook.robot.RefusedException;
import onebook.robot.Submissions;
import onebook.schedule.SettableClock;
import onebook.seal.Leaf;
import onebook.seal.Signer;
import onebook.store.SqliteJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small company hands its package to a lender and pledges what its customers owe. */
class HandingOverTest {
    private static final String FIRST = "26342000000000000001";
    private static final String SECOND = "26342000000000000002";
    @TempDir
    private static Path made;
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-04-02T12:00");
    private Firm firm;
    private Counter counter;
    private Path pack;
    private Path token;

    @BeforeEach
    void a_company_with_two_open_invoices_and_a_lender() throws IOException {
        System.setProperty("onebook.home", folder.resolve("home").toString());
        counter = new Counter(folder.resolve("store"));
        if (!Files.exists(made.resolve("firm"))) {
            firm = Firm.first(made.resolve("firm")).begin(clock).withQuickKey();
            firm.sells(1, "2026-01-05", 1000);
            firm.sells(2, "2026-02-05", 2000);
            assertThat(book("robot", "run", "daily", "--quiet").exit()).isZero();
            assertThat(book("lender", "pack", "--profile", "invoice-loan", "--from", "2026-01",
                    "--to", "2026-02", "--out", made.resolve("package.obk").toString()).exit())
                    .isZero();
        }
        copy(made, folder);
        firm = Firm.first(folder.resolve("firm"));
        token = Files.writeString(folder.resolve("token"), Counter.BORROWER + "\n");
        pack = folder.resolve("package.obk");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @AfterEach
    void close() {
        System.clearProperty("onebook.home");
        counter.close();
    }

    private Spoken book(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--book", firm.book().toString()));
        return Spoken.of(clock, all.toArray(String[]::new));
    }

    private Spoken submit(String... more) {
        List<String> words = new ArrayList<>(List.of("lender", "submit", pack.toString(), "--to",
                counter.url().text(), "--quiet"));
        words.addAll(List.of(more));
        return Spoken.of(clock, words.toArray(String[]::new));
    }

    private Spoken sent() {
        return submit("--yes", "--book", firm.book().toString(), "--by", "王芳");
    }

    private Spoken pledge(String... more) {
        List<String> words = new ArrayList<>(List.of("lender", "pledge", "--to",
                counter.url().text(), "--token-file", token.toString(), "--by", "王芳"));
        words.addAll(List.of(more));
        return book(words.toArray(String[]::new));
    }

    private List<Map<String, Object>> leaves(String kind) {
        try (SqliteJournal journal = SqliteJournal.open(firm.book(), clock)) {
            return journal.leaves().stream().map(Leaf::parse)
                    .filter(leaf -> leaf.kind().equals(kind)).map(Leaf::body).toList();
        }
    }

    private static void assertRefused(Spoken spoken, String refusal) {
        assertThat(spoken.err()).contains(refusal + ": ");
        assertThat(spoken.exit()).as(spoken.toString()).isEqualTo(Main.REFUSED);
    }

    @Test
    void nothing_leaves_without_consent() {
        Spoken asked = submit();
        assertRefused(asked, "CONSENT_IS_MISSING");
        assertThat(asked.out()).contains("this leaves, to " + counter.url().text(),
                "books/journal.csv", "names and tax numbers of parties: 可见");
        assertThat(folder.resolve("store/packages")).isEmptyDirectory();
    }

    @Test
    void a_package_that_was_sent_stands_in_the_book_once() throws IOException {
        Spoken first = sent();
        // the lender does not know this book's key
        assertThat(first.exit()).as(first.toString()).isEqualTo(Main.WAITS);
        assertThat(first.out()).contains("first time", "verdict 2");
        Spoken second = sent();
        assertThat(second.out()).contains("nothing was sent", "key is the one that is known");
        assertThat(folder.resolve("package.receipt.txt")).content().startsWith("vb-receipt/1\n");
        List<Map<String, Object>> leaves = leaves("disclose");
        assertThat(leaves).hasSize(1);
        assertThat(leaves.get(0)).containsEntry("lender", Counter.NAME)
                .containsEntry("host", "127.0.0.1:" + counter.url().text().split(":")[2])
                .containsEntry("who", "王芳").containsEntry("from", "2026-01")
                .containsEntry("profile", "invoice-loan").containsEntry("names", true)
                .containsEntry("receipt",
                        Files.readString(folder.resolve("package.receipt.txt")));
        assertThat(book("book", "verify").exit()).isZero();
        assertThat(submit("--yes", "--format", "json").out()).contains("\"sent\":0");
    }

    @Test
    void a_package_of_another_book_is_not_sent_from_this_one() {
        Firm other = Firm.second(folder.resolve("other")).begin(clock);
        assertRefused(submit("--yes", "--book", other.book().toString()),
                "PACKAGE_IS_OF_ANOTHER_BOOK");
        assertThat(folder.resolve("store/packages")).isEmptyDirectory();
    }

    @Test
    void another_key_than_the_lender_handed_over_stops_everything() {
        assertRefused(submit("--yes", "--lender-key", Signer.create("x").vkey()),
                "LENDER_KEY_IS_ANOTHER");
        assertRefused(Spoken.of(clock, "lender", "submit", pack.toString(), "--to",
                "http://lender.example", "--yes"), "CONNECTION_IS_NOT_SAFE");
    }

    @Test
    void a_book_that_cannot_write_it_down_sends_nothing() {
        try (Desk held = Desk.open(firm.book(), clock)) {
            assertRefused(sent(), "BOOK_IS_READ_ONLY");
        }
        assertThat(folder.resolve("store/packages")).isEmptyDirectory();
    }

    @Test
    void what_was_sent_and_not_written_down_is_told_and_made_good() {
        Desk desk = Desk.open(firm.book(), clock);
        Submissions.Order order = new Submissions.Order(Submissions.consent(pack),
                counter.url().text(), Optional.empty(), "王芳");
        try (Submissions sending = new Submissions(order, Optional.of(desk),
                counter.patience())) {
            assertThatThrownBy(() -> sending.send((sent, total) -> {
                desk.close();
                return true;
            })).isInstanceOfSatisfying(RefusedException.class, refused ->
                    assertThat(refused.refusal()).isEqualTo(Refusal.SENT_BUT_NOT_WRITTEN_DOWN));
        }
        assertThat(leaves("disclose")).isEmpty();
        assertThat(sent().out()).contains("nothing was sent");
        assertThat(leaves("disclose")).hasSize(1);
    }

    @Test
    void an_invoice_is_pledged_once_and_again_after_its_release() throws IOException {
        Path text = folder.resolve("pledge.txt");
        Spoken pledged = pledge("--invoice", FIRST + "=1010.00", "--out", text.toString());
        assertThat(pledged.exit()).as(pledged.toString()).isZero();
        assertThat(pledged.out()).contains("reserved", "until 2026-04-05T04:00:00Z");
        assertThat(text).content().contains(FIRST, "1010.00", "安徽清升实业有限公司", "中登网", Counter.NAME,
                "does not replace");
        counter.close(); // the book itself refuses, without a line to anybody
        assertRefused(pledge("--invoice", FIRST), "RECEIVABLE_ALREADY_PLEDGED");
        counter = new Counter(folder.resolve("store"));
        assertRefused(pledge("--release", "--invoice", FIRST), "RECEIVABLE_IS_NOT_PLEDGED");
        assertThat(leaves("finance")).hasSize(1);
        assertThat(leaves("finance").get(0)).containsEntry("what", "reserved")
                .containsEntry("amount", "1010.00").containsEntry("key", "invoice:" + FIRST);
        assertThat(book("book", "verify").exit()).isZero();
    }

    @Test
    void a_released_invoice_may_go_to_another_lender_and_a_pledged_one_may_not() {
        assertThat(pledge("--invoice", FIRST, "--invoice", SECOND).exit()).isZero();
        assertThat(pledge("--release", "--invoice", FIRST).exit()).isZero();
        assertRefused(pledge("--release", "--invoice", FIRST), "RECEIVABLE_IS_NOT_PLEDGED");
        assertThat(pledge("--invoice", FIRST).exit()).isZero();
        try (Desk desk = Desk.open(firm.book(), clock)) {
            assertThat(new Pledges(desk).open()).hasSize(2).allMatch(Pledges.Debt::isPledged);
        }
        assertThat(leaves("finance").stream().map(leaf -> leaf.get("what")))
                .containsExactly("reserved", "reserved", "released", "reserved");
    }

    @Test
    void what_another_book_pledged_is_refused_by_the_registry_alone() throws IOException {
        Path copied = Files.createDirectories(folder.resolve("copy"));
        for (String ending : List.of("", ".key.p12", ".policy.txt")) {
            Files.copy(firm.folder().resolve("book.onebook" + ending),
                    copied.resolve("book.onebook" + ending));
        }
        assertThat(pledge("--invoice", FIRST).exit()).isZero();
        Files.writeString(token, Counter.OTHER);
        Spoken refused = Spoken.of(clock, "lender", "pledge", "--to", counter.url().text(),
                "--token-file", token.toString(), "--invoice", FIRST, "--book",
                copied.resolve("book.onebook").toString());
        assertRefused(refused, "RECEIVABLE_ALREADY_PLEDGED");
        assertThat(refused.err()).doesNotContain(Counter.NAME);
    }

    @Test
    void what_the_book_does_not_hold_cannot_be_pledged() {
        assertRefused(pledge("--invoice", "26342000000000000009"), "INVOICE_IS_NOT_RECEIVABLE");
        assertRefused(pledge("--invoice", FIRST + "=1000.00"), "RECEIVABLE_HAS_ANOTHER_AMOUNT");
        assertRefused(pledge("--invoice", FIRST, "--invoice", FIRST),
                "RECEIVABLE_ALREADY_PLEDGED");
        assertThat(pledge("--invoice", FIRST + "=much").exit()).isEqualTo(Main.USAGE);
        assertThat(leaves("finance")).isEmpty();
    }

    @Test
    void a_part_payment_that_settles_no_item_still_lowers_what_can_be_pledged() {
        book("book", "account", "add", "1002.01", "工商银行");
        String[] paid = {"voucher", "new", "--by", "王芳", "--date", "2026-03-05", "--summary", "收款",
            "--no-evidence", "回单遗失", "--line", "account=1002.01 debit=100", "--line",
            "account=1122 credit=100 party=安徽清升实业有限公司"};
        assertThat(book(paid).exit()).isZero();
        assertThat(book("voucher", "review", "1", "--by", "李审").exit()).isZero();
        Spoken posted = book("voucher", "post", "1", "--by", "赵记");
        assertThat(posted.exit()).as(posted.toString()).isZero();
        assertThat(pledge("--invoice", SECOND).exit()).isZero();
        assertRefused(pledge("--invoice", FIRST), "INVOICE_IS_NOT_RECEIVABLE");
    }

    @Test
    void what_looks_like_another_pledge_waits_for_a_person() throws IOException {
        Firm other = Firm.first(folder.resolve("twin")).begin(clock).withQuickKey();
        other.sells(3, "2026-01-05", 1000);
        assertThat(Spoken.of(clock, "robot", "run", "daily", "--quiet", "--book",
                other.book().toString()).exit()).isZero();
        assertThat(pledge("--invoice", FIRST).exit()).isZero();
        Files.writeString(token, Counter.OTHER);
        Spoken alike = Spoken.of(clock, "lender", "pledge", "--to", counter.url().text(),
                "--token-file", token.toString(), "--invoice", "26342000000000000003", "--book",
                other.book().toString());
        assertThat(alike.exit()).as(alike.toString()).isEqualTo(Main.WAITS);
        assertThat(alike.err()).contains("RECEIVABLE_LOOKS_PLEDGED: ");
    }

    @Test
    void a_lender_says_that_it_paid_out_and_a_borrower_cannot_release_that() throws IOException {
        String id = pledge("--invoice", FIRST).out().lines()
                .filter(line -> line.contains("  reserved  ")).findFirst().orElseThrow()
                .substring(0, 32);
        Files.writeString(token, Counter.LENDER);
        Spoken financed = Spoken.of(clock, "lender", "pledge", "--to", counter.url().text(),
                "--token-file", token.toString(), "--financed", id, "--format", "json");
        assertThat(financed.exit()).as(financed.toString()).isZero();
        assertThat(financed.out()).contains("\"state\":\"financed\"");
        Files.writeString(token, Counter.BORROWER);
        assertRefused(pledge("--release", "--invoice", FIRST), "LENDER_REFUSED_THIS");
        assertThat(Arrays.asList(leaves("finance").get(0).get("what"))).containsExactly("reserved");
    }
}
