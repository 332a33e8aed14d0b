package onebook.tax;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * One printed line of the small-scale form.
 *
 * @param number 栏次 as printed, "20=15-16"
 * @param cells for each {@link Column}: "fill", "——" where the form takes no figure, or "merge"
 *        where the cell is joined to the one on its left
 */
record FormLine(int line, String number, String section, String caption, List<String> cells) {
    private static final String FORM = "/templates/tax/vat-small-scale-form.csv";

    static List<FormLine> standard() {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        List<FormLine> lines = new ArrayList<>();
        try (var records = format.parse(new StringReader(Texts.of(FORM)))) {
            for (CSVRecord one : records) {
                lines.add(new FormLine(Integer.parseInt(one.get("line")), one.get("number"),
                        one.get("section"), one.get("caption"), List.of(one.get("goods"),
                        one.get("services"), one.get("goodsYear"), one.get("servicesYear"))));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return lines;
    }

    String cell(Column column) {
        return cells.get(column.ordinal());
    }

    boolean isFilled(Column column) {
        return cell(column).equals("fill");
    }
}
