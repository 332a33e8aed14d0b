package onebook.tax;

import java.math.BigDecimal;
import onebook.ledger.Money;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** One sheet being filled, by addresses as printed: "D8". Amounts are written as exact decimals. */
final class FormSheet {
    /** A spreadsheet cell holds no more. */
    private static final int LONGEST_TEXT = 32_000;

    private static final int ROW_POINTS = 17;

    private final FormBook book;
    private final XSSFSheet sheet;

    FormSheet(FormBook book, XSSFSheet sheet) {
        this.book = book;
        this.sheet = sheet;
        sheet.setDefaultRowHeight((short) (ROW_POINTS * 20));
    }

    String name() {
        return sheet.getSheetName();
    }

    /** The address as a formula of another sheet writes it. */
    String reference(String address) {
        return "'" + name() + "'!" + address;
    }

    /** Text stays text: a leading = + - @ is never taken for a formula, control characters go. */
    void text(String at, String text, Ink ink) {
        String clean = text.replaceAll("[\\p{Cntrl}&&[^\\n]]|[\\uFFFE\\uFFFF]", "");
        String cut = clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean;
        XSSFCell cell = cell(at);
        cell.setCellValue(cut);
        boolean suspicious = !cut.isEmpty() && "=+-@".indexOf(cut.charAt(0)) >= 0;
        cell.setCellStyle(suspicious ? book.guardedStyle(ink) : book.style(ink));
    }

    void blank(String at, Ink ink) {
        cell(at).setCellStyle(book.style(ink));
    }

    void money(String at, Money amount, Ink ink) {
        number(at, amount.toDecimal(), ink);
    }

    void number(String at, BigDecimal value, Ink ink) {
        XSSFCell cell = cell(at);
        cell.setBlank();
        cell.getCTCell().setV(value.toPlainString());
        cell.setCellStyle(book.style(ink));
    }

    /** A formula with the amount it must yield, which is also the value the file shows unopened. */
    void formula(String at, String formula, Money expected, Ink ink) {
        XSSFCell cell = cell(at);
        cell.setCellFormula(formula);
        cell.getCTCell().setV(expected.toString());
        cell.setCellStyle(book.style(ink));
        book.expect(cell, expected);
    }

    void merge(String range, Ink ink) {
        CellRangeAddress area = CellRangeAddress.valueOf(range);
        area.forEach(one -> blank(one.formatAsString(), ink));
        sheet.addMergedRegion(area);
    }

    /** Text over several columns or rows. */
    void text(String from, String to, String text, Ink ink) {
        merge(from + ":" + to, ink);
        text(from, text, ink);
    }

    /** Makes the cell jump to another one of this workbook. */
    void link(String at, String target) {
        Hyperlink link = book.poi().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(target);
        cell(at).setHyperlink(link);
    }

    /** Widths in characters from column A on. */
    void widths(int... characters) {
        for (int column = 0; column < characters.length; column++) {
            sheet.setColumnWidth(column, characters[column] * 256);
        }
    }

    /** Height in points. */
    void height(int row, int points) {
        row(row - 1).setHeight((short) (points * 20));
    }

    void freezeRows(int rows) {
        sheet.createFreezePane(0, rows);
        sheet.setRepeatingRows(new CellRangeAddress(0, rows - 1, -1, -1));
    }

    /** A4, as wide as the page; {@code onePage} also as high. */
    void paper(boolean landscape, boolean onePage) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(landscape);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) (onePage ? 1 : 0));
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.setDisplayGridlines(false);
        sheet.getFooter().setCenter("&P / &N");
    }

    private XSSFCell cell(String at) {
        CellReference where = new CellReference(at);
        return row(where.getRow())
                .getCell(where.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private XSSFRow row(int index) {
        XSSFRow row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }
}
