package onebook.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * A printed form: its captions in their order, what each numbered line is made of, and what must
 * hold between its lines. Read from a table without quotes. Its first row is
 * {@code form,会小企01,资产负债表,2013-01-01,source}, with the day from which the form is used; its second
 * row names the columns:
 *
 * <ul>
 * <li>{@code side}: "left" or "right" half; {@code line}: the number, empty for a section title
 * <li>{@code chinese}, {@code english}: the caption; {@code filed}: the wording of the tax bureau's
 *     monthly and quarterly file where it is another
 * <li>{@code rule}: clauses parted by semicolons
 * <li>{@code check}: what the line must be, as in {@code = 30} or {@code >= 10 11 12 13}
 * </ul>
 *
 * Clauses of 会小企01 and 会小企02:
 *
 * <ul>
 * <li>{@code debit 1001 1002}: the balances, debit positive; {@code credit}: credit positive. With
 *     {@code named 利息}, only details whose name has one of the words; with {@code without}, the
 *     others
 * <li>{@code party-debit 1122}: only the parties that owe; {@code party-credit}: only those owed.
 *     With {@code newer}, what is not over a year old; with {@code older}, the rest
 * <li>{@code rest ASSET}: balances of that kind of account that no row names
 * <li>{@code profit}: income and expense not yet carried to 本年利润
 * <li>{@code sum 18 -19}: other lines, with their sign
 * </ul>
 *
 * Clauses of 会小企03 are told at {@link CashRules}.
 */
public final class Form {
    private static final String HEADER = "side,line,chinese,english,filed,rule,check";
    private static final int COLUMNS = HEADER.split(",").length;

    /** @param side "left" or "right" half of the form */
    public record Row(String side, OptionalInt line, String chinese, String english,
            String filed) { }

    private final String name;
    private final String title;
    private final LocalDate validFrom;
    private final String source;
    private final List<Row> rows = new ArrayList<>();
    private final LineRules rules = new LineRules();
    private final LineChecks checks;

    private Form(List<String> head) {
        name = head.get(1);
        title = head.get(2);
        validFrom = LocalDate.parse(head.get(3));
        source = head.get(4);
        checks = new LineChecks(name);
    }

    /** Throws {@link IllegalArgumentException} with the row where the table is not well formed. */
    public static Form parse(String table) {
        List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
        List<String> head = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
        if (head.size() != 5 || !head.get(0).equals("form")) {
            throw new IllegalArgumentException("a form begins with form,name,title,day,source");
        }
        if (lines.size() < 2 || !lines.get(1).equals(HEADER)) {
            throw new IllegalArgumentException("the second row of a form is " + HEADER);
        }
        Form form = new Form(head);
        lines.subList(2, lines.size()).forEach(form::read);
        form.complete();
        return form;
    }

    private void read(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != COLUMNS) {
            throw new IllegalArgumentException("not " + COLUMNS + " fields: " + line);
        }
        OptionalInt number = fields[1].isEmpty()
                ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(fields[1]));
        rows.add(new Row(fields[0], number, fields[2], fields[3],
                fields[4].isEmpty() ? fields[2] : fields[4]));
        if (number.isPresent()) {
            rules.add(number.getAsInt(), fields[5]);
            checks.add(number.getAsInt(), fields[6]);
        }
    }

    private void complete() {
        SortedMap<Integer, List<Integer>> totals = rules.totals();
        totals.forEach((line, addends) ->
                addends.forEach(one -> below(one, totals, List.of(line))));
        checks.addTotals(totals, rules.rows().keySet());
    }

    private void below(int signed, Map<Integer, List<Integer>> totals, List<Integer> path) {
        int line = Math.abs(signed);
        if (!rules.rows().containsKey(line) || path.contains(line)) {
            throw new IllegalArgumentException("line " + path.get(path.size() - 1)
                    + " cannot add line " + line);
        }
        List<Integer> longer = new ArrayList<>(path);
        longer.add(line);
        totals.getOrDefault(line, List.of()).forEach(one -> below(one, totals, longer));
    }

    /** "会小企01". */
    public String name() {
        return name;
    }

    /** "资产负债表". */
    public String title() {
        return title;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** The rule that prescribes it. */
    public String source() {
        return source;
    }

    /** In the order of print. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** The rows of one half of the form. */
    public List<Row> side(String side) {
        return rows.stream().filter(row -> row.side().equals(side)).toList();
    }

    /** The row of a numbered line. */
    public Row line(int number) {
        return rows.stream().filter(row -> row.line().equals(OptionalInt.of(number))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line " + number));
    }

    /** Total lines with the signed numbers of the lines they add, for the formulas of a sheet. */
    public SortedMap<Integer, List<Integer>> totals() {
        return rules.totals();
    }

    LineRules rules() {
        return rules;
    }

    LineChecks checks() {
        return checks;
    }
}
