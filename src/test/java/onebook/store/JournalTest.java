package onebook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.seal.Leaf;
import onebook.seal.MerkleLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;
    private Path file;
    private SqliteJournal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("账本.onebook");
        journal = SampleBook.open(file);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void reopen() {
        journal.close();
        journal = SampleBook.open(file);
    }

    @Test
    void what_was_appended_is_there_after_reopening() {
        SampleBook.fill(journal);
        Said before = said();
        reopen();
        assertThat(said()).isEqualTo(before);
        assertThat(journal.entries()).hasSize(3);
        assertThat(journal.accounts()).isEqualTo(SampleBook.ACCOUNTS);
        assertThat(journal.sources().documents()).containsExactly(
                new SourceTables.DocumentRow("cd".repeat(32), "a.xml", "XML", 9, "cd.xml"));
        assertThat(journal.sources().hasBankLine("bank:1:x")).isTrue();
        assertThat(journal.sources().hasBankLine("bank:1:y")).isFalse();
        assertThat(journal.rejection("ef")).contains("不是我们的");
        assertThat(journal.lastClosed()).contains(Period.parse("2026-01"));
        assertThat(journal.lastCheckpoint()).contains(Map.entry(journal.log().size(), "a note"));
        assertThat(journal.runs()).containsExactly("{}");
        assertThat(journal.leafCounts()).isEqualTo(Map.of("genesis", 1L, "entry", 3L, "doc", 1L,
                "bank", 1L, "op", 1L, "close", 1L));
        assertThat(SampleBook.audit(journal)).isEmpty();
    }

    @Test
    void the_log_is_the_tree_of_the_leaves_in_the_file() {
        SampleBook.fill(journal);
        MerkleLog slow = new MerkleLog();
        journal.leaves().forEach(leaf -> slow.appendHash(Leaf.hash(leaf)));
        assertThat(journal.log().root()).isEqualTo(slow.root());
        Leaf genesis = Leaf.parse(journal.leaves().get(0));
        assertThat(genesis.kind()).isEqualTo("genesis");
        assertThat(genesis.entity()).isEqualTo("91330106MA2KXXXX7Q");
    }

    @Test
    void a_red_entry_refers_to_the_leaf_it_takes_back() {
        SampleBook.fill(journal);
        Leaf red = Leaf.parse(journal.leaves().get(3));
        assertThat(red.refs()).containsExactly(2L);
        assertThat(Leaf.entryOf(Leaf.parse(journal.leaves().get(2))).number())
                .isEqualTo(EntryNumber.parse("2026-02-0001"));
        assertThat(journal.correctionOf(EntryNumber.parse("2026-02-0001")))
                .contains(EntryNumber.parse("2026-02-0002"));
    }

    @Test
    void a_key_is_free_again_when_its_entry_was_taken_back_and_its_history_stays() {
        SampleBook.fill(journal);
        assertThat(journal.bookedAs("invoice:one")).contains(EntryNumber.parse("2026-01-0001"));
        assertThat(journal.bookedAs("invoice:two")).isEmpty();
        assertThat(journal.everBookedAs("invoice:two"))
                .containsExactly(EntryNumber.parse("2026-02-0001"));
        assertThat(journal.find(EntryNumber.parse("2026-02-0001")).orElseThrow().keys())
                .containsExactly("invoice:two");
        assertThat(journal.entryOf("two")).contains(EntryNumber.parse("2026-02-0001"));
    }

    @Test
    void what_was_posted_or_rejected_is_resolved() {
        SampleBook.fill(journal);
        assertThat(journal.isResolved("one")).isTrue();
        assertThat(journal.isResolved("ef")).isTrue();
        assertThat(journal.isResolved("three")).isFalse();
    }

    @Test
    void numbers_are_continuous_within_a_period() {
        for (int i = 1; i <= 3; i++) {
            SampleBook.post(journal, SampleBook.sale("a" + i, "2026-01-1" + i, 100));
            SampleBook.post(journal, SampleBook.sale("b" + i, "2026-02-1" + i, 100));
        }
        reopen();
        SampleBook.post(journal, SampleBook.sale("a4", "2026-01-01", 100));
        assertThat(journal.entries().stream().filter(one -> one.period().month() == 1)
                .map(one -> one.number().sequence())).containsExactly(1, 2, 3, 4);
        assertThat(journal.lastSequence(Period.parse("2026-02"))).isEqualTo(3);
        assertThat(journal.lastSequence(Period.parse("2026-03"))).isZero();
    }

    @Test
    void after_a_failed_transaction_memory_and_file_are_as_before() {
        SampleBook.fill(journal);
        Said before = said();
        assertThatThrownBy(() -> journal.transaction(() -> {
            SampleBook.append(journal, SampleBook.sale("three", "2026-03-01", 100));
            journal.checkpoint("another note");
            throw new IllegalStateException("half way");
        })).hasMessage("half way");
        assertThat(said()).isEqualTo(before);
        reopen();
        assertThat(said()).isEqualTo(before);
        SampleBook.post(journal, SampleBook.sale("three", "2026-03-01", 100));
        assertThat(SampleBook.audit(journal)).isEmpty();
    }

    @Test
    void an_error_of_the_machine_commits_nothing() {
        Said before = said();
        assertThatThrownBy(() -> journal.transaction(() -> {
            SampleBook.append(journal, SampleBook.sale("one", "2026-03-01", 100));
            throw new OutOfMemoryError("a test");
        })).isInstanceOf(OutOfMemoryError.class);
        assertThat(said()).isEqualTo(before);
        reopen();
        assertThat(said()).isEqualTo(before);
    }

    @Test
    void a_checked_exception_commits_nothing_and_is_told() {
        assertThatThrownBy(() -> journal.transaction(() -> {
            SampleBook.append(journal, SampleBook.sale("one", "2026-03-01", 100));
            throw new java.io.IOException("the disk is full");
        })).isInstanceOf(StoreException.class).hasRootCauseMessage("the disk is full");
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void an_entry_that_a_trigger_refuses_leaves_nothing_behind() {
        JournalEntry one = SampleBook.post(journal, SampleBook.sale("one", "2026-01-10", 100));
        Said before = said();
        assertThatThrownBy(() -> journal.transaction(() -> {
            journal.append(one, Optional.empty());
            return null;
        })).isInstanceOf(StoreException.class).hasMessageContaining("history of the book");
        assertThat(said()).isEqualTo(before);
    }

    @Test
    void the_book_refuses_twice_what_the_journal_remembers() {
        SampleBook.fill(journal);
        reopen();
        assertThat(refusal(journal, "one", "2026-02-10"))
                .isEqualTo(Refusal.PROPOSAL_ALREADY_RESOLVED);
        assertThat(refusal(journal, "new", "2026-01-31")).isEqualTo(Refusal.PERIOD_CLOSED);
    }

    private static Refusal refusal(SqliteJournal journal, String id, String date) {
        return ((Outcome.Refused) SampleBook.book(journal)
                .post(SampleBook.sale(id, date, 100), "rule")).refusal();
    }

    private record Said(List<JournalEntry> entries, long size, String root, List<String> leaves,
            List<Integer> sequences, Object checkpoint) { }

    private Said said() {
        return new Said(journal.entries(), journal.log().size(), hex(journal.log().root()),
                journal.leaves().stream().map(JournalTest::hex).toList(),
                List.of(journal.lastSequence(Period.parse("2026-01")),
                        journal.lastSequence(Period.parse("2026-02")),
                        journal.lastSequence(Period.parse("2026-03"))), journal.lastCheckpoint());
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
