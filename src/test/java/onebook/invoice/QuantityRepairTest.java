package onebook.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityRepairTest {

    @ParameterizedTest(name = "{0} for {1} is {2} at {3}")
    @CsvSource({
        "31837.62333333333, 5512.87, 3, 1837.62333333333",
        "8460.433628841607565, 366.85, 846, 0.433628841607565",
        "1019.90, 199.00, 10, 19.90",
        "1350.00, 1350.00, 1, 1350.00",
        "27.722772, 166.34, 6, 27.722772",
        "-45.00, 90.00, -2, -45.00"})
    void quantity_comes_back_where_one_reading_alone_gives_the_amount(String read, String net,
            String quantity, String price) {
        Draft draft = line(read, net);

        QuantityRepair.repair(draft);

        assertThat(draft.value("invoice.lines.0.quantity")).isEqualTo(quantity);
        assertThat(draft.value("invoice.lines.0.unitPrice")).isEqualTo(price);
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource({"1837.62, 900.00", "12.50, 6.20", "0, 10.00", "5, 12.00"})
    void quantity_that_follows_from_nothing_stays_unknown(String price, String net) {
        Draft draft = line(price, net);

        QuantityRepair.repair(draft);

        assertThat(draft.has("invoice.lines.0.quantity")).isFalse();
        assertThat(draft.value("invoice.lines.0.unitPrice")).isEqualTo(price);
    }

    @ParameterizedTest
    @CsvSource({"4, 25.00, 90.00", "3, 31.00, 93.00"})
    void quantity_that_was_read_is_never_changed(String quantity, String price, String net) {
        Draft draft = line(price, net);
        draft.state("invoice.lines.0.quantity", quantity);

        QuantityRepair.repair(draft);

        assertThat(draft.value("invoice.lines.0.quantity")).isEqualTo(quantity);
        assertThat(draft.value("invoice.lines.0.unitPrice")).isEqualTo(price);
    }

    private static Draft line(String price, String net) {
        Draft draft = new Draft("invoice", "ocr");
        draft.state("invoice.lines.0.name", "*纸制品*复印纸");
        draft.state("invoice.lines.0.unitPrice", price);
        draft.state("invoice.lines.0.net", net);
        return draft;
    }
}
