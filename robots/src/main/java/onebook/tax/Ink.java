package onebook.tax;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How a cell is printed: size of type, weight, alignment, border, number format. */
enum Ink {
    TITLE(16, true, HorizontalAlignment.CENTER, false, ""),
    SUBTITLE(11, false, HorizontalAlignment.CENTER, false, ""),
    LABEL(10, false, HorizontalAlignment.LEFT, false, ""),
    LABEL_RIGHT(10, false, HorizontalAlignment.RIGHT, false, ""),
    HEADER(10, true, HorizontalAlignment.CENTER, true, ""),
    SECTION(10, true, HorizontalAlignment.CENTER, true, ""),
    TEXT(10, false, HorizontalAlignment.LEFT, true, ""),
    TEXT_BOLD(10, true, HorizontalAlignment.LEFT, true, ""),
    CENTERED(10, false, HorizontalAlignment.CENTER, true, ""),
    MONEY(10, false, HorizontalAlignment.RIGHT, true, "#,##0.00_ ;-#,##0.00_ "),
    MONEY_BOLD(10, true, HorizontalAlignment.RIGHT, true, "#,##0.00_ ;-#,##0.00_ "),
    MONEY_OR_DASH(10, false, HorizontalAlignment.RIGHT, true, "#,##0.00_ ;-#,##0.00_ ;\"-\"_ "),
    MONEY_OR_DASH_BOLD(10, true, HorizontalAlignment.RIGHT, true, "#,##0.00_ ;-#,##0.00_ ;\"-\"_ "),
    PERCENT(10, false, HorizontalAlignment.CENTER, true, "0.##%"),
    WHOLE(10, false, HorizontalAlignment.CENTER, true, "0"),
    LINK(10, false, HorizontalAlignment.LEFT, true, ""),
    NOTE(9, false, HorizontalAlignment.LEFT, false, ""),
    WARNING(10, true, HorizontalAlignment.LEFT, false, "");

    private static final String TYPEFACE = "宋体";

    private final int points;
    private final boolean bold;
    private final HorizontalAlignment alignment;
    private final boolean border;
    private final String format;

    Ink(int points, boolean bold, HorizontalAlignment alignment, boolean border, String format) {
        this.points = points;
        this.bold = bold;
        this.alignment = alignment;
        this.border = border;
        this.format = format;
    }

    XSSFCellStyle style(XSSFWorkbook book) {
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font(book));
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(format.isEmpty() && this != LABEL && this != LABEL_RIGHT);
        if (!format.isEmpty()) {
            style.setDataFormat(book.createDataFormat().getFormat(format));
        }
        if (border) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        if (border && alignment == HorizontalAlignment.LEFT) {
            style.setIndention((short) 1);
        }
        if (this == HEADER) {
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private XSSFFont font(XSSFWorkbook book) {
        XSSFFont font = book.createFont();
        font.setFontName(TYPEFACE);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        if (this == LINK) {
            font.setColor(IndexedColors.BLUE.getIndex());
            font.setUnderline(XSSFFont.U_SINGLE);
        }
        if (this == WARNING) {
            font.setColor(IndexedColors.RED.getIndex());
        }
        return font;
    }
}
