package onebook.document.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.document.Refused;

/**
 * Rows of an HTML table or an "XML Spreadsheet 2003", which banks save as .xls. Only the tags of
 * rows and cells are looked at; nothing is loaded, no entity is declared.
 */
final class MarkupRows {
    // <td style="mso-number-format:'\@'">   <ss:Cell ss:Index="5">
    private static final Pattern TAG = Pattern.compile(
            "<(/?)(?:[a-zA-Z]+:)?([a-zA-Z]+)([^<>]{0,2000})>");
    private static final Pattern SPAN = Pattern.compile("colspan\\s*=\\s*[\"']?([0-9]{1,3})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INDEX = Pattern.compile("\\bindex\\s*=\\s*[\"']([0-9]{1,3})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile(
            "&(#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,6});");
    private static final Map<String, String> ENTITIES = Map.of(
            "nbsp", " ", "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "yen", "¥");

    private final Sheet sheet = new Sheet("");
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean isInCell;
    private boolean isInScript;
    private int span;
    private int rows;

    private MarkupRows() { }

    static boolean isMarkup(String text) {
        String head = text.substring(0, Math.min(text.length(), 20_000)).stripLeading()
                .toLowerCase(Locale.ROOT);
        return head.startsWith("<")
                && (head.contains("<table") || head.contains("<tr") || head.contains("<workbook")
                || head.contains(":workbook"));
    }

    static Sheet read(String text) throws Refused {
        MarkupRows reader = new MarkupRows();
        Matcher tag = TAG.matcher(text);
        int last = 0;
        while (tag.find()) {
            reader.take(text.substring(last, tag.start()));
            reader.tag(tag.group(2).toLowerCase(Locale.ROOT), !tag.group(1).isEmpty(),
                    tag.group(3));
            last = tag.end();
        }
        reader.endRow();
        return reader.sheet;
    }

    private void take(String between) {
        if (isInCell && !isInScript && cell.length() < Sheet.MAX_CELL_LENGTH) {
            cell.append(between);
        }
    }

    private void tag(String name, boolean isEnd, String attributes) throws Refused {
        switch (name) {
            case "tr", "row" -> endRow();
            case "td", "th", "cell" -> {
                endCell();
                if (!isEnd && !attributes.endsWith("/")) {
                    beginCell(attributes);
                }
            }
            case "br" -> take(" ");
            case "script", "style" -> isInScript = !isEnd;
            default -> { }
        }
    }

    private void beginCell(String attributes) {
        isInCell = true;
        Matcher index = INDEX.matcher(attributes);
        int column = index.find() ? Integer.parseInt(index.group(1)) - 1 : 0;
        while (cells.size() < Math.min(column, Sheet.MAX_COLUMNS)) {
            cells.add("");
        }
        Matcher wide = SPAN.matcher(attributes);
        span = wide.find() ? Integer.parseInt(wide.group(1)) : 1;
    }

    private void endCell() {
        if (isInCell) {
            cells.add(plain(cell.toString()));
            for (int i = 1; i < span && cells.size() <= Sheet.MAX_COLUMNS; i++) {
                cells.add("");
            }
        }
        cell.setLength(0);
        isInCell = false;
    }

    private void endRow() throws Refused {
        endCell();
        if (!cells.isEmpty()) {
            sheet.add(++rows, cells);
        }
        cells.clear();
    }

    private static String plain(String markup) {
        return ENTITY.matcher(markup)
                .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
    }

    private static String character(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, " ");
        }
        int code = name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16)
                : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    }
}
