package onebook.print;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.Stream;
import onebook.print.SheetFile.Look;
import onebook.print.Table.Column;
import onebook.print.Table.Line;
import onebook.print.Table.Paper;
import onebook.print.Table.Row;
import onebook.print.Table.Style;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Writes one table as a sheet, or as several where it has more rows than a sheet holds. */
final class SheetPrinter {
    private static final int MOST_ROWS = 1_048_000;
    /** A spreadsheet counts in floating point; what has more digits stays text and exact. */
    private static final int EXACT_DIGITS = 15;

    private final SheetFile file;
    private final Table table;
    private final int last;
    private SXSSFSheet sheet;
    private int next;

    SheetPrinter(SheetFile file, Table table) {
        this.file = file;
        this.table = table;
        this.last = table.columns().size() - 1;
    }

    void print() throws IOException {
        begin();
        try (Stream<Row> rows = table.rows().get()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                if (next >= MOST_ROWS) {
                    sheet.flushRows();
                    begin();
                }
                write(row);
            }
        }
        for (Line line : table.below()) {
            words(line);
        }
        sheet.flushRows();
    }

    private void begin() {
        sheet = file.sheet(table.name());
        next = 0;
        for (int column = 0; column <= last; column++) {
            int halves = Math.min(250, table.columns().get(column).width() + 2);
            sheet.setColumnWidth(column, halves * 256);
        }
        SXSSFRow title = sheet.createRow(next++);
        title.setHeightInPoints(28);
        across(title, table.title(), file.words(Look.TITLE));
        table.above().forEach(this::words);
        int heads = next;
        heads();
        sheet.createFreezePane(0, next);
        sheet.setRepeatingRows(new CellRangeAddress(0, next - 1, -1, -1));
        paper();
        if (next == heads + 2) {
            mergeHeads(heads);
        }
    }

    private void paper() {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(table.paper() == Paper.LANDSCAPE);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.setDisplayGridlines(false);
        sheet.getFooter().setLeft(file.by().replace("&", "&&"));
        sheet.getFooter().setRight("第 &P 页 共 &N 页");
    }

    private void across(SXSSFRow row, String text, CellStyle style) {
        text(row.createCell(0), text, style);
        for (int column = 1; column <= last; column++) {
            row.createCell(column).setCellStyle(style);
        }
        if (last > 0) {
            sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, last));
        }
    }

    /** The words run over the empty fields beside them; the middle ones stand at half way. */
    private void words(Line line) {
        SXSSFRow row = sheet.createRow(next++);
        text(row.createCell(0), line.left(), file.words(Look.WORDS));
        if (!line.middle().isEmpty() && last > 1) {
            text(row.createCell((last + 1) / 2), line.middle(), file.words(Look.WORDS_MIDDLE));
        }
        if (!line.right().isEmpty() && last > 0) {
            text(row.createCell(last), line.right(), file.words(Look.WORDS_RIGHT));
        }
    }

    private void heads() {
        SXSSFRow upper = sheet.createRow(next++);
        SXSSFRow lower = table.hasGroups() ? sheet.createRow(next++) : upper;
        for (int column = 0; column <= last; column++) {
            Column one = table.columns().get(column);
            String over = one.group().isEmpty() ? one.head() : one.group();
            text(upper.createCell(column), over, file.words(Look.HEAD));
            if (lower != upper) {
                text(lower.createCell(column), one.head(), file.words(Look.HEAD));
            }
        }
    }

    private void mergeHeads(int upper) {
        for (int column = 0; column <= last; column = table.groupEnd(column)) {
            int end = table.groupEnd(column) - 1;
            boolean isAlone = table.columns().get(column).group().isEmpty();
            if (isAlone || end > column) {
                sheet.addMergedRegion(new CellRangeAddress(
                        upper, isAlone ? upper + 1 : upper, column, end));
            }
        }
    }

    private void write(Row row) {
        SXSSFRow line = sheet.createRow(next++);
        if (row.style() == Style.SECTION) {
            across(line, row.cell(0).shown(),
                    file.field(Style.SECTION, Table.Kind.TEXT, "", isFormula(row.cell(0))));
            return;
        }
        for (int column = 0; column <= last; column++) {
            fill(line.createCell(column), row.cell(column), row.style(), column);
        }
    }

    private void fill(SXSSFCell field, Cell cell, Style style, int column) {
        Table.Kind kind = table.columns().get(column).kind();
        if (cell instanceof Cell.Amount amount) {
            number(field, amount.money().toDecimal(), style, kind);
        } else if (cell instanceof Cell.Number number) {
            BigDecimal value = number.value().stripTrailingZeros();
            number(field, value.scale() < 0 ? value.setScale(0) : value, style, kind);
        } else if (cell instanceof Cell.Day day) {
            field.setCellValue(day.date());
            field.setCellStyle(file.field(style, kind, "yyyy-mm-dd", false));
        } else {
            text(field, cell.shown(), file.field(style, kind, "", isFormula(cell)));
        }
    }

    private void number(SXSSFCell field, BigDecimal value, Style style, Table.Kind kind) {
        if (value.precision() > EXACT_DIGITS) {
            text(field, value.toPlainString(), file.field(style, kind, "", false));
            return;
        }
        String decimals = value.scale() == 0 ? "" : "." + "0".repeat(value.scale());
        String form = "#,##0" + decimals;
        field.setCellValue(value.doubleValue());
        field.setCellStyle(file.field(style, kind, form + ";[Red]-" + form, false));
    }

    private static boolean isFormula(Cell cell) {
        String text = cell.shown();
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    private static void text(SXSSFCell field, String text, CellStyle style) {
        String clean = text.replaceAll("[\\p{Cntrl}&&[^\\n]]|[\\uFFFE\\uFFFF]", "");
        if (!clean.isEmpty()) {
            field.setCellValue(clean.length() <= Printout.LONGEST_TEXT ? clean
                    : clean.substring(0, Printout.LONGEST_TEXT) + "…");
        }
        field.setCellStyle(style);
    }
}
