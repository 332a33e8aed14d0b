package onebook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.Book;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file answers from kept sums and indexes what walking all entries in memory would. */
class StoredRecordsTest {
    private static final String[] CODES = {"1002", "1122", "5001"};
    private static final String[] TEXTS = {"甲 \"公司\"", "乙\\公司", "丙%", "_", "debit"};

    @TempDir
    private Path folder;
    private SqliteJournal journal;
    private final Random random = new Random(5);

    @BeforeEach
    void fill() {
        journal = SampleBook.open(folder.resolve("book.onebook"));
        journal.transaction(() -> {
            Book book = SampleBook.book(journal);
            for (int i = 0; i < 300; i++) {
                Outcome outcome = random.nextInt(5) == 0 && !journal.entries().isEmpty()
                        ? book.correct(one().number(), date(), "错", "王芳")
                        : book.post(random(i), "王芳");
                if (outcome instanceof Outcome.Posted posted) {
                    journal.append(posted.entry(), Optional.empty());
                }
            }
            return null;
        });
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private java.time.LocalDate date() {
        return java.time.LocalDate.of(2026, 1 + random.nextInt(6), 1 + random.nextInt(28));
    }

    private JournalEntry one() {
        return journal.entries().get(random.nextInt(journal.entries().size()));
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private Proposal random(int i) {
        Money amount = Money.cny(1 + random.nextInt(1_000_000));
        JournalEntry.Kind kind = random.nextInt(9) == 0 ? JournalEntry.Kind.OPENING
                : JournalEntry.Kind.ORDINARY;
        String rule = random.nextInt(9) == 0 ? JournalEntry.PROFIT_TRANSFER : "by-hand";
        return new Proposal("p" + i, date(), kind, text(), List.of(
                Posting.debit(CODES[random.nextInt(3)], amount, random.nextBoolean() ? text() : "")
                        .with(Posting.Details.NONE.withMemo(random.nextBoolean() ? text() : "")),
                Posting.credit(CODES[random.nextInt(3)], amount)),
                List.of(Evidence.without("测试")), rule, text(), List.of(), Optional.empty());
    }

    @Test
    void sums_are_those_of_the_entries() {
        Records stored = journal.records();
        Records held = Records.of(journal.entries());
        for (Records.Part part : Records.Part.values()) {
            for (int from = 1; from <= 6; from++) {
                for (int to = from; to <= 7; to++) {
                    Period first = new Period(2026, from);
                    Period last = new Period(2026, to);
                    assertThat(stored.balances(part, first, last).byAccount())
                            .isEqualTo(held.balances(part, first, last).byAccount());
                    assertThat(stored.balances(part, first, last).byParty(AccountCode.of("1122")))
                            .isEqualTo(held.balances(part, first, last)
                                    .byParty(AccountCode.of("1122")));
                }
            }
        }
        assertThat(stored.firstMonth()).isEqualTo(held.firstMonth());
        assertThat(SampleBook.audit(journal)).isEmpty();
    }

    @Test
    void queries_find_what_walking_all_entries_finds() {
        Records stored = journal.records();
        Records held = Records.of(journal.entries());
        for (int i = 0; i < 200; i++) {
            Records.Query query = new Records.Query(maybe(new Period(2026, 1 + random.nextInt(6))),
                    maybe(new Period(2026, 1 + random.nextInt(6))),
                    maybe(AccountCode.of(CODES[random.nextInt(3)])),
                    random.nextInt(3) == 0 ? "" : random.nextInt(9) == 0
                            ? one().number().toString() : text());
            assertThat(stored.count(query)).as(query.toString()).isEqualTo(held.count(query));
            int skip = random.nextInt(20);
            assertThat(stored.window(query, skip, 7)).as(query.toString())
                    .isEqualTo(held.window(query, skip, 7));
        }
        try (Stream<JournalEntry> some = stored.entries(Set.of(AccountCode.of("5001")),
                new Period(2026, 2), new Period(2026, 4))) {
            assertThat(some).isEqualTo(held.entries(Set.of(AccountCode.of("5001")),
                    new Period(2026, 2), new Period(2026, 4)).toList());
        }
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}
