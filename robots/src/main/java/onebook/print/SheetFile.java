package onebook.print;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.print.Table.Style;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook being written row by row: what is behind waits in temporary files. */
final class SheetFile implements AutoCloseable {
    private static final int ROWS_HELD = 100;
    private static final int LONGEST_NAME = 31;
    private static final String TYPEFACE = "宋体";

    /** How a field looks. */
    enum Look { TITLE, WORDS, WORDS_MIDDLE, WORDS_RIGHT, HEAD, FIELD }

    private record Key(Look look, Style style, HorizontalAlignment side, String format,
            boolean guarded) { }

    private final SXSSFWorkbook book = new SXSSFWorkbook(null, ROWS_HELD, true);
    private final Map<Key, CellStyle> styles = new HashMap<>();
    private final Map<String, Font> fonts = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final String by;

    SheetFile(String title, String by, LocalDateTime at) {
        this.by = by;
        var properties = book.getXSSFWorkbook().getProperties().getCoreProperties();
        properties.setCreated(Optional.of(Date.from(at.toInstant(ZoneOffset.UTC))));
        properties.setCreator(by);
        properties.setTitle(title);
    }

    String by() {
        return by;
    }

    /** A sheet whose name is as near to the wanted one as a workbook allows. */
    SXSSFSheet sheet(String wanted) {
        String safe = WorkbookUtil.createSafeSheetName(wanted.isBlank() ? "Sheet" : wanted);
        String name = safe;
        for (int copy = 2; !names.add(name.toLowerCase(Locale.ROOT)); copy++) {
            String tail = "(" + copy + ")";
            int room = Math.min(safe.length(), LONGEST_NAME - tail.length());
            name = safe.substring(0, room) + tail;
        }
        return book.createSheet(name);
    }

    CellStyle words(Look look) {
        HorizontalAlignment side = switch (look) {
            case WORDS -> HorizontalAlignment.LEFT;
            case WORDS_RIGHT -> HorizontalAlignment.RIGHT;
            default -> HorizontalAlignment.CENTER;
        };
        return style(new Key(look, Style.PLAIN, side, "", false));
    }

    /** @param guarded a sign to every spreadsheet that the field is text even when edited */
    CellStyle field(Style style, Table.Kind kind, String format, boolean guarded) {
        HorizontalAlignment side = switch (kind) {
            case TEXT -> HorizontalAlignment.LEFT;
            case CENTERED, DATE -> HorizontalAlignment.CENTER;
            case MONEY, NUMBER -> HorizontalAlignment.RIGHT;
        };
        return style(new Key(Look.FIELD, style, side, format, guarded));
    }

    private CellStyle style(Key key) {
        return styles.computeIfAbsent(key, this::made);
    }

    private CellStyle made(Key key) {
        CellStyle style = book.createCellStyle();
        boolean bold = key.look() == Look.TITLE || key.look() == Look.HEAD
                || key.style() != Style.PLAIN;
        style.setFont(font(key.look() == Look.TITLE ? 16 : 10, bold));
        style.setAlignment(key.side());
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setQuotePrefixed(key.guarded());
        if (!key.format().isEmpty()) {
            style.setDataFormat(book.createDataFormat().getFormat(key.format()));
        }
        if (key.look() == Look.HEAD || key.look() == Look.FIELD) {
            style.setWrapText(key.format().isEmpty());
            border(style, key.style());
        }
        if (key.look() == Look.HEAD) {
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private static void border(CellStyle cell, Style style) {
        cell.setBorderTop(BorderStyle.THIN);
        cell.setBorderLeft(BorderStyle.THIN);
        cell.setBorderRight(BorderStyle.THIN);
        cell.setBorderBottom(style == Style.FINAL ? BorderStyle.DOUBLE : BorderStyle.THIN);
        if (style == Style.TOTAL || style == Style.FINAL) {
            cell.setBottomBorderColor(IndexedColors.RED.getIndex());
        }
    }

    private Font font(int points, boolean bold) {
        return fonts.computeIfAbsent(points + (bold ? "b" : ""), key -> {
            Font font = book.createFont();
            font.setFontName(TYPEFACE);
            font.setFontHeightInPoints((short) points);
            font.setBold(bold);
            return font;
        });
    }

    void save(OutputStream out) throws IOException {
        book.write(out);
    }

    /** Takes its temporary files with it. */
    @Override
    public void close() throws IOException {
        book.close();
    }
}
