package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Records;
import org.junit.jupiter.api.Test;

/** Statements of a book that keeps sums: which entries they ask for, and how often for sums. */
class KeptSumsTest {
    private static final ChartOfAccounts CHART = SmallBook.chart();
    private static final Forms FORMS = SmallBook.forms();

    /** Notes what is asked of it. */
    private static final class Asked implements Records {
        private final Records records = new RandomBooks(11, CHART).book().records();
        private final List<Set<AccountCode>> entries = new ArrayList<>();
        private final List<String> sums = new ArrayList<>();

        @Override
        public Balances balances(Part part, Period from, Period to) {
            sums.add(part + " " + from + " " + to);
            return records.balances(part, from, to);
        }

        @Override
        public Stream<JournalEntry> entries(Set<AccountCode> accounts, Period from, Period to) {
            entries.add(accounts);
            return records.entries(accounts, from, to);
        }

        @Override
        public long count(Query query) {
            return records.count(query);
        }

        @Override
        public List<JournalEntry> window(Query query, long skip, int most) {
            return records.window(query, skip, most);
        }

        @Override
        public Optional<JournalEntry> find(EntryNumber number) {
            return records.find(number);
        }

        @Override
        public Optional<Period> firstMonth() {
            return records.firstMonth();
        }
    }

    @Test
    void only_the_cash_flow_statement_reads_entries_and_only_those_of_cash() {
        Asked book = new Asked();
        Span span = Span.parse("2026Q1");
        TrialBalance.of(book, CHART, span.from(), span.to());
        BalanceSheet sheet = BalanceSheet.of(book, CHART, FORMS, span.to());
        IncomeStatement.of(book, CHART, FORMS, span);
        assertThat(book.entries).isEmpty();
        CashFlow.of(book, CHART, FORMS, span);
        assertThat(book.entries).hasSize(3).allMatch(Set.of(AccountCode.of("1001"),
                AccountCode.of("1002"), AccountCode.of("1012"))::equals);
        book.entries.clear();
        assertThat(sheet.line(9).first().entries(book)).isNotEmpty();
        assertThat(book.entries).hasSize(1);
    }

    @Test
    void the_same_sums_are_asked_for_once() {
        Asked book = new Asked();
        Statements.of(book, CHART, FORMS, Span.parse("2026-05"));
        assertThat(book.sums).doesNotHaveDuplicates().hasSizeLessThan(20);
    }
}
