package onebook.lender.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.lender.finding.Filings.Filing;

/** Which lines of a form mean what: templates/lender/form-figures.csv, form,meaning,lines. */
final class FormFigures {
    private static final FormFigures STANDARD =
            new FormFigures(Resources.lines("/templates/lender/form-figures.csv"));

    /** @param lines names of figures, each with its sign: "l1", "-l7" */
    private record Row(String form, String meaning, List<String> lines) { }

    private final List<Row> rows = new ArrayList<>();

    private FormFigures(List<String> table) {
        for (String line : table) {
            String[] cells = line.split(",", -1);
            if (cells.length != 3 || !cells[2].matches("-?[a-z0-9]+( -?[a-z0-9]+)*")) {
                throw new IllegalArgumentException("form-figures.csv: " + line);
            }
            rows.add(new Row(cells[0], cells[1], List.of(cells[2].split(" "))));
        }
    }

    static FormFigures standard() {
        return STANDARD;
    }

    Optional<Money> of(Filing filing, String meaning) {
        for (Row row : rows) {
            if (row.form.equals(filing.form()) && row.meaning.equals(meaning)) {
                return sum(filing, row.lines);
            }
        }
        return Optional.empty();
    }

    private static Optional<Money> sum(Filing filing, List<String> lines) {
        Money sum = Money.ZERO;
        boolean isThere = false;
        for (String line : lines) {
            boolean isLess = line.startsWith("-");
            Money value = filing.figures().get(isLess ? line.substring(1) : line);
            if (value != null) {
                isThere = true;
                sum = isLess ? sum.minus(value) : sum.plus(value);
            }
        }
        return isThere ? Optional.of(sum) : Optional.empty();
    }
}
