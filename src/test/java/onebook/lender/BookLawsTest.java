package onebook.lender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.seal.Leaf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An owner with the key writes a log no book would write; the verifier says which law it breaks.
 */
class BookLawsTest {
    private static final List<Posting> LINES = List.of(
            Posting.debit("1002.01", SmallBook.yuan("7.00")),
            Posting.credit("3001", SmallBook.yuan("7.00")));

    @TempDir
    private Path folder;
    private final SmallBook book = new SmallBook().begin();

    @BeforeEach
    void one_good_entry() {
        book.entry(entry("2026-01-0001", "2026-01-05", "p1", LINES, null));
    }

    private static JournalEntry entry(String number, String date, String proposal,
            List<Posting> lines, String corrects) {
        return new JournalEntry(EntryNumber.parse(number), LocalDate.parse(date),
                corrects == null ? JournalEntry.Kind.ORDINARY : JournalEntry.Kind.CORRECTION, "x",
                lines, List.of(), "by-hand", "", "王芳", proposal,
                Optional.ofNullable(corrects).map(EntryNumber::parse));
    }

    private static List<Posting> red() {
        return LINES.stream().map(Posting::red).toList();
    }

    private List<String> broken() {
        try {
            Verdict verdict = PackageVerifier.verify(book.write(folder.resolve("x.obk")),
                    SmallBook.policy(), Optional.empty());
            List<String> ids = verdict.findings().stream()
                    .filter(one -> one.severity() == Finding.Severity.S1).map(Finding::id).toList();
            assertThat(verdict.exitCode() == 1).isEqualTo(!ids.isEmpty());
            return ids;
        } catch (IOException wrong) {
            throw new AssertionError(wrong);
        }
    }

    @Test
    void a_sound_log_breaks_none() {
        book.entry(entry("2026-01-0002", "2026-01-06", "red:2026-01-0001", red(), "2026-01-0001"));
        book.entry(entry("2026-02-0001", "2026-02-28", "p2", LINES, null));
        assertThat(broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-0003, 2026-01-06, p2, INT-ENTRY-NUMBER",
        "2026-01-0001, 2026-01-06, p2, INT-ENTRY-NUMBER",
        "2026-02-0002, 2026-02-06, p2, INT-ENTRY-NUMBER",
        "2026-01-0002, 2026-02-06, p2, INT-ENTRY-PERIOD",
        "2026-01-0002, 2026-01-06, p1, INT-ENTRY-TWICE"})
    void an_entry_that_stands_where_it_cannot(String number, String date, String proposal,
    String id) {
        book.entry(entry(number, date, proposal, LINES, null));
        assertThat(broken()).contains(id);
    }

    @Test
    void an_entry_whose_leaf_says_another_month() {
        JournalEntry second = entry("2026-01-0002", "2026-01-06", "p2", LINES, null);
        book.leaf("entry", "2026-02", Leaf.bodyOf(second));
        assertThat(broken()).contains("INT-ENTRY-PERIOD");
    }

    @Test
    void an_entry_that_does_not_balance() {
        book.entry(entry("2026-01-0002", "2026-01-06", "p2",
                List.of(LINES.get(0), Posting.credit("3001", SmallBook.yuan("6.99"))), null));
        assertThat(broken()).contains("INT-ENTRY-BALANCE");
    }

    @Test
    void an_entry_without_lines() {
        book.entry(entry("2026-01-0002", "2026-01-06", "p2", List.of(), null));
        assertThat(broken()).contains("INT-ENTRY-BALANCE");
    }

    @ParameterizedTest
    @CsvSource({"1002", "9999", "1002.02"})
    void an_entry_on_an_account_nobody_may_post_to(String account) {
        book.entry(entry("2026-01-0002", "2026-01-06", "p2",
                List.of(Posting.debit(account, SmallBook.yuan("7.00")), LINES.get(1)), null));
        assertThat(broken()).contains("INT-ENTRY-ACCOUNT");
    }

    @Test
    void an_entry_into_a_closed_month() {
        book.close();
        book.entry(entry("2026-01-0002", "2026-01-06", "p2", LINES, null));
        assertThat(broken()).contains("INT-ENTRY-CLOSED");
    }

    @Test
    void a_correction_of_something_else() {
        book.entry(entry("2026-01-0002", "2026-01-06", "r1", LINES, "2026-01-0001"));
        assertThat(broken()).contains("INT-ENTRY-CORRECTION");
    }

    @Test
    void a_correction_of_nothing() {
        book.entry(entry("2026-01-0002", "2026-01-06", "r1", red(), "2026-01-0009"));
        assertThat(broken()).contains("INT-ENTRY-CORRECTION");
    }

    @Test
    void a_second_correction_of_the_same_entry() {
        book.entry(entry("2026-01-0002", "2026-01-06", "r1", red(), "2026-01-0001"));
        book.entry(entry("2026-01-0003", "2026-01-06", "r2", red(), "2026-01-0001"));
        assertThat(broken()).contains("INT-ENTRY-CORRECTION");
    }

    @Test
    void a_correction_of_a_correction() {
        book.entry(entry("2026-01-0002", "2026-01-06", "r1", red(), "2026-01-0001"));
        book.entry(entry("2026-01-0003", "2026-01-06", "r2", LINES, "2026-01-0002"));
        assertThat(broken()).contains("INT-ENTRY-CORRECTION");
    }

    @ParameterizedTest
    @CsvSource({"entries,n,2", "debit_total,s,8.00", "credit_total,s,8.00",
            "trial_balance_sha256,s,00",
        "counts,m,0"})
    void a_close_that_states_other_figures(String key, String form, String value) {
        Map<String, Object> body = book.closing();
        body.put(key, switch (form) {
            case "n" -> Long.valueOf(value);
            case "m" -> Map.of("entry", Long.valueOf(value));
            default -> value;
        });
        book.leaf("close", "2026-01", body);
        assertThat(broken()).contains("INT-CLOSE");
    }

    @Test
    void a_close_that_states_little_is_asked_little() {
        book.leaf("close", "2026-01", Map.of("period", "2026-01"));
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_month_closed_twice_or_under_another_name() {
        book.close().close();
        assertThat(broken()).contains("INT-CLOSE-ORDER");
        book.leaf("close", "2026-02", Map.of("period", "2026-03"));
        assertThat(broken()).contains("INT-CLOSE-ORDER");
    }

    @Test
    void a_second_genesis_and_a_log_without_one() {
        book.begin();
        assertThat(broken()).contains("INT-GENESIS");
    }

    @Test
    void a_leaf_of_another_entity_or_book() {
        for (List<String> who : List.of(List.of("9133", "statutory"),
                List.of(SmallBook.ENTITY, "second"))) {
            book.leaves.add(new Leaf("op", book.leaves.size(), Instant.EPOCH, who.get(0),
                    who.get(1),
                    "", Map.of(), List.of()).bytes());
            assertThat(broken()).contains("INT-ENTITY");
            book.leaves.remove(book.leaves.size() - 1);
        }
    }

    @Test
    void another_chart_than_at_the_beginning() {
        book.chart.set(0, SmallBook.account("1002", "主营业务收入", onebook.ledger.Account.Kind.ASSET,
                onebook.ledger.Side.DEBIT));
        assertThat(broken()).contains("INT-CHART");
    }
}
