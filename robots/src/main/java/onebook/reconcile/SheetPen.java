package onebook.reconcile;

import onebook.ledger.Money;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/**
 * Fills cells in the styles of a form. Texts are marked as texts, so that what a bank or a customer
 * wrote never becomes a formula; amounts are written as their exact decimals.
 */
final class SheetPen {
    private final XSSFSheet sheet;
    private final XSSFCellStyle title;
    private final XSSFCellStyle header;
    private final XSSFCellStyle text;
    private final XSSFCellStyle note;
    private final XSSFCellStyle amount;
    private final XSSFCellStyle alert;

    SheetPen(XSSFSheet sheet) {
        this.sheet = sheet;
        this.title = style(true, HorizontalAlignment.CENTER, false);
        title.getFont().setFontHeightInPoints((short) 16);
        this.header = style(true, HorizontalAlignment.CENTER, true);
        header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        this.text = style(false, HorizontalAlignment.LEFT, true);
        text.setQuotePrefixed(true);
        this.note = style(false, HorizontalAlignment.LEFT, false);
        note.setQuotePrefixed(true);
        this.amount = style(false, HorizontalAlignment.RIGHT, true);
        amount.setDataFormat(sheet.getWorkbook().createDataFormat()
                .getFormat("#,##0.00;[Red]-#,##0.00"));
        this.alert = style(true, HorizontalAlignment.RIGHT, true);
        alert.getFont().setColor(IndexedColors.RED.getIndex());
    }

    private XSSFCellStyle style(boolean isBold, HorizontalAlignment alignment, boolean hasBorder) {
        XSSFCellStyle style = sheet.getWorkbook().createCellStyle();
        XSSFFont font = sheet.getWorkbook().createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) 11);
        font.setBold(isBold);
        style.setFont(font);
        style.setAlignment(alignment);
        BorderStyle border = hasBorder ? BorderStyle.THIN : BorderStyle.NONE;
        style.setBorderTop(border);
        style.setBorderBottom(border);
        style.setBorderLeft(border);
        style.setBorderRight(border);
        return style;
    }

    private XSSFCell cell(int row, int column, XSSFCellStyle style) {
        XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        XSSFCell cell = line.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    void title(int row, String words) {
        cell(row, 0, title).setCellValue(words);
    }

    void header(int row, String... words) {
        for (int i = 0; i < words.length; i++) {
            cell(row, i, header).setCellValue(words[i]);
        }
    }

    /** A label of the form itself. */
    void label(int row, int column, String words) {
        cell(row, column, text).setCellValue(words);
    }

    /** Words beside the tables. */
    void note(int row, int column, String words) {
        cell(row, column, note).setCellValue(clean(words));
    }

    /** Words from outside, in a table. */
    void text(int row, int column, String words) {
        cell(row, column, text).setCellValue(clean(words));
    }

    /** Control characters away; at most as long as a cell may be. */
    private static String clean(String words) {
        String clean = words.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", " ");
        return clean.substring(0, Math.min(clean.length(), 32_767));
    }

    void amount(int row, int column, Money money) {
        number(cell(row, column, amount), money.toString());
    }

    void formula(int row, int column, String formula) {
        cell(row, column, amount).setCellFormula(formula);
    }

    void age(int row, int column, long days, boolean isOld) {
        number(cell(row, column, isOld ? alert : text), Long.toString(days));
    }

    private static void number(XSSFCell cell, String decimal) {
        cell.getCTCell().setT(STCellType.N);
        cell.getCTCell().setV(decimal);
    }
}
