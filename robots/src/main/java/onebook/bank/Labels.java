package onebook.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.document.table.CellText;
import onebook.document.table.Row;

/**
 * What stands beside the table: account, holder, bank, currency, balances. The first mention
 * counts.
 */
final class Labels {
    // 账号：19045101040012345 币种：人民币   #账号：[20885014012345670156]   户名: 杭州清禾办公设备有限公司
    private static final Pattern PAIR = Pattern.compile(
            "([^\\s:,;\\[\\]]{1,14}) ?: ?\\[?([^:\\]]*?)\\]?(?= [^\\s:]{1,14} ?:|$)");
    private static final int MAX_TEXT = 400;

    private final Map<String, String> thingByLabel = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    Labels(Vocabulary vocabulary, Layout layout) {
        vocabulary.account().forEach((thing, labels) -> {
            List<String> wanted = layout.account().getOrDefault(thing, labels);
            wanted.forEach(label -> thingByLabel.putIfAbsent(CellText.label(label), thing));
        });
    }

    void take(Row row) {
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = CellText.half(row.cells().get(i).replaceFirst("^[#\\s]+", ""));
            String thing = isPair(cell) ? null : thingByLabel.get(CellText.label(cell));
            if (thing != null) {
                putIfFilled(thing, nextFilled(row, i + 1));
            } else if (cell.length() <= MAX_TEXT) {
                takePairs(cell);
            }
        }
    }

    /** A colon with something behind it. */
    private static boolean isPair(String cell) {
        int colon = cell.indexOf(':');
        return colon >= 0 && !cell.substring(colon + 1).isBlank();
    }

    private void takePairs(String text) {
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            String thing = thingByLabel.get(CellText.label(pair.group(1)));
            if (thing != null) {
                putIfFilled(thing, pair.group(2));
            }
        }
    }

    private String nextFilled(Row row, int from) {
        for (int i = from; i < row.cells().size(); i++) {
            if (!row.cell(i).isEmpty()) {
                return thingByLabel.containsKey(CellText.label(row.cell(i))) ? "" : row.cell(i);
            }
        }
        return "";
    }

    private void putIfFilled(String thing, String value) {
        if (!value.isBlank()) {
            values.putIfAbsent(thing, value.strip());
        }
    }

    String value(String thing) {
        return values.getOrDefault(thing, "");
    }

    /** The opening or closing balance as stated; empty where none can be read. */
    Optional<Figure> figure(String thing) {
        return Optional.of(Figure.of(value(thing))).filter(Figure::isValue);
    }
}
