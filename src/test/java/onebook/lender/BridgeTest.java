package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.lender.finding.AnswerTables;
import onebook.lender.finding.Answers;
import onebook.lender.finding.Bridge;
import onebook.lender.finding.Corroboration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BridgeTest {
    private static final int SEEDS = Integer.getInteger("onebook.bridges", 20);

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    private static Answers answers(ScriptedCompany company) {
        return company.replay().answers(company.scope());
    }

    /** Whatever a company may do with its sales, invoices and receipts. */
    private static ScriptedCompany random(int seed) {
        Random dice = new Random(seed);
        ScriptedCompany company = ScriptedCompany.honest();
        List<Integer> sales = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String day = "2026-0%d-%02d".formatted(1 + dice.nextInt(4), 1 + dice.nextInt(28));
            String net = Money.cny(100 + dice.nextInt(5_000_000)).toString();
            String party = "客户" + dice.nextInt(5);
            switch (dice.nextInt(9)) {
                case 0 -> sales.add(company.book(day, party, net));
                case 1 -> sales.add(company.sell(day, party, net));
                case 2 -> company.listOnly(day, true, party, net);
                case 3 -> company.bank(day, net, party, dice.nextBoolean() ? "2203" : "1122");
                case 4 -> company.bank(day, (dice.nextBoolean() ? "-" : "") + net, party,
                    dice.nextBoolean() ? "1122" : "2241");
                case 5 -> company.byHand(day, Posting.debit("2241", Money.parse(net), party),
                    Posting.credit("1122", Money.parse(net), party));
                case 6 -> {
                    String month = "2026-0" + (1 + dice.nextInt(4)) + "-17";
                    String file = company.invoice(month, true, party, net);
                    company.list(month, true, party, net, dice.nextBoolean() ? "normal" : "red");
                    sales.add(company.book(day, party, net, file));
                }
                case 7 -> {
                    if (!sales.isEmpty()) {
                        company.takeBack("2026-04-29", sales.remove(0));
                    }
                }
                default -> company.byHand(day, Posting.debit("5602", Money.parse(net)),
                    Posting.debit("1002.01", Money.ZERO.minus(Money.parse(net))),
                    Posting.credit("1122", Money.ZERO, party));
            }
        }
        return company;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_bridge_adds_up_to_the_fen_and_each_cause_is_named(int seed) {
        Answers answers = answers(random(seed));
        assertThat(answers.bridges()).hasSizeGreaterThanOrEqualTo(14).allSatisfy(bridge -> {
            Money lines = Money.sum(bridge.explained().stream().map(Bridge.Line::amount).toList());
            assertThat(bridge.start().minus(bridge.end())).isEqualTo(
                lines.plus(bridge.residual()));
            if (bridge.name().equals("book-invoices")) {
                assertThat(bridge.residual()).isEqualTo(Money.ZERO);
            }
        });
    }

    /** Sums start, lines and residual of each bridge of the table as a reader would. */
    @Test
    void the_table_of_the_package_adds_up_as_it_stands() {
        String table = new String(AnswerTables.of(answers(random(7))).get(AnswerTables.TIE_OUT),
            UTF_8);
        Map<String, Money> sums = new TreeMap<>();
        table.lines().skip(1).forEach(line -> {
            String[] cells = line.split(",");
            Money amount = Money.parse(cells[cells.length - 1]);
            sums.merge(cells[0] + cells[1] + cells[2], line.contains(",start,") ? amount
                : amount.negated(), Money::plus);
        });
        assertThat(sums).hasSizeGreaterThanOrEqualTo(14).allSatisfy((bridge, sum) ->
            assertThat(sum).isEqualTo(Money.ZERO));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_part_of_the_corroboration_is_more_than_its_whole(int seed) {
        List<Corroboration.Cell> cells = answers(random(seed)).corroboration();
        assertThat(cells).isNotEmpty().allSatisfy(cell -> {
            for (Money part : List.of(cell.e1(), cell.e2(), cell.e3(), cell.two())) {
                assertThat(part).isBetween(Money.ZERO, cell.amount());
            }
            assertThat(cell.two()).isLessThanOrEqualTo(cell.e1());
        });
    }

    @Test
    void one_bank_line_shows_no_more_than_its_own_amount() {
        ScriptedCompany company = new ScriptedCompany();
        company.book("2026-01-05", "客户甲", "150000.00",
            company.invoice("2026-01-05", true, "客户甲", "100000.00"));
        Corroboration.Cell revenue = answers(company).corroboration().get(0);
        assertThat(revenue.kind()).isEqualTo(Corroboration.Kind.REVENUE);
        assertThat(revenue.amount()).isEqualTo(Money.parse("151500.00"));
        assertThat(revenue.e1()).isEqualTo(Money.parse("101000.00"));
        assertThat(revenue.two()).isEqualTo(Money.ZERO);
        assertThat(revenue.e3()).isEqualTo(Money.ZERO);
    }

    @Test
    void an_invoice_and_the_money_paid_for_it_are_two_sources() {
        ScriptedCompany company = new ScriptedCompany();
        company.book("2026-01-05", "客户甲", "1000.00",
            company.invoice("2026-01-05", true, "客户甲", "1000.00"));
        company.receive("2026-02-05", "客户甲", "600.00");
        Corroboration.Cell revenue = answers(company).corroboration().get(0);
        assertThat(revenue.two()).isEqualTo(Money.parse("600.00"));
    }

    @Test
    void what_is_taken_back_shows_nothing_and_counts_nothing() {
        ScriptedCompany company = new ScriptedCompany();
        String file = company.invoice("2026-01-05", true, "客户甲", "1000.00");
        company.takeBack("2026-02-06", company.book("2026-01-05", "客户甲", "1000.00", file));
        company.book("2026-02-07", "客户甲", "1000.00", file);
        List<Corroboration.Cell> cells = answers(company).corroboration();
        assertThat(cells).extracting(cell -> cell.kind() + " " + cell.month() + " " + cell.e1())
            .containsExactly("REVENUE 2026-02 1010.00", "RECEIVABLES 2026-02 1010.00");
    }

    @Test
    void ratios_say_their_lines_or_why_they_are_not_there() {
        assertThat(answers(ScriptedCompany.honest()).ratios()).hasSizeGreaterThan(15)
            .allSatisfy(ratio -> {
                assertThat(ratio.value().isEmpty()).isEqualTo(!ratio.whyNot().isEmpty());
                assertThat(ratio.formula()).isNotBlank();
                ratio.value().ifPresent(value ->
                    assertThat(value).matches("-?[0-9]+(\\.[0-9]{4})?"));
            });
    }
}
