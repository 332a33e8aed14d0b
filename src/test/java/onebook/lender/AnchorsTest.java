package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.anchor.TestAuthority;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.Signer;
import onebook.seal.TimeStamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others said about a log is part of it, and counts as far as the reader knows them. */
class AnchorsTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T09:00:00Z");
    private static final Signer BANK = Signer.create("witness.bank.example");
    private static final Signer FIRM = Signer.create("witness.firm.example");
    private static final TestAuthority AUTHORITY = TestAuthority.ec();
    private static final String KEYS = "log " + SmallBook.SIGNER.vkey() + "\nwitness bank "
            + BANK.witnessKey() + "\nwitness firm " + FIRM.witnessKey() + "\n";
    private static final Policy BOTH = Policy.parse(KEYS + "group g all bank firm\nquorum g\n");
    @TempDir
    private Path folder;

    private static SmallBook anchored(SmallBook book, String note) {
        return book.leaf(Anchor.KIND, "", new Anchor(note, Optional.empty()).body());
    }

    private static String seen(SmallBook book, Instant at, Signer... witnesses) {
        String note = book.checkpoint();
        for (Signer witness : witnesses) {
            note = witness.cosign(note, at);
        }
        return note;
    }

    private Verdict verify(SmallBook book, Policy policy) throws IOException {
        return PackageVerifier.verify(book.write(folder.resolve("x.obk")), policy,
                Optional.empty());
    }

    private static SmallBook begun() {
        SmallBook book = new SmallBook().begin();
        String statement = book.statement("PROVEN");
        book.bank(statement, 2, "2026-01-04", "5000.00", "5000.00");
        return book.entry("2026-01-04", JournalEntry.Kind.ORDINARY,
                List.of(SmallBook.line(statement, 2)),
                Posting.debit("1002.01", SmallBook.yuan("5000.00")),
                Posting.credit("3001", SmallBook.yuan("5000.00")));
    }

    @Test
    void the_newest_anchor_meets_the_quorum_and_says_up_to_where() throws IOException {
        SmallBook book = begun();
        int size = book.leaves.size();
        anchored(book, seen(book, MARCH, BANK, FIRM));
        book.close();
        int second = book.leaves.size();
        anchored(book, seen(book, APRIL, FIRM, BANK));
        Verdict verdict = verify(book, BOTH);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.exitCode()).isZero();
        Protection protection = verdict.protection();
        assertThat(protection.witnessedTo()).isEqualTo(second).isGreaterThan(size);
        assertThat(protection.since()).contains(MARCH);
        assertThat(protection.gap()).contains(Duration.between(MARCH, APRIL));
        assertThat(VerdictText.of(verdict)).contains("protected since 2026-03-01T08:00:00Z",
                "largest gap 31 天 d 1 小时 h");
        assertThat(VerdictText.json(verdict)).contains("\"protected_since\":\"2026-03-01T08:00",
                "\"witnessed_to\":" + second);
    }

    @Test
    void too_few_witnesses_strangers_and_none_do_not_meet_it() throws IOException {
        for (SmallBook book : List.of(begun().close(),
                anchored(begun(), seen(begun(), MARCH, BANK)).close(),
                anchored(begun(), seen(begun(), MARCH, BANK, Signer.create(FIRM.name())))
                        .close())) {
            Verdict verdict = verify(book, BOTH);
            assertThat(verdict.exitCode()).isEqualTo(2);
            assertThat(verdict.findings()).extracting(Finding::id)
                    .containsExactly("POLICY-WITNESS");
            assertThat(verdict.protection().since()).isEmpty();
        }
    }

    @Test
    void witnesses_may_have_seen_one_size_on_two_days() throws IOException {
        SmallBook book = begun();
        String head = book.checkpoint();
        anchored(book, BANK.cosign(head, MARCH));
        anchored(book, FIRM.cosign(head, APRIL)).close();
        Verdict verdict = verify(book, BOTH);
        assertThat(verdict.exitCode()).isZero();
        assertThat(verdict.protection().since()).as("when both had seen it").contains(APRIL);
        assertThat(PackageWriter.members(book.pack()).keySet()).contains(
                "log/anchors/5.note", "log/anchors/5-2.note");
    }

    @Test
    void a_cosigned_head_needs_no_anchor() throws IOException {
        SmallBook book = begun().close().headAs(note -> FIRM.cosign(BANK.cosign(note, MARCH),
                APRIL));
        Verdict verdict = verify(book, BOTH);
        assertThat(verdict.exitCode()).isZero();
        assertThat(verdict.protection().witnessedTo()).isEqualTo(book.leaves.size());
    }

    @Test
    void entries_behind_the_newest_witnessed_head_are_told() throws IOException {
        SmallBook book = new SmallBook().begin();
        anchored(book, seen(book, MARCH, BANK, FIRM));
        String statement = book.statement("PROVEN");
        book.bank(statement, 2, "2026-01-04", "5000.00", "5000.00");
        book.entry("2026-01-04", JournalEntry.Kind.ORDINARY,
                List.of(SmallBook.line(statement, 2)),
                Posting.debit("1002.01", SmallBook.yuan("5000.00")),
                Posting.credit("3001", SmallBook.yuan("5000.00")));
        Verdict verdict = verify(book.close(), BOTH);
        assertThat(verdict.exitCode()).isEqualTo(4);
        assertThat(verdict.findings()).extracting(Finding::id)
                .containsExactly("LAG-ANCHOR", "WIT-AFTER");
    }

    @Test
    void an_anchor_of_another_history_or_log_is_an_integrity_failure() throws IOException {
        SmallBook other = new SmallBook().begin().close();
        SmallBook stranger = new SmallBook().signedBy(Signer.create(SmallBook.ORIGIN)).begin();
        for (String note : List.of(seen(other, MARCH, BANK, FIRM),
                seen(stranger, MARCH, BANK, FIRM))) {
            Verdict verdict = verify(anchored(begun(), note).close(), BOTH);
            Forgery.assertBroken(verdict, "INT-ANCHOR");
        }
    }

    @Test
    void members_that_are_not_those_of_the_leaves_are_an_integrity_failure() {
        SmallBook book = begun();
        anchored(book, seen(book, MARCH, BANK, FIRM)).close();
        Forgery forgery = new Forgery(folder);
        String name = "log/anchors/5.note";
        Forgery.assertBroken(forgery.resigned(book, members -> members.remove(name)),
                "INT-ANCHOR");
        Forgery.assertBroken(forgery.resigned(book, members -> members.put(name,
                "x".getBytes(UTF_8))), "INT-ANCHOR");
        Forgery.assertBroken(forgery.resigned(book, members -> members.put(
                "log/anchors/3.note", members.get(name))), "INT-ANCHOR");
    }

    @Test
    void a_leaf_that_is_no_anchor_or_anchors_the_future_is_malformed() {
        SmallBook later = begun().close();
        SmallBook early = anchored(new SmallBook().begin(), later.checkpoint());
        assertThatThrownBy(() -> new Anchors().add(Leaf.parse(early.leaves.get(1))))
                .isInstanceOf(MalformedException.class);
        Map<String, Object> good = new Anchor(seen(begun(), MARCH, BANK), Optional.empty()).body();
        for (String key : good.keySet()) {
            Map<String, Object> bad = new TreeMap<>(good);
            bad.put(key, key.equals("size") ? (Object) 6L : "x");
            assertThatThrownBy(() -> Anchor.of(bad)).as(key)
                    .isInstanceOf(MalformedException.class);
        }
        Map<String, Object> more = new TreeMap<>(good);
        more.put("tsr", "?");
        assertThatThrownBy(() -> Anchor.of(more)).isInstanceOf(MalformedException.class);
        assertThat(Anchor.of(good).note()).isEqualTo(good.get("note"));
    }

    @Test
    void a_time_stamp_counts_under_a_root_the_reader_names() throws Exception {
        SmallBook book = begun();
        String note = book.checkpoint();
        byte[] stamp = AUTHORITY.stamp(note.getBytes(UTF_8), MARCH);
        book.leaf(Anchor.KIND, "", new Anchor(note, Optional.of(stamp)).body()).close();
        Policy named = SmallBook.policy().withTimeRoots(TimeStamp.roots(AUTHORITY.rootPem()));
        Verdict verdict = verify(book, named);
        assertThat(verdict.exitCode()).isZero();
        assertThat(verdict.protection().stampedSince()).contains(MARCH);
        assertThat(verdict.protection().stampedTo()).isEqualTo(5);
        assertThat(verdict.protection().since()).as("time is no uniqueness").isEmpty();
        assertThat(VerdictText.of(verdict)).contains("时间戳 time stamped: 5");
        assertThat(PackageWriter.members(book.pack()).get("log/anchors/5.tsr")).isEqualTo(stamp);
        Policy others = SmallBook.policy().withTimeRoots(
                TimeStamp.roots(TestAuthority.ec().rootPem()));
        assertThat(verify(book, others).findings()).extracting(Finding::id)
                .containsExactly("POLICY-TIME");
        assertThat(verify(book, SmallBook.policy()).protection().stampedSince()).isEmpty();
    }

    @Test
    void a_time_stamp_of_another_head_counts_for_nothing() throws Exception {
        SmallBook book = begun();
        byte[] stamp = AUTHORITY.stamp("another".getBytes(UTF_8), MARCH);
        book.leaf(Anchor.KIND, "", new Anchor(book.checkpoint(), Optional.of(stamp)).body())
                .close();
        Policy named = SmallBook.policy().withTimeRoots(TimeStamp.roots(AUTHORITY.rootPem()));
        assertThat(verify(book, named).exitCode()).isEqualTo(2);
    }

    @Test
    void a_log_named_after_another_company_is_an_integrity_failure() throws IOException {
        for (String origin : List.of("books.onebook.example/cn/91330106MA2K00002Y/"
                + "statutory", "books.onebook.example/cn/" + SmallBook.ENTITY + "/management",
                "log.example/1")) {
            Signer key = Signer.create(origin);
            Verdict verdict = verify(new SmallBook().signedBy(key).begin().close(),
                    Policy.ofLog(key.vkey()));
            Forgery.assertBroken(verdict, "INT-ORIGIN");
        }
    }
}
