package onebook.lender.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import onebook.ledger.Money;
import onebook.ledger.Period;

/** Answers as parts of the readable report: tables, and one picture of the four figures a month. */
public final class AnswerPage {
    private static final int HEIGHT = 140;
    private static final int WIDTH = 96;
    private static final List<String> COLOURS =
            List.of("#2f5da8", "#7aa6d8", "#e2a400", "#3c8c5a");
    private static final Map<String, String> BRIDGES = Map.of("book-invoices",
            "账 → 票 book to invoices", "book-filed", "账 → 税 book to returns", "invoices-filed",
            "票 → 税 invoices to returns", "book-bank", "账（含税）→ 银 book with tax to bank", "inflow",
            "银行流入 → 客户回款 inflow to customers");

    private final Answers answers;
    private final UnaryOperator<String> escaped;

    /** @param escaped makes text safe within HTML */
    public AnswerPage(Answers answers, UnaryOperator<String> escaped) {
        this.answers = answers;
        this.escaped = escaped;
    }

    /** By the name the template of the report has for them. */
    public Map<String, String> parts() {
        Map<String, String> parts = new TreeMap<>();
        parts.put("picture", picture());
        parts.put("tieout", months());
        parts.put("bridges", bridges());
        parts.put("corroboration", corroboration());
        parts.put("ratios", ratios());
        parts.put("profilepage", profile());
        return parts;
    }

    private String row(Object... cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (Object cell : cells) {
            boolean isNumber = cell instanceof Money || cell.toString().matches("-?[0-9.]+");
            row.append(isNumber ? "<td class=\"n\">" : "<td>")
                    .append(escaped.apply(cell.toString())).append("</td>");
        }
        return row.append("</tr>\n").toString();
    }

    private static Object shown(Optional<Money> amount) {
        return amount.<Object>map(one -> one).orElse("未提供 not provided");
    }

    private String months() {
        StringBuilder rows = new StringBuilder();
        for (TieOut.Month month : answers.months()) {
            rows.append(row(month.month(), month.book(), shown(month.invoices()),
                    month.filed().<Object>map(one -> one).orElse("—"), month.bookGross(),
                    shown(month.bank())));
        }
        return rows.toString();
    }

    private String bridges() {
        StringBuilder rows = new StringBuilder();
        Period before = null;
        for (Bridge bridge : answers.bridges()) {
            boolean isNew = !bridge.to().equals(before);
            before = bridge.to();
            String span = bridge.from().equals(bridge.to()) ? bridge.to().toString()
                    : bridge.from() + " – " + bridge.to();
            rows.append("<tr%s><th colspan=\"2\">%s　%s</th></tr>%n".formatted(
                    isNew ? " id=\"m-" + bridge.to() + "\"" : "", span,
                    BRIDGES.get(bridge.name())));
            rows.append(row("起 start", bridge.start()));
            bridge.explained().forEach(line ->
                    rows.append(row("其中 of which: " + line.zh() + " " + line.en(),
                            line.amount())));
            rows.append(row("差异待说明 difference to explain", bridge.residual()));
            rows.append(row("止 end", bridge.end()));
        }
        return rows.toString();
    }

    /** Bars for book, invoices, returns and bank; a click leads to the bridges of the month. */
    private String picture() {
        Money most = Money.cny(1);
        for (TieOut.Month month : answers.months()) {
            for (Optional<Money> bar : bars(month)) {
                most = bar.isPresent() && bar.get().compareTo(most) > 0 ? bar.get() : most;
            }
        }
        StringBuilder svg = new StringBuilder(
                "<svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"100%%\">%n".formatted(
                        Math.max(4, answers.months().size()) * WIDTH, HEIGHT + 24));
        int left = 0;
        for (TieOut.Month month : answers.months()) {
            svg.append("<a href=\"#m-%s\"><title>%1$s</title>".formatted(month.month()));
            List<Optional<Money>> bars = bars(month);
            for (int i = 0; i < bars.size(); i++) {
                bar(svg, left + 8 + i * 20, bars.get(i), most, COLOURS.get(i));
            }
            svg.append("<text x=\"%d\" y=\"%d\" font-size=\"12\" fill=\"#1d2433\">%s</text></a>%n"
                    .formatted(left + 20, HEIGHT + 18, month.month()));
            left += WIDTH;
        }
        return svg.append("</svg>").toString();
    }

    private static List<Optional<Money>> bars(TieOut.Month month) {
        return List.of(Optional.of(month.book()), month.invoices(), month.filed(), month.bank());
    }

    /** Whole pixels, rounded down. */
    private static void bar(StringBuilder svg, int x, Optional<Money> value, Money most,
            String colour) {
        if (value.isPresent() && value.get().isPositive()) {
            int height = value.get().toDecimal().multiply(java.math.BigDecimal.valueOf(HEIGHT))
                    .divide(most.toDecimal(), 0, java.math.RoundingMode.DOWN).intValueExact();
            svg.append(("<rect x=\"%d\" y=\"%d\" width=\"16\" height=\"%d\" fill=\"%s\">"
                    + "<title>%s</title></rect>").formatted(x, HEIGHT - height,
                    Math.max(1, height), colour, value.get()));
        }
    }

    private String corroboration() {
        StringBuilder rows = new StringBuilder();
        for (Totals all : Totals.of(answers.corroboration())) {
            rows.append(shares(all.name(), "合计 all", all));
            answers.corroboration().stream().filter(cell -> cell.kind() == all.kind()).forEach(
                    cell -> Totals.of(List.of(cell)).forEach(one ->
                            rows.append(shares("", cell.month().toString(), one))));
        }
        return rows.toString();
    }

    private String shares(String name, String month, Totals all) {
        return row(name, month, all.amount(), of(all, all.e1()), of(all, all.e2()),
                of(all, all.e3()), of(all, all.two()),
                all.inTime().map(one -> of(all, one)).orElse("由核验者判断 by whom the reader knows"));
    }

    private static String of(Totals all, Money part) {
        return part + "（" + all.share(part).toPlainString() + "）";
    }

    private String ratios() {
        StringBuilder rows = new StringBuilder();
        for (Ratio ratio : answers.ratios()) {
            StringBuilder inputs = new StringBuilder();
            ratio.inputs().forEach(one -> inputs.append(one.line()).append(" = ")
                    .append(one.amount()).append("　"));
            rows.append(row(ratio.zh() + " " + ratio.en(), ratio.formula(),
                    inputs.toString().strip(), ratio.value().orElse(ratio.whyNot())));
        }
        return rows.toString();
    }

    private String profile() {
        StringBuilder rows = new StringBuilder();
        String section = "";
        for (Profile.Row one : answers.profile()) {
            if (!one.section().equals(section)) {
                section = one.section();
                rows.append("<tr><th colspan=\"5\">").append(escaped.apply(section))
                        .append("</th></tr>\n");
            }
            rows.append(row(one.item(), one.party(), one.count(), one.amount(), one.share()));
        }
        return rows.toString();
    }
}
