package onebook.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a program lays its tables out; read from {@code templates/exchange/<layout>.yaml}.
 *
 * @param marks names that all stand in the header of this layout and of no other
 * @param needs things without which a row says nothing; "debit|amount" is one or the other
 * @param columns for each thing a row says, the names it stands under
 * @param numbersBeginAnewMonthly true where voucher numbers are only unique within a month
 * @param firstRowSpeaks true where date, number and hands stand only in a voucher's first row
 */
record Layout(String layout, String title, List<String> marks, List<String> needs,
        Map<String, List<String>> columns, boolean numbersBeginAnewMonthly,
        boolean firstRowSpeaks) {

    Layout {
        marks = marks == null ? List.of() : List.copyOf(marks);
        needs = List.copyOf(needs);
        columns = Map.copyOf(columns);
        Set<String> unknown = new HashSet<>();
        needs.forEach(need -> unknown.addAll(List.of(need.split("\\|"))));
        unknown.removeAll(columns.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(layout + " needs what it has no column for: "
                    + unknown);
        }
    }
}
