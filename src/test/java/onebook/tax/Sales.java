package onebook.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import onebook.ledger.EntryNumber;
import onebook.ledger.Money;
import onebook.ledger.Period;

/** Sales lines for tests: "2026-01-05 special goods 1000.00 0.01". */
final class Sales {
    private final List<SalesLine> lines = new ArrayList<>();

    /** Words: date, special|ordinary|unbilled, goods|services, net, rate. */
    static List<SalesLine> of(String... rows) {
        Sales sales = new Sales();
        for (String row : rows) {
            sales.add(row.split(" "));
        }
        return sales.lines;
    }

    private void add(String[] words) {
        LocalDate date = LocalDate.parse(words[0]);
        Money net = Money.parse(words[3]);
        BigDecimal rate = new BigDecimal(words[4]);
        int number = lines.size() + 1;
        boolean issued = !words[1].equals("unbilled");
        lines.add(new SalesLine(new EntryNumber(Period.of(date), number),
                issued ? "26112000000000%06d".formatted(number) : "", date,
                words[1].equals("special"), words[2].equals("services"), net,
                net.times(rate, RoundingMode.HALF_UP), rate, issued));
    }

    static VatReturn quarter(String... rows) {
        return VatReturn.of(of(rows), TaxPeriod.parse("2026Q1"), TaxRules.standard(), Place.CITY);
    }
}
