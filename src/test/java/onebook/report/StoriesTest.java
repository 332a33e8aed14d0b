package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Companies whose statements were worked out on paper; each folder tells the story and how. */
class StoriesTest {

    @ParameterizedTest
    @CsvSource({"trading, small-scale, 2025Q4", "service, general, 2025",
        "production, general, 2025Q3"})
    void every_line_is_what_was_worked_out_on_paper(
            String company, String taxpayer, String span) {
        Story story = Story.read(company, taxpayer);
        List<Story.Expected> found = story.statements(span).forms().stream()
                .flatMap(form -> form.lines().stream().map(line -> new Story.Expected(
                        form.form().name(), line.number(), line.first().amount().toString(),
                        line.second().amount().toString()))).toList();
        assertThat(found).hasSize(53 + 32 + 22).isEqualTo(story.expected());
    }

    @ParameterizedTest
    @CsvSource({"trading, small-scale, 2025Q4", "service, general, 2025",
        "production, general, 2025Q3"})
    void a_figure_is_the_sum_of_its_terms_and_its_entries_give_it_again(
            String company, String taxpayer, String span) {
        Story story = Story.read(company, taxpayer);
        Records records = story.book().records();
        for (FilledForm form : story.statements(span).forms()) {
            for (StatementLine line : form.lines()) {
                for (Figure figure : line.both()) {
                    assertThat(Money.sum(figure.terms().stream().map(Term::amount).toList()))
                            .as("%s %d", form.form().name(), line.number())
                            .isEqualTo(figure.amount());
                    try (Stream<JournalEntry> entries = figure.entries(records)) {
                        assertThat(entries.findAny().isPresent() || figure.amount().isZero())
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void identities_that_do_not_hold_are_named_with_both_amounts() {
        List<Identity> broken = Story.read("trading", "small-scale").statements("2025Q4").checks();
        assertThat(broken).containsExactly(new Identity("会小企02", "18 >= 19", "18 >= 19", "本年累计金额",
                Identity.Relation.AT_LEAST, Money.parse("771.50"), Money.parse("1263.50")));
        assertThat(Story.read("service", "general").statements("2025").checks()).isEmpty();
        assertThat(Story.read("production", "general").statements("2025Q3").checks()).isEmpty();
    }

    @Test
    void months_add_up_to_the_quarter() {
        Story story = Story.read("production", "general");
        List<Statements> months = Stream.of("2025-07", "2025-08", "2025-09")
                .map(story::statements).toList();
        Statements quarter = story.statements("2025Q3");
        quarter.incomeStatement().lines().forEach(line -> assertThat(sum(months.stream()
                .map(Statements::incomeStatement), line.number()))
                .isEqualTo(line.first().amount()));
        quarter.cashFlow().lines().stream().filter(line -> line.number() <= 20)
                .forEach(line -> assertThat(sum(months.stream().map(Statements::cashFlow),
                        line.number())).isEqualTo(line.first().amount()));
    }

    private static Money sum(Stream<? extends FilledForm> months, int line) {
        return months.map(one -> one.line(line).first().amount()).reduce(Money.ZERO, Money::plus);
    }

    @Test
    void the_end_of_a_year_is_the_beginning_of_the_next() {
        Story story = Story.read("production", "general");
        BalanceSheet last = story.statements("2025-12").balanceSheet();
        story.statements("2026-01").balanceSheet().lines().forEach(line ->
                assertThat(line.second().amount())
                        .isEqualTo(last.line(line.number()).first().amount()));
    }

    @Test
    void an_amount_of_cash_leads_to_the_vouchers_that_moved_it() {
        Story story = Story.read("trading", "small-scale");
        CashFlow cash = story.statements("2025Q4").cashFlow();
        assertThat(cash.line(6).first().entries(story.book().records())
                .map(entry -> entry.number().toString())).containsExactly("2025-11-0001",
                "2025-11-0002", "2025-11-0003", "2025-11-0004", "2025-11-0005", "2025-12-0004");
        assertThat(cash.line(8).first().entries(story.book().records())
                .map(entry -> entry.number().toString())).containsExactly("2025-10-0001");
    }
}
