package onebook.tax;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.Company;
import onebook.ledger.Money;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads back what {@link VatWorkbook} filled and a person may have changed before it was filed. */
public final class VatWorkbookReader {
    private VatWorkbookReader() { }

    /**
     * The lines of the period, goods and services together; computed cells as they were last
     * computed, rounded half up to fen.
     *
     * @throws IllegalArgumentException where it is not this form of this company and period
     */
    public static Map<Integer, Money> read(Path file, Company company, TaxPeriod period)
            throws IOException {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
                XSSFWorkbook book = new XSSFWorkbook(opened)) {
            XSSFSheet sheet = book.getSheet(VatWorkbook.MAIN);
            if (sheet == null) {
                throw new IllegalArgumentException("no sheet " + VatWorkbook.MAIN);
            }
            requireText(sheet, "A3", company.taxId());
            requireText(sheet, "A5", Texts.day(period.firstDay()));
            requireText(sheet, "A5", Texts.day(period.lastDay()));
            Map<Integer, Money> lines = new TreeMap<>();
            for (FormLine line : FormLine.standard()) {
                for (Column column : new Column[] {Column.GOODS, Column.SERVICES}) {
                    String raw = raw(sheet, VatMainSheet.at(line.line(), column));
                    if (!raw.isEmpty() && !raw.equals("——")) {
                        lines.merge(line.line(), amount(raw), Money::plus);
                    }
                }
            }
            return lines;
        } catch (OpenXML4JException | RuntimeException wrong) {
            throw new IllegalArgumentException("not a workbook of this form: "
                    + wrong.getMessage(), wrong);
        }
    }

    private static void requireText(XSSFSheet sheet, String at, String wanted) {
        XSSFCell cell = cell(sheet, at);
        String text = cell == null ? "" : cell.toString();
        if (!text.contains(wanted)) {
            throw new IllegalArgumentException(at + " does not say " + wanted);
        }
    }

    private static XSSFCell cell(XSSFSheet sheet, String at) {
        CellReference place = new CellReference(at);
        XSSFRow row = sheet.getRow(place.getRow());
        return row == null ? null : row.getCell(place.getCol());
    }

    private static String raw(XSSFSheet sheet, String at) {
        XSSFCell cell = cell(sheet, at);
        if (cell == null || cell.getCellType() == org.apache.poi.ss.usermodel.CellType.STRING) {
            return cell == null ? "" : cell.getStringCellValue().strip();
        }
        String raw = cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private static Money amount(String raw) {
        return Money.rounded(new BigDecimal(raw), Money.CNY, RoundingMode.HALF_UP);
    }
}
