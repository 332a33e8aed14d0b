package onebook.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.EntryNumber;
import onebook.ledger.Money;
import onebook.tax.Surcharges.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatReturnTest {

    private static void assertLines(VatReturn vat, Column column, Map<Integer, String> expected) {
        Map<Integer, String> found = new TreeMap<>();
        for (int line = 1; line <= 25; line++) {
            if (!vat.value(line, column).isZero()) {
                found.put(line, vat.value(line, column).toString());
            }
        }
        assertThat(found).isEqualTo(new TreeMap<>(expected));
    }

    @Test
    void sales_of_400000_at_one_percent_are_taxed_in_full() {
        VatReturn vat = Sales.quarter("2026-01-05 ordinary goods 250000.00 0.01",
                "2026-03-31 special goods 150000.00 0.01");
        assertThat(vat.isExempt()).isFalse();
        assertLines(vat, Column.GOODS, Map.ofEntries(Map.entry(1, "400000.00"),
                Map.entry(2, "150000.00"), Map.entry(3, "250000.00"), Map.entry(15, "12000.00"),
                Map.entry(16, "8000.00"), Map.entry(20, "4000.00"), Map.entry(22, "4000.00"),
                Map.entry(23, "140.00"), Map.entry(24, "60.00"), Map.entry(25, "40.00")));
        assertLines(vat, Column.SERVICES, Map.of());
        assertThat(vat.payable()).isEqualTo(Money.parse("4000.00"));
        assertThat(vat.surcharges().total()).isEqualTo(Money.parse("240.00"));
        assertThat(vat.exemptTax()).isEqualTo(Money.ZERO);
        assertThat(vat.roundingDifference()).isEqualTo(Money.ZERO);
        assertThat(vat.warnings()).isEmpty();
    }

    @Test
    void sales_of_280000_are_exempt_but_for_special_invoices() {
        VatReturn vat = Sales.quarter("2026-01-05 ordinary goods 200000.00 0.01",
                "2026-02-05 unbilled goods 30000.00 0.01",
                "2026-03-31 special goods 50000.00 0.01");
        assertThat(vat.isExempt()).isTrue();
        assertLines(vat, Column.GOODS, Map.ofEntries(Map.entry(1, "50000.00"),
                Map.entry(2, "50000.00"), Map.entry(9, "230000.00"), Map.entry(10, "230000.00"),
                Map.entry(15, "1500.00"), Map.entry(16, "1000.00"), Map.entry(17, "6900.00"),
                Map.entry(18, "6900.00"), Map.entry(20, "500.00"), Map.entry(22, "500.00"),
                Map.entry(23, "17.50")));
        assertThat(vat.exemptTax()).isEqualTo(Money.parse("2300.00"));
        assertThat(vat.surcharges().due(Kind.EDUCATION)).isEqualTo(Money.ZERO);
        assertThat(vat.surcharges().item(Kind.EDUCATION).exempt()).isEqualTo(Money.parse("15.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026Q1, 2026-02-01, 299999.99, true", "2026Q1, 2026-02-01, 300000.00, false",
        "2026Q1, 2026-02-01, 300000.01, false", "2026-02, 2026-02-01, 99999.99, true",
        "2026-02, 2026-02-01, 100000.00, false", "2025Q4, 2025-12-01, 300000.00, true",
        "2025Q4, 2025-12-01, 300000.01, false"})
    void reaching_the_limit_is_taxed_since_2026_and_was_exempt_before(
            String period, String date, String sales, boolean exempt) {
        VatReturn vat = VatReturn.of(Sales.of(date + " ordinary goods " + sales + " 0.01"),
                TaxPeriod.parse(period), TaxRules.standard(), Place.CITY);
        assertThat(vat.isExempt()).isEqualTo(exempt);
        assertThat(vat.value(exempt ? 10 : 1, Column.GOODS)).isEqualTo(Money.parse(sales));
        assertThat(vat.warnings()).extracting(VatWarning::kind)
                .containsExactly(VatWarning.Kind.NEAR_THE_LIMIT);
    }

    @Test
    void at_exactly_the_limit_vat_is_due_but_no_education_surcharge() {
        VatReturn vat = Sales.quarter("2026-02-01 ordinary goods 300000.00 0.01");
        assertThat(vat.total(20)).isEqualTo(Money.parse("3000.00"));
        assertThat(vat.surcharges().items()).extracting(item -> item.due().toString())
                .containsExactly("105.00", "0.00", "0.00");
    }

    @ParameterizedTest
    @CsvSource({"296999.99, false", "297000.00, true", "303000.00, true", "303000.01, false"})
    void sales_within_one_percent_of_the_limit_are_named(String sales, boolean near) {
        VatReturn vat = Sales.quarter("2026-02-01 ordinary goods " + sales + " 0.01");
        assertThat(vat.warnings()).hasSize(near ? 1 : 0);
        assertThat(vat.warnings()).allSatisfy(warning -> {
            assertThat(warning.chinese()).contains(sales, "300000.00");
            assertThat(warning.english()).contains(sales, "300000.00");
        });
    }

    @Test
    void goods_and_services_are_rounded_each_and_surcharges_on_both() {
        VatReturn vat = Sales.quarter("2026-01-05 ordinary goods 300000.51 0.01",
                "2026-01-06 ordinary services 1000.17 0.01");
        assertLines(vat, Column.GOODS, Map.of(1, "300000.51", 3, "300000.51", 15, "9000.02",
                16, "6000.01", 20, "3000.01", 22, "3000.01", 23, "105.35", 24, "45.15",
                25, "30.10"));
        assertLines(vat, Column.SERVICES, Map.of(1, "1000.17", 3, "1000.17", 15, "30.01",
                16, "20.00", 20, "10.01", 22, "10.01"));
        assertThat(vat.total(20)).isEqualTo(Money.parse("3010.02"));
        assertThat(vat.roundingDifference()).isEqualTo(Money.parse("0.01"));
    }

    @Test
    void red_invoices_reduce_the_sales_and_may_bring_them_below_the_limit() {
        VatReturn vat = Sales.quarter("2026-01-05 ordinary goods 310000.00 0.01",
                "2026-03-05 ordinary goods -20000.00 0.01");
        assertThat(vat.isExempt()).isTrue();
        assertThat(vat.sales()).isEqualTo(Money.parse("290000.00"));
        assertThat(vat.value(10, Column.GOODS)).isEqualTo(Money.parse("290000.00"));
        assertThat(vat.exemptTax()).isEqualTo(Money.parse("2900.00"));
        assertThat(vat.entries(10, Column.GOODS)).extracting(EntryNumber::toString)
                .containsExactly("2026-01-0001", "2026-03-0002");
    }

    @Test
    void a_line_below_zero_is_named() {
        VatReturn vat = Sales.quarter("2026-01-05 ordinary services -20000.00 0.01",
                "2026-01-05 ordinary goods 500000.00 0.01");
        assertThat(vat.value(20, Column.SERVICES)).isEqualTo(Money.parse("-200.00"));
        assertThat(vat.warnings()).extracting(VatWarning::kind)
                .containsOnly(VatWarning.Kind.LINE_IS_NEGATIVE);
        assertThat(vat.isComplete()).isTrue();
    }

    @Test
    void sales_at_the_full_levy_are_not_reduced() {
        VatReturn vat = Sales.quarter("2026-01-05 ordinary goods 300000.00 0.01",
                "2026-01-06 special goods 100000.00 0.03");
        assertThat(vat.value(1, Column.GOODS)).isEqualTo(Money.parse("400000.00"));
        assertThat(vat.value(16, Column.GOODS)).isEqualTo(Money.parse("6000.00"));
        assertThat(vat.value(20, Column.GOODS)).isEqualTo(Money.parse("6000.00"));
    }

    @Test
    void sales_free_by_law_go_to_line_12_and_count_towards_the_limit() {
        VatReturn vat = Sales.quarter("2026-01-05 ordinary goods 299000.00 0.01",
                "2026-01-06 ordinary goods 1000.00 0");
        assertThat(vat.isExempt()).isFalse();
        assertLines(vat, Column.GOODS, Map.ofEntries(Map.entry(1, "299000.00"),
                Map.entry(3, "299000.00"), Map.entry(9, "1000.00"), Map.entry(12, "1000.00"),
                Map.entry(15, "8970.00"), Map.entry(16, "5980.00"), Map.entry(17, "30.00"),
                Map.entry(20, "2990.00"), Map.entry(22, "2990.00"), Map.entry(23, "104.65")));
    }

    @Test
    void sales_at_five_percent_are_left_out_and_named() {
        VatReturn vat = Sales.quarter("2026-01-05 ordinary goods 400000.00 0.01",
                "2026-02-06 ordinary services 1000.00 0.05");
        assertThat(vat.value(1, Column.SERVICES)).isEqualTo(Money.ZERO);
        assertThat(vat.sales()).isEqualTo(Money.parse("401000.00"));
        assertThat(vat.isComplete()).isFalse();
        assertThat(vat.warnings()).extracting(VatWarning::english).singleElement().asString()
                .contains("2026-02-0002", "0.05");
    }

    @Test
    void each_quarter_of_the_year_is_decided_on_its_own() {
        List<SalesLine> sales = Sales.of("2026-01-05 ordinary goods 400000.00 0.01",
                "2026-04-05 ordinary goods 100000.00 0.01",
                "2026-07-05 ordinary goods 300000.33 0.01",
                "2026-10-05 ordinary goods 999999.00 0.01", "2025-12-31 special goods 5.00 0.01");
        VatReturn vat = VatReturn.of(
                sales, TaxPeriod.parse("2026Q3"), TaxRules.standard(), Place.COUNTY);
        assertLines(vat, Column.GOODS_YEAR, Map.ofEntries(Map.entry(1, "700000.33"),
                Map.entry(3, "700000.33"), Map.entry(9, "100000.00"), Map.entry(10, "100000.00"),
                Map.entry(15, "21000.01"), Map.entry(16, "14000.01"), Map.entry(17, "3000.00"),
                Map.entry(18, "3000.00"), Map.entry(20, "7000.00"), Map.entry(23, "175.00"),
                Map.entry(24, "105.00"), Map.entry(25, "70.00")));
        assertThat(vat.entries(20, Column.GOODS_YEAR)).extracting(EntryNumber::toString)
                .containsExactly("2026-01-0001", "2026-07-0003");
        assertThat(vat.entries(22, Column.GOODS_YEAR)).isEmpty();
    }

    @Test
    void each_cells_sources_add_up_to_its_value() {
        VatReturn vat = Sales.quarter("2026-01-05 ordinary goods 250000.17 0.01",
                "2026-02-05 special services 70000.93 0.01", "2026-02-06 unbilled goods 0.49 0.03");
        assertThat(vat.usedLines()).containsExactly(1, 2, 3, 15, 16, 20, 22, 23, 24, 25);
        for (int line : vat.usedLines()) {
            for (Column column : Column.values()) {
                VatCell cell = vat.cell(line, column);
                assertThat(cell.sources().stream().map(Source::amount)
                        .reduce(Money.ZERO, Money::plus)).isEqualTo(cell.value());
                assertThat(cell.isEmpty()).isEqualTo(cell.entries().isEmpty());
            }
        }
        assertThat(vat.entries(23, Column.GOODS)).hasSize(3);
    }

    @Test
    void other_places_pay_less_city_maintenance_tax() {
        List<SalesLine> sales = Sales.of("2026-01-05 ordinary goods 400000.00 0.01");
        for (Place place : Place.values()) {
            VatReturn vat = VatReturn.of(
                    sales, TaxPeriod.parse("2026Q1"), TaxRules.standard(), place);
            assertThat(vat.surcharges().due(Kind.CITY_MAINTENANCE).toString()).isEqualTo(
                    Map.of(Place.CITY, "140.00", Place.COUNTY, "100.00", Place.OTHER, "20.00")
                            .get(place));
        }
        assertThat(Place.parse("county")).isEqualTo(Place.COUNTY);
        assertThatThrownBy(() -> Place.parse("town")).hasMessageContaining("town");
    }

    @Test
    void no_sales_give_an_empty_return() {
        VatReturn vat = Sales.quarter();
        assertThat(vat.usedLines()).isEmpty();
        assertThat(vat.payable()).isEqualTo(Money.ZERO);
        assertThat(vat.surcharges().total()).isEqualTo(Money.ZERO);
        assertThat(vat.isExempt()).isTrue();
    }
}
