package onebook.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedAssetTest {
    static final RecurringRules RULES = RecurringRules.parse(text("recurring"));
    private static final RecurringFile FILE = new RecurringFile(RULES);
    private static final RecurringItem.Ledger NOTHING = new RecurringItem.Ledger() {
        @Override
        public boolean isResolved(String proposal) {
            return false;
        }

        @Override
        public Money balance(AccountCode account, String party, Period month) {
            return Money.ZERO;
        }
    };

    static String text(String name) {
        try (var in = FixedAssetTest.class.getResourceAsStream(
                "/templates/closing/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static FixedAsset asset(String fields) {
        return (FixedAsset) FILE.read("assets: [{id: FA-1, name: 货车, " + fields + "}]").get(0)
                .item();
    }

    private static List<Money> life(FixedAsset asset, String from, int months) {
        List<Money> amounts = new ArrayList<>();
        Period month = Period.parse(from);
        for (int i = 0; i < months; i++) {
            amounts.add(asset.of(month));
            month = month.next();
        }
        return amounts;
    }

    /** 9,500 over 36 months: 263.89 each, 35 of them are 9,236.15, the last takes 263.85. */
    @Test
    void a_card_is_written_off_over_its_whole_life_and_not_a_fen_more() {
        FixedAsset computer = asset("cost: 10000, life: electronics, bought: 2026-01-15");
        List<Money> life = life(computer, "2026-01", 40);
        assertThat(life.get(0)).as("the month of purchase").isEqualTo(Money.ZERO);
        assertThat(life.subList(1, 36)).containsOnly(Money.parse("263.89"));
        assertThat(life.get(36)).as("January 2029").isEqualTo(Money.parse("263.85"));
        assertThat(life.subList(37, 40)).containsOnly(Money.ZERO);
        assertThat(Money.sum(life)).isEqualTo(Money.parse("9500.00"));
        assertThat(computer.remains()).isEqualTo(Money.parse("500.00"));
        assertThat(computer.writtenOff(Period.parse("2040-12"))).isEqualTo(Money.parse("9500.00"));
        assertThat(computer.writtenOff(Period.parse("2026-03"))).isEqualTo(Money.parse("527.78"));
        assertThat(computer.writtenOff(Period.parse("2025-03"))).isEqualTo(Money.ZERO);
    }

    @Test
    void tiny_costs_stop_at_what_remains() {
        FixedAsset pen = asset("cost: 0.05, residual: 0, months: 9, bought: 2026-01-15");
        List<Money> life = life(pen, "2026-01", 12);
        // 0.05 / 9 is half up 0.01: five months, then nothing is left
        assertThat(life.subList(1, 6)).containsOnly(Money.parse("0.01"));
        assertThat(Money.sum(life)).isEqualTo(Money.parse("0.05"));
    }

    @Test
    void an_intangible_asset_begins_in_its_month_and_remains_nothing() {
        FixedAsset licence = asset(
                "kind: intangible, cost: 1200, months: 12, bought: 2026-01-31");
        assertThat(life(licence, "2026-01", 13)).startsWith(Money.parse("100.00"))
                .endsWith(Money.ZERO);
        Proposal draft = licence.due(Period.parse("2026-01"), NOTHING).get(0);
        assertThat(lines(draft)).containsExactly("5602.09 100.00", "1702 -100.00");
    }

    @Test
    void deferred_expenses_are_written_off_their_own_account() {
        FixedAsset works = asset("kind: deferred, cost: 3600, months: 36, bought: 2026-01-31");
        assertThat(works.due(Period.parse("2026-01"), NOTHING)).isEmpty();
        assertThat(lines(works.due(Period.parse("2026-02"), NOTHING).get(0)))
                .containsExactly("5602.09 100.00", "1801 -100.00");
    }

    /** 48,000 less 2,400 less 22,800 written off is 22,800 over 24 months that are left: 950. */
    @Test
    void a_card_that_began_elsewhere_goes_on_with_what_is_left() {
        FixedAsset van = asset("cost: 48000, life: vehicle, bought: 2023-12-08, "
                + "depreciated: 22800, monthsDone: 24");
        assertThat(van.of(Period.parse("2025-12"))).isEqualTo(Money.ZERO);
        List<Money> life = life(van, "2026-01", 25);
        assertThat(life.subList(0, 24)).containsOnly(Money.parse("950.00"));
        assertThat(life.get(24)).isEqualTo(Money.ZERO);
        assertThat(van.due(Period.parse("2026-01"), NOTHING).get(0).why()).isEqualTo(
                "直线法：（原值 48000.00 − 净残值 2400.00 − 以前已提 22800.00）÷ 剩余 24 个月；"
                + "第 25 个月，累计 23750.00");
    }

    /** Bought in January, gone on 15 April: written off in February, March and April. */
    @Test
    void an_asset_that_goes_is_written_off_to_its_last_month_and_taken_off_the_book() {
        FixedAsset van = asset("cost: 48000, life: vehicle, bought: 2026-01-08, "
                + "disposed: 2026-04-15");
        List<Proposal> april = van.due(Period.parse("2026-04"), NOTHING);
        assertThat(april).extracting(Proposal::date).containsOnly(LocalDate.parse("2026-04-15"));
        assertThat(lines(april.get(0))).containsExactly("5602.08 950.00", "1602 -950.00");
        assertThat(lines(april.get(1)))
                .containsExactly("1606 45150.00 货车", "1602 2850.00", "1601 -48000.00");
        assertThat(van.due(Period.parse("2026-05"), NOTHING)).isEmpty();
    }

    @Test
    void an_intangible_asset_that_goes_is_not_written_off_in_its_last_month() {
        FixedAsset licence = asset("kind: intangible, cost: 1200, months: 12, "
                + "bought: 2026-01-31, disposed: 2026-03-02");
        assertThat(licence.due(Period.parse("2026-03"), NOTHING)).singleElement().satisfies(gone ->
                assertThat(lines(gone))
                        .containsExactly("5711.08 1000.00", "1702 200.00", "1701 -1200.00"));
    }

    private static List<String> lines(Proposal draft) {
        return draft.postings().stream().map(line -> (line.account() + " " + line.signed() + " "
                + line.party()).strip()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost: 0, life: vehicle, bought: 2026-01-01",
        "cost: 1.001, months: 3, bought: 2026-01-01", "cost: 100, bought: 2026-01-01",
        "cost: 100, life: spaceship, bought: 2026-01-01", "cost: 100, months: 3",
        "cost: 100, months: 3, bought: 2026-13-01", "cost: 100, months: 3, bought: yesterday",
        "cost: 100, months: 3, residual: 1, bought: 2026-01-01",
        "cost: 100, months: 3, bought: 2026-01-01, monthsDone: 3",
        "cost: 100, months: 3, bought: 2026-01-01, depreciated: 99",
        "cost: 100, months: 3, bought: 2026-01-01, disposed: 2025-12-31",
        "cost: 100, months: 3, bought: 2026-01-01, cleared: 2026-02",
        "cost: 100, months: 3, bought: 2026-01-01, account: 1002",
        "cost: 100, months: 3, bought: 2026-01-01, kind: ghost",
        "cost: 100, months: 3, bought: 2026-01-01, colour: red",
        "cost: 100, months: 3, bought: 2026-01-01, rules: {}",
        "cost: 1E+999999999, months: 3, bought: 2026-01-01"})
    void a_card_that_cannot_be_is_not_taken(String fields) {
        assertThatThrownBy(() -> asset(fields)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_life_and_kind_of_the_rules_makes_a_card() {
        RULES.lives().keySet().forEach(life -> assertThat(
                asset("cost: 100, bought: 2026-01-01, life: " + life).months()).isPositive());
        assertThat(Map.of("fixed", "1602", "intangible", "1702", "deferred", "1801"))
                .allSatisfy((kind, to) -> assertThat(asset("cost: 100, months: 5, "
                        + "bought: 2026-01-01, kind: " + kind).accounts())
                        .contains(AccountCode.of(to)));
    }
}
