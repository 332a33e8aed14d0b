package onebook.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import onebook.bank.Statement.Proof;
import onebook.ledger.Money;
import onebook.ledger.Problem;
import org.junit.jupiter.api.Test;

class StatementChecksTest {
    private static final Random RANDOM = new Random(20260105);

    @Test
    void sound_balances_prove_in_either_order_of_the_file() {
        for (int i = 0; i < 200; i++) {
            List<StatementLine> lines = random(RANDOM.nextInt(30) + 2, i % 2 == 0);
            List<StatementLine> newestFirst = new ArrayList<>(lines);
            Collections.reverse(newestFirst);

            assertThat(StatementChecks.inOrder(lines)).isEqualTo(lines);
            assertThat(StatementChecks.inOrder(newestFirst)).isEqualTo(lines);
            StatementChecks.Verdict verdict = prove(lines);
            assertThat(verdict.proof()).isEqualTo(Proof.PROVEN);
            assertThat(verdict.opening()).contains(Money.parse("1000.00"));
            assertThat(verdict.closing()).isEqualTo(lines.get(lines.size() - 1).balance());
        }
    }

    @Test
    void a_missing_row_is_named_at_the_row_after_it() {
        for (int i = 0; i < 200; i++) {
            List<StatementLine> lines = new ArrayList<>(random(RANDOM.nextInt(30) + 3, true));
            int gone = RANDOM.nextInt(lines.size() - 2) + 1;
            lines.remove(gone);

            StatementChecks.Verdict verdict = prove(lines);
            assertThat(verdict.proof()).isEqualTo(Proof.BROKEN);
            assertThat(verdict.problems()).extracting(Problem::path)
                    .containsExactly("line:" + lines.get(gone).row());
        }
    }

    @Test
    void lines_without_balances_are_unverified_unless_the_file_states_both_ends() {
        List<StatementLine> lines = List.of(line(1, "2026-01-05", "", "10.00", null),
                line(2, "2026-01-06", "", "-4.00", null));

        assertThat(prove(lines).proof()).isEqualTo(Proof.UNVERIFIED);
        assertThat(prove(lines).opening()).isEmpty();
        assertThat(prove(lines, "1.00", "7.00").proof()).isEqualTo(Proof.PROVEN);
        assertThat(prove(lines, "1.00", "8.00").proof()).isEqualTo(Proof.BROKEN);
        assertThat(prove(lines, "1.00", null).closing()).contains(Money.parse("7.00"));
    }

    @Test
    void a_stated_opening_or_closing_that_differs_breaks_the_proof() {
        List<StatementLine> lines = List.of(line(1, "2026-01-05", "", "10.00", "110.00"),
                line(2, "2026-01-06", "", "-4.00", "106.00"));

        assertThat(prove(lines, "100.00", "106.00").proof()).isEqualTo(Proof.PROVEN);
        assertThat(prove(lines, "99.00", null).problems()).extracting(Problem::path)
                .containsExactly("opening");
        assertThat(prove(lines, null, "107.00").problems()).extracting(Problem::path)
                .containsExactly("closing");
    }

    @Test
    void lines_between_two_balances_are_summed_and_an_open_end_is_not_proven() {
        StatementLine first = line(1, "2026-01-05", "", "10.00", "110.00");
        StatementLine bare = line(2, "2026-01-06", "", "-4.00", null);

        assertThat(prove(List.of(first, bare, line(3, "2026-01-07", "", "1.00", "107.00"))).proof())
                .isEqualTo(Proof.PROVEN);
        assertThat(prove(List.of(first, bare, line(3, "2026-01-07", "", "1.00", "108.00"))).proof())
                .isEqualTo(Proof.BROKEN);
        assertThat(prove(List.of(first, bare)).proof()).isEqualTo(Proof.UNVERIFIED);
        assertThat(prove(List.of(first, bare)).closing()).contains(Money.parse("106.00"));
    }

    @Test
    void without_balances_and_times_the_order_of_the_file_stays_or_is_turned() {
        StatementLine a = line(1, "2026-01-07", "", "1.00", null);
        StatementLine b = line(2, "2026-01-06", "", "2.00", null);
        StatementLine c = line(3, "2026-01-06", "", "3.00", null);

        assertThat(StatementChecks.inOrder(List.of(a, b, c))).containsExactly(c, b, a);
        assertThat(StatementChecks.inOrder(List.of(b, c))).containsExactly(b, c);
        assertThat(StatementChecks.inOrder(List.of())).isEmpty();
    }

    @Test
    void times_order_a_day_that_has_no_balances() {
        StatementLine late = line(1, "2026-01-06", "17:00:00", "1.00", null);
        StatementLine early = line(2, "2026-01-06", "09:00:00", "2.00", null);
        StatementLine next = line(3, "2026-01-07", "08:00:00", "3.00", null);

        assertThat(StatementChecks.inOrder(List.of(late, early, next)))
                .containsExactly(early, late, next);
    }

    @Test
    void balances_outrank_times_because_banks_book_later_than_they_move() {
        StatementLine first = line(1, "2026-01-06", "17:00:00", "1.00", "101.00");
        StatementLine second = line(2, "2026-01-06", "09:00:00", "2.00", "103.00");

        assertThat(StatementChecks.inOrder(List.of(first, second))).containsExactly(first, second);
        assertThat(StatementChecks.inOrder(List.of(second, first))).containsExactly(first, second);
    }

    @Test
    void overlapping_files_merged_in_any_order_prove_again_even_without_times() {
        for (int i = 0; i < 100; i++) {
            List<StatementLine> all = random(RANDOM.nextInt(30) + 6, i % 2 == 0);
            int cut = RANDOM.nextInt(all.size() - 4) + 2;
            Map<String, StatementLine> merged = new LinkedHashMap<>();
            List<List<StatementLine>> files = new ArrayList<>(List.of(all.subList(0, cut + 1),
                    all.subList(cut - 1, all.size()), all.subList(1, cut)));
            Collections.shuffle(files, RANDOM);
            files.forEach(file -> LineIdentity.ofAll("1", file)
                    .forEach(line -> merged.putIfAbsent(line.id(), line.line())));

            List<StatementLine> ordered =
                    StatementChecks.inOrder(List.copyOf(merged.values()));
            assertThat(ordered).isEqualTo(all);
            assertThat(prove(ordered).proof()).isEqualTo(Proof.PROVEN);
        }
    }

    @Test
    void a_day_that_returns_to_the_same_balance_is_put_in_an_order_that_continues() {
        List<StatementLine> day = List.of(line(1, "2026-01-05", "", "70.00", "170.00"),
                line(2, "2026-01-05", "", "-50.00", "100.00"),
                line(3, "2026-01-05", "", "50.00", "150.00"),
                line(4, "2026-01-04", "", "5.00", "100.00"));

        assertThat(StatementChecks.inOrder(day)).extracting(StatementLine::row)
                .containsExactly(4, 3, 2, 1);
    }

    private static StatementChecks.Verdict prove(List<StatementLine> lines) {
        return prove(lines, null, null);
    }

    private static StatementChecks.Verdict prove(List<StatementLine> lines, String opening,
            String closing) {
        return StatementChecks.prove(lines, "CNY", Optional.ofNullable(opening).map(Money::parse),
                Optional.ofNullable(closing).map(Money::parse));
    }

    /** Amounts differ from line to line, so that no other order continues as well. */
    private static List<StatementLine> random(int size, boolean hasTimes) {
        List<StatementLine> lines = new ArrayList<>();
        Money balance = Money.parse("1000.00");
        LocalDate date = LocalDate.of(2026, 1, 1);
        for (int i = 0; i < size; i++) {
            Money amount = Money.cny((RANDOM.nextBoolean() ? 1 : -1) * (1_000_000L * (i + 1)
                    + RANDOM.nextInt(1_000_000)));
            balance = balance.plus(amount);
            date = date.plusDays(RANDOM.nextInt(3) / 2);
            lines.add(new StatementLine(i + 1, date, hasTimes
                    ? "%02d:%02d:00".formatted(i / 60, i % 60) : "", amount,
                    Optional.of(balance), "", "", "", "", ""));
        }
        return lines;
    }

    private static StatementLine line(int row, String date, String time, String amount,
            String balance) {
        return new StatementLine(row, LocalDate.parse(date), time, Money.parse(amount),
                Optional.ofNullable(balance).map(Money::parse), "", "", "", "", "");
    }
}
