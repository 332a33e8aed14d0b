package onebook.reconcile;

import static onebook.reconcile.Cash.KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import onebook.ledger.AccountCode;
import onebook.words.Sentence;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds for any lines and items. Few names and amounts, so that ties are frequent. */
class MatcherPropertyTest {
    private static final List<String> NAMES = List.of("浙江云帆科技有限公司", "云帆科技有限公司", "瑞帆（合肥）贸易有限公司",
            "杭州明达供应链有限公司", Cash.OWN_NAME, "");
    private static final List<String> NUMBERS = List.of(Cash.ABC_NUMBER, Cash.CCB_NUMBER, "1202",
            "");
    private static final List<String> MEMOS = List.of("货款", "提现", "", "代浙江云帆科技有限公司付",
            "云帆科技有限公司 杭州明达供应链有限公司", "手续费");

    @RepeatedTest(60)
    void the_order_of_what_is_given_does_not_matter_and_twice_is_once(RepetitionInfo turn) {
        Random random = new Random(turn.getCurrentRepetition());
        List<OpenItem> items = items(random);
        List<CashLine> lines = lines(random);
        Matcher.Result wanted = Matcher.match(items, lines, KNOWN);

        for (int i = 0; i < 5; i++) {
            List<CashLine> overlapping = new ArrayList<>(lines);
            overlapping.addAll(lines.subList(0, random.nextInt(lines.size())));
            Collections.shuffle(overlapping, random);
            List<OpenItem> shuffled = new ArrayList<>(items);
            Collections.shuffle(shuffled, random);
            assertThat(Matcher.match(shuffled, overlapping, KNOWN)).isEqualTo(wanted);
        }
    }

    @RepeatedTest(60)
    void each_line_is_used_once_and_each_pair_keeps_the_rules(RepetitionInfo turn) {
        Random random = new Random(1000 + turn.getCurrentRepetition());
        List<CashLine> lines = lines(random);
        Matcher.Result result = Matcher.match(items(random), lines, KNOWN);
        Set<String> used = new HashSet<>();
        Set<String> settled = new HashSet<>();
        for (Match match : result.matches()) {
            assertThat(Sentence.sealed(match.why().chinese())).isEqualTo(match.why());
            if (match instanceof Match.Settlement one) {
                assertThat(used.add(one.line().id())).isTrue();
                assertThat(settled.add(one.item().id())).isTrue();
                assertThat(one.line().line().amount().abs()).isEqualTo(one.item().amount());
                assertThat(one.item().date()).isBeforeOrEqualTo(one.line().line().date());
                String words = one.line().line().party() + one.line().line().memo();
                assertThat(PartyNames.plain(words)).contains(PartyNames.plain(one.item().party()));
            } else if (match instanceof Match.Transfer pair) {
                assertThat(used.add(pair.paid().id()) && used.add(pair.received().id())).isTrue();
                assertThat(pair.paid().account()).isNotEqualTo(pair.received().account());
                assertThat(pair.paid().line().amount().negated())
                        .isEqualTo(pair.received().line().amount());
                assertThat(pair.paid().line().date()).isBetween(
                        pair.received().line().date().minusDays(2),
                        pair.received().line().date().plusDays(2));
            }
        }
        result.unmatched().forEach(left -> assertThat(used.add(left.line().id())).isTrue());
        assertThat(used).hasSize(lines.size());
    }

    @RepeatedTest(30)
    void a_second_run_over_what_was_left_finds_nothing_more(RepetitionInfo turn) {
        Random random = new Random(2000 + turn.getCurrentRepetition());
        List<OpenItem> items = items(random);
        Matcher.Result first = Matcher.match(items, lines(random), KNOWN);
        List<OpenItem> rest = new ArrayList<>(items);
        first.matches().forEach(match -> {
            if (match instanceof Match.Settlement one) {
                rest.remove(one.item());
            }
        });
        List<CashLine> left = first.unmatched().stream()
                .filter(one -> one.reason().name().equals("NO_RULE_KNOWS_THIS"))
                .map(Unmatched::line).toList();
        assertThat(Matcher.match(rest, left, KNOWN).matches()).isEmpty();
    }

    @Test
    void twenty_thousand_lines_with_few_amounts_take_no_quadratic_time() {
        Random random = new Random(5);
        List<OpenItem> items = new ArrayList<>();
        List<CashLine> lines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String party = "客户" + "%05d".formatted(i) + "有限公司";
            items.add(Cash.owedToUs("i" + i, party, (random.nextInt(5) + 1) + "00.00",
                    "2026-01-01"));
            lines.add(Cash.line("l" + i, Cash.ABC, "2026-01-10 " + items.get(i).amount(),
                    i % 2 == 0 ? party : "", "", "货款" + party));
        }
        long start = System.nanoTime();
        assertThat(Matcher.match(items, lines, KNOWN).matches()).hasSize(20_000);
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    private static List<CashLine> lines(Random random) {
        List<CashLine> lines = new ArrayList<>();
        List<String> accounts = List.of(Cash.ABC, Cash.CCB, Cash.ALIPAY);
        for (int i = 0; i < 30 + random.nextInt(30); i++) {
            String amount = (random.nextBoolean() ? "-" : "") + (random.nextInt(4) + 1) + "00.00";
            lines.add(Cash.line("l%02d".formatted(i), one(random, accounts),
                    LocalDate.of(2026, 1, 1).plusDays(random.nextInt(20)) + " " + amount,
                    one(random, NAMES), one(random, NUMBERS), one(random, MEMOS)));
        }
        return lines;
    }

    private static List<OpenItem> items(Random random) {
        List<OpenItem> items = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            OpenItem item = Cash.owedToUs("i%02d".formatted(i), NAMES.get(random.nextInt(4)),
                    (random.nextInt(4) + 1) + "00.00",
                    LocalDate.of(2026, 1, 1).plusDays(random.nextInt(15)).toString());
            items.add(random.nextBoolean() ? item : new OpenItem(item.id(), AccountCode.of("2202"),
                    item.party(), item.amount(), item.date(), item.invoiceKey()));
        }
        return items;
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
