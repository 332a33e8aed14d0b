package onebook.lender.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Finding;
import onebook.lender.Finding.Severity;
import onebook.seal.MalformedException;

/**
 * From where on something is asked, and how gravely: templates/lender/findings.csv with
 * {@code finding,valid_from,severity,above}; above is a share of what the finding names, or a
 * number. Of a finding and severity the newest row that was valid counts.
 */
final class Limits {
    private static final Limits STANDARD =
            new Limits(Resources.lines("/templates/lender/findings.csv"));

    private record Row(String finding, Period from, Severity severity, BigDecimal above) { }

    private final List<Row> rows = new ArrayList<>();

    private Limits(List<String> table) {
        for (String line : table) {
            String[] cells = line.split(",", -1);
            if (cells.length < 4) {
                throw new IllegalArgumentException("findings.csv: " + line);
            }
            rows.add(new Row(cells[0], Period.parse(cells[1]), Severity.valueOf(cells[2]),
                    new BigDecimal(cells[3])));
        }
    }

    static Limits standard() {
        return STANDARD;
    }

    /** A number that stands for itself. */
    BigDecimal number(String finding, Period at) {
        return first(finding, at).above;
    }

    Money money(String finding, Period at) {
        return Money.of(number(finding, at).setScale(2), Money.CNY);
    }

    Severity severity(String finding, Period at) {
        return first(finding, at).severity;
    }

    /** A month before all rows is one no book is kept of: somebody made the span up. */
    private Row first(String finding, Period at) {
        return valid(finding, at).stream().findFirst().orElseThrow(() -> new MalformedException(
                "nothing says from where on " + finding + " is asked in " + at));
    }

    /**
     * The gravest severity whose share of the whole the amount is above; none below all. Of a whole
     * that is zero there are no shares.
     */
    Optional<Severity> above(String finding, Period at, Money amount, Money whole) {
        BigDecimal value = amount.abs().toDecimal();
        return valid(finding, at).stream()
                .filter(row -> row.above.signum() == 0 || !whole.isZero())
                .filter(row -> value.compareTo(
                        row.above.multiply(whole.abs().toDecimal())) > 0)
                .map(Row::severity).min(Severity::compareTo);
    }

    /** One row of each severity, the newest; before the first rows these. */
    private List<Row> valid(String finding, Period at) {
        Period first = rows.stream().filter(row -> row.finding.equals(finding)).map(Row::from)
                .min(Period::compareTo).filter(from -> from.compareTo(at) > 0).orElse(at);
        List<Row> valid = new ArrayList<>();
        for (Row row : rows) {
            if (row.finding.equals(finding) && row.from.compareTo(first) <= 0) {
                valid.removeIf(old -> old.severity == row.severity
                        && old.from.compareTo(row.from) < 0);
                valid.add(row);
            }
        }
        return valid;
    }

    /** Both texts are formats that take the same values. */
    static Finding finding(String id, Severity severity, String zh, String en, Object... values) {
        return new Finding(id, severity, zh.formatted(values), en.formatted(values));
    }
}
