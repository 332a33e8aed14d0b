package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every balanced book, shown on random ones. */
class StatementIdentitiesTest {
    private static final Forms FORMS = SmallBook.forms();
    private static final List<String> SPANS = List.of(
            "2025-01", "2025-05", "2025Q2", "2025Q4", "2025", "2026-02", "2026Q1", "2026-08");

    /** A book and the chart it is kept by. */
    private record Sample(int seed, ChartOfAccounts chart) {
        SmallBook book() {
            return new RandomBooks(seed, chart).book();
        }
    }

    private static List<Sample> samples() {
        ChartOfAccounts small = SmallBook.chart();
        ChartOfAccounts general = SmallBook.chart("general");
        return new Random(7).ints(16, 1, 1_000_000)
                .mapToObj(seed -> new Sample(seed, seed % 2 == 0 ? small : general)).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void identities_hold_and_figures_are_the_sums_of_their_terms(Sample sample) {
        Records records = sample.book().records();
        for (String span : SPANS) {
            Statements all = Statements.of(records, sample.chart(), FORMS, Span.parse(span));
            assertThat(all.checks()).allMatch(one -> one.relation() == Identity.Relation.AT_LEAST);
            assertThat(all.trialBalance().checks()).isEmpty();
            all.forms().forEach(form -> form.lines().forEach(line -> line.both().forEach(figure ->
                    assertThat(Money.sum(figure.terms().stream().map(Term::amount).toList()))
                            .as("%s %d", form.form().name(), line.number())
                            .isEqualTo(figure.amount()))));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_a_voucher_moved_adds_up_to_its_cash_lines(Sample sample) {
        CashRules rules = new CashRules(FORMS.of(Forms.CASH_FLOW, RandomBooks.LAST),
                sample.chart());
        for (JournalEntry entry : sample.book().entries()) {
            Money cash = entry.postings().stream().filter(line -> rules.isCash(line.account()))
                    .map(Posting::signed).reduce(Money.ZERO, Money::plus);
            assertThat(Money.sum(VoucherCash.of(entry, rules).values())).isEqualTo(cash);
        }
    }

    /** Lines by party and line 51 leave out what came to nothing; the others are made again. */
    @ParameterizedTest
    @MethodSource("samples")
    void the_entries_behind_an_amount_give_it_again(Sample sample) {
        Records records = sample.book().records();
        Span span = Span.parse("2026Q1");
        Statements all = Statements.of(records, sample.chart(), FORMS, span);
        for (FilledForm form : all.forms()) {
            for (StatementLine line : form.lines()) {
                boolean isPartial = form instanceof BalanceSheet
                        && Set.of(4, 5, 8, 28, 33, 34, 39, 45, 51).contains(line.number());
                boolean isTotal = form.form().totals().containsKey(line.number());
                for (int column = 0; column < 2 && !isPartial && !isTotal; column++) {
                    Figure figure = line.both().get(column);
                    Records only = Records.of(figure.entries(records).toList());
                    assertThat(again(form, only, sample.chart(), span).line(line.number()).both()
                            .get(column).amount()).as("%s %d", form.form().name(), line.number())
                            .isEqualTo(figure.amount());
                }
            }
        }
    }

    private static FilledForm again(
            FilledForm form, Records records, ChartOfAccounts chart, Span span) {
        return form instanceof BalanceSheet ? BalanceSheet.of(records, chart, FORMS, span.to())
                : form instanceof CashFlow ? CashFlow.of(records, chart, FORMS, span)
                : IncomeStatement.of(records, chart, FORMS, span);
    }

    /** Whatever is taken back in its own month might as well never have been there. */
    @ParameterizedTest
    @MethodSource("samples")
    void an_entry_and_its_red_entry_are_nothing_in_every_statement(Sample sample) {
        SmallBook book = sample.book();
        Set<EntryNumber> touched = new TreeSet<>();
        book.entries().forEach(one -> one.corrects().ifPresent(touched::add));
        List<JournalEntry> wrong = book.entries().stream()
                .filter(one -> one.kind() == JournalEntry.Kind.ORDINARY)
                .filter(one -> one.period().equals(RandomBooks.LAST))
                .filter(one -> !touched.contains(one.number())).limit(6).toList();
        Records without = Records.of(book.entries().stream()
                .filter(one -> !wrong.contains(one)).toList());
        wrong.forEach(one -> book.red(one.date().toString(), one.number().toString()));
        for (String text : List.of("2026-08", "2026Q3")) {
            Span span = Span.parse(text);
            assertThat(amounts(Statements.of(book.records(), sample.chart(), FORMS, span)))
                    .isEqualTo(amounts(Statements.of(without, sample.chart(), FORMS, span)));
        }
    }

    private static List<String> amounts(Statements all) {
        return all.forms().stream().flatMap(form -> form.lines().stream().map(line ->
                form.form().name() + " " + line.number() + " " + line.first().amount() + " "
                        + line.second().amount())).toList();
    }

    /** 本年累计 of a month is that of the month before it and its own. */
    @ParameterizedTest
    @MethodSource("samples")
    void the_year_grows_month_by_month(Sample sample) {
        Records records = sample.book().records();
        Period march = Period.parse("2026-03");
        Statements before = Statements.of(records, sample.chart(), FORMS,
                Span.of(march.previous(), march.previous()));
        Statements now = Statements.of(records, sample.chart(), FORMS, Span.of(march, march));
        now.incomeStatement().lines().forEach(line -> assertThat(line.second().amount())
                .isEqualTo(before.incomeStatement().line(line.number()).second().amount()
                        .plus(line.first().amount())));
        now.cashFlow().lines().stream().filter(line -> line.number() <= 20)
                .forEach(line -> assertThat(line.second().amount())
                        .isEqualTo(before.cashFlow().line(line.number()).second().amount()
                                .plus(line.first().amount())));
    }
}
