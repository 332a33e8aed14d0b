package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import onebook.ledger.Account.Dimension;
import onebook.ledger.AccountCode;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records.Part;
import onebook.ledger.Side;
import onebook.report.LedgerLine.Kind;
import onebook.report.LedgerQuery.Filter;
import onebook.report.MultiColumnLedger.Line;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of every account book, on any entries, against sums made the slow way. */
class LedgerPropertyTest {
    private static final List<Period[]> SPANS = List.of(
            span("2025-10", "2026-03"), span("2025-11", "2026-01"), span("2026-01", "2026-01"),
            span("2026-02", "2026-03"), span("2025-01", "2025-12"), span("2026-05", "2026-06"));
    private static final List<String> CODES =
            List.of("1001", "1002", "1122", "2221", "2221.01", "5602", "5602.05", "3103", "2001");

    private static Period[] span(String from, String to) {
        return new Period[] {Period.parse(from), Period.parse(to)};
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_detail_ledger_opens_and_closes_with_the_balances(long seed) {
        RandomBook book = new RandomBook(seed, 120);
        forEach(query -> {
            List<LedgerLine> lines = DetailLedger.of(book.records(), query).lines().toList();
            assertThat(lines.get(0).balance().money()).isEqualTo(slow(book, query, true));
            Money closing = lines.get(lines.size() - 1).balance().money();
            assertThat(closing).isEqualTo(slow(book, query, false));
            Money balance = lines.get(0).balance().money();
            for (LedgerLine line : lines) {
                balance = line.kind() == Kind.ENTRY
                        ? balance.plus(line.sides().balance().money()) : balance;
                assertThat(line.balance().money()).isEqualTo(balance);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void months_on_their_own_are_the_months_of_the_whole(long seed) {
        RandomBook book = new RandomBook(seed, 120);
        forEach(query -> {
            for (LedgerQuery one : List.of(query, query.daily(), query.mentioning("1"))) {
                DetailLedger ledger = DetailLedger.of(book.records(), one);
                assertThat(ledger.isInMonths()).isTrue();
                assertThat(one.months().flatMap(ledger::lines)
                        .map(LedgerPropertyTest::numbered).toList())
                        .isEqualTo(ledger.lines().map(LedgerPropertyTest::numbered).toList());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_general_ledger_says_of_months_and_years_what_the_detail_ledger_does(long seed) {
        RandomBook book = new RandomBook(seed, 150);
        forEach(query -> {
            List<LedgerLine> details = DetailLedger.of(book.records(), query).lines()
                    .filter(line -> line.kind() != Kind.ENTRY).toList();
            List<LedgerLine> general = GeneralLedger.of(book.records(), query.from(), query.to())
                    .lines(query.account());
            assertThat(general.stream().map(LedgerPropertyTest::said)
                    .filter(LedgerPropertyTest::isMoved).toList())
                    .isEqualTo(details.stream().map(LedgerPropertyTest::said)
                            .filter(LedgerPropertyTest::isMoved).toList());
        });
    }

    /** Entries that cancel out give a month of lines in one and no turnover in the other. */
    private static boolean isMoved(String said) {
        return !said.contains("本") || !said.contains("0.00 0.00");
    }

    private static String numbered(LedgerLine line) {
        return line.kind() + " " + line.entry() + " " + said(line);
    }

    private static String said(LedgerLine line) {
        return "%s %s %s %s %s".formatted(line.summary(), line.date(),
                line.sides().debit().money(), line.sides().credit().money(),
                line.balance().money());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void columns_add_up_to_the_account(long seed) {
        RandomBook book = new RandomBook(seed, 150);
        for (String code : List.of("5602", "2221.01", "2221")) {
            for (Period[] span : SPANS) {
                LedgerQuery query = LedgerQuery.of(AccountCode.of(code), span[0], span[1]);
                MultiColumnLedger ledger = MultiColumnLedger.of(
                        book.records(), FictionalCompany.read().chart(), query);
                for (Line line : ledger.lines().toList()) {
                    boolean isBalance = line.line().sides().isZero()
                            && line.line().entry().isEmpty();
                    assertThat(sum(ledger, line)).as(code + " " + line).isEqualTo(isBalance
                            ? line.line().balance().money()
                            : line.line().sides().balance().money());
                }
            }
        }
    }

    private static Money sum(MultiColumnLedger ledger, Line line) {
        Money sum = Money.ZERO;
        for (int column = 0; column < line.amounts().size(); column++) {
            Money amount = line.amounts().get(column);
            sum = ledger.columns().get(column).side() == Side.DEBIT
                    ? sum.plus(amount) : sum.minus(amount);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_is_open_is_the_balance_of_each_party(long seed) {
        RandomBook book = new RandomBook(seed, 200);
        List<Ageing.Bucket> buckets = Ageing.buckets("days,label\n30,a\n60,b\n,c\n");
        for (LocalDate at : List.of(LocalDate.parse("2025-11-15"), LocalDate.parse("2026-03-31"))) {
            for (Side side : Side.values()) {
                Ageing ageing = Ageing.of(
                        book.records(), AccountCode.of("1122"), side, at, buckets);
                for (Ageing.Row row : ageing.rows()) {
                    Money signed = slow(book, one -> !one.date().isAfter(at), line ->
                            line.account().value().equals("1122")
                                    && line.party().equals(row.party()));
                    assertThat(row.total())
                            .isEqualTo(side == Side.DEBIT ? signed : signed.negated());
                    assertThat(row.amounts()).noneMatch(Money::isNegative);
                    assertThat(row.advance().isPositive()).isFalse();
                    assertThat(row.advance().isZero()
                            || row.amounts().stream().allMatch(Money::isZero)).isTrue();
                }
                Money all = slow(book, one -> !one.date().isAfter(at),
                        line -> line.account().value().equals("1122"));
                assertThat(ageing.total().total())
                        .isEqualTo(side == Side.DEBIT ? all : all.negated());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ledgers_of_parties_and_departments_add_up_to_the_whole(long seed) {
        RandomBook book = new RandomBook(seed, 120);
        forEach(query -> {
            Money whole = closing(book, query);
            Money parties = Money.sum(RandomBook.PARTIES.stream().map(party -> closing(book,
                    query.with(new Filter(Optional.of(party), Map.of())))).toList());
            Money departments = Money.sum(RandomBook.DEPARTMENTS.stream().map(one -> closing(book,
                    query.with(new Filter(Optional.empty(),
                            Map.of(Dimension.DEPARTMENT, one))))).toList());
            assertThat(parties).isEqualTo(whole);
            assertThat(departments).isEqualTo(whole);
            for (Dimension dimension : List.of(Dimension.CUSTOMER, Dimension.DEPARTMENT)) {
                assertThat(Money.sum(AuxiliaryBalances.of(book.records(), Set.of(query.account()),
                        dimension, query.from(), query.to()).rows().stream()
                        .map(AuxiliaryBalances.Row::closing).toList())).isEqualTo(whole);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void units_are_counted_like_amounts(long seed) {
        RandomBook book = new RandomBook(seed, 100);
        forEach(query -> {
            List<LedgerLine> lines =
                    DetailLedger.of(book.records(), query.measured()).lines().toList();
            BigDecimal units = BigDecimal.ZERO;
            for (JournalEntry entry : book.entries()) {
                if (entry.period().compareTo(query.to()) <= 0) {
                    for (Posting line : entry.postings()) {
                        BigDecimal count = line.details().quantity().get().count();
                        units = !line.account().isWithin(query.account()) ? units
                                : line.side() == Side.DEBIT ? units.add(count)
                                : units.subtract(count);
                    }
                }
            }
            assertThat(lines.get(lines.size() - 1).balance().units())
                    .isEqualByComparingTo(units);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void windows_put_together_are_the_book(long seed) {
        RandomBook book = new RandomBook(seed, 200);
        DetailLedger ledger = DetailLedger.of(book.records(),
                LedgerQuery.of(AccountCode.of("1122"), RandomBook.FIRST, RandomBook.LAST).daily());
        List<LedgerLine> windows = new ArrayList<>();
        for (int offset = 0; offset < 400; offset += 7) {
            windows.addAll(ledger.window(offset, 7));
        }
        assertThat(windows).isEqualTo(ledger.lines().toList());
    }

    private static void forEach(Consumer<LedgerQuery> check) {
        CODES.forEach(code -> SPANS.forEach(span ->
                check.accept(LedgerQuery.of(AccountCode.of(code), span[0], span[1]))));
    }

    private static Money closing(RandomBook book, LedgerQuery query) {
        try (Stream<LedgerLine> lines = DetailLedger.of(book.records(), query).lines()) {
            return lines.reduce((one, next) -> next).orElseThrow().balance().money();
        }
    }

    /** The balance before the first month, or after the last one. */
    private static Money slow(RandomBook book, LedgerQuery query, boolean isOpening) {
        return slow(book, entry -> {
            boolean isBefore = entry.period().compareTo(query.from()) < 0
                    || entry.period().compareTo(query.to()) <= 0
                    && part(book, entry) == Part.OPENING;
            return isOpening ? isBefore : entry.period().compareTo(query.to()) <= 0;
        }, line -> line.account().isWithin(query.account()));
    }

    private static Part part(RandomBook book, JournalEntry entry) {
        return Part.of(entry, number -> book.entries().stream()
                .filter(one -> one.number().equals(number)).findFirst());
    }

    private static Money slow(RandomBook book, Predicate<JournalEntry> which,
            Predicate<Posting> lines) {
        return Money.sum(book.entries().stream().filter(which)
                .flatMap(entry -> entry.postings().stream()).filter(lines)
                .map(Posting::signed).toList());
    }
}
