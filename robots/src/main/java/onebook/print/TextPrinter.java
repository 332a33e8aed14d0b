package onebook.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import onebook.print.Table.Column;
import onebook.print.Table.Kind;
import onebook.print.Table.Line;
import onebook.print.Table.Row;
import onebook.print.Table.Style;

/** A table for a terminal: a hanzi takes two places, what is too long for its column is cut. */
final class TextPrinter {
    private final Table table;
    private final int whole;

    TextPrinter(Table table) {
        this.table = table;
        this.whole = table.columns().stream().mapToInt(Column::width).sum()
                + 2 * (table.columns().size() - 1);
    }

    /** Close after use. */
    Stream<String> lines() {
        List<String> head = new ArrayList<>();
        head.add(table.title());
        table.above().forEach(line -> head.add(words(line)));
        head.add("-".repeat(whole));
        if (table.hasGroups()) {
            head.add(groups());
        }
        head.add(fields(column -> Cell.of(table.columns().get(column).head())));
        head.add("-".repeat(whole));
        List<String> foot = new ArrayList<>(List.of("-".repeat(whole)));
        table.below().forEach(line -> foot.add(words(line)));
        return Stream.of(head.stream(), table.rows().get().map(this::row), foot.stream())
                .flatMap(part -> part);
    }

    private String row(Row row) {
        return row.style() == Style.SECTION ? visible(row.cell(0).shown()) : fields(row::cell);
    }

    private static String words(Line line) {
        return visible(Stream.of(line.left(), line.middle(), line.right())
                .filter(text -> !text.isEmpty()).reduce((one, other) -> one + "    " + other)
                .orElse(""));
    }

    private String groups() {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < table.columns().size(); column = table.groupEnd(column)) {
            int wide = -2;
            for (int one = column; one < table.groupEnd(column); one++) {
                wide += table.columns().get(one).width() + 2;
            }
            append(text, table.columns().get(column).group(), wide, false);
        }
        return text.toString().stripTrailing();
    }

    private String fields(IntFunction<Cell> cells) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < table.columns().size(); column++) {
            Column one = table.columns().get(column);
            boolean isRight = one.kind() == Kind.MONEY || one.kind() == Kind.NUMBER;
            append(text, cells.apply(column).shown(), one.width(), isRight);
        }
        return text.toString().stripTrailing();
    }

    private static void append(StringBuilder line, String text, int wide, boolean isRight) {
        if (!line.isEmpty()) {
            line.append("  ");
        }
        String shown = isRight ? visible(text) : cut(visible(text), wide);
        String space = " ".repeat(Math.max(0, wide - places(shown)));
        line.append(isRight ? space + shown : shown + space);
    }

    /** Nothing that moves the cursor or turns the writing reaches a terminal. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
    }

    private static String cut(String text, int wide) {
        if (places(text) <= wide) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int room = wide - 1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            room -= places(text.codePointAt(at));
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(text.codePointAt(at));
        }
        return kept.append('…').toString();
    }

    private static int places(String text) {
        return text.codePoints().map(TextPrinter::places).sum();
    }

    private static int places(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean isWide = character >= 0x1100 && character <= 0x115F
                || character >= 0x2E80 && character <= 0xA4CF
                || character >= 0xAC00 && character <= 0xD7A3
                || character >= 0xF900 && character <= 0xFAFF
                || character >= 0xFE30 && character <= 0xFE6F
                || character >= 0xFF01 && character <= 0xFF60
                || character >= 0xFFE0 && character <= 0xFFE6
                || character >= 0x1F300 && character <= 0x1FAFF || character >= 0x20000;
        return isWide ? 2 : 1;
    }
}
