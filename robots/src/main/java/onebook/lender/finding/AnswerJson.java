package onebook.lender.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.Money;

/** Answers as JSON values: amounts are strings, shares too; what is not known is left out. */
public final class AnswerJson {
    private AnswerJson() { }

    /** Each class and month, with numerators and the denominator of every share. */
    public static List<Object> corroboration(Answers answers) {
        List<Object> list = new ArrayList<>();
        for (Corroboration.Cell cell : answers.corroboration()) {
            Map<String, Object> json = new TreeMap<>();
            json.put("class", cell.kind().name().toLowerCase(Locale.ROOT));
            json.put("month", cell.month().toString());
            json.put("amount", cell.amount().toString());
            part(json, "s1", cell.e1(), cell.amount());
            part(json, "s2", cell.e2(), cell.amount());
            part(json, "s3", cell.e3(), cell.amount());
            part(json, "s2x", cell.two(), cell.amount());
            cell.inTime().ifPresent(one -> part(json, "c", one, cell.amount()));
            list.add(json);
        }
        return list;
    }

    private static void part(Map<String, Object> json, String name, Money part, Money whole) {
        json.put(name, Totals.share(part, whole).toPlainString());
        json.put(name + "_amount", part.toString());
    }

    public static List<Object> ratios(Answers answers) {
        List<Object> list = new ArrayList<>();
        for (Ratio ratio : answers.ratios()) {
            Map<String, Object> json = new TreeMap<>();
            json.put("name", ratio.name());
            json.put("zh", ratio.zh());
            json.put("en", ratio.en());
            json.put("formula", ratio.formula());
            json.put("inputs", ratio.inputs().stream().map(one -> Map.of("line", one.line(),
                    "amount", one.amount().toString())).toList());
            ratio.value().ifPresent(value -> json.put("value", value));
            if (!ratio.whyNot().isEmpty()) {
                json.put("why_not", ratio.whyNot());
            }
            list.add(json);
        }
        return list;
    }

    /** The months, each with its four figures and the bridges that end with it. */
    public static List<Object> tieOut(Answers answers) {
        List<Object> list = new ArrayList<>();
        for (TieOut.Month month : answers.months()) {
            Map<String, Object> json = new TreeMap<>();
            json.put("month", month.month().toString());
            json.put("book", month.book().toString());
            json.put("book_gross", month.bookGross().toString());
            put(json, "invoices", month.invoices());
            put(json, "filed", month.filed());
            put(json, "bank", month.bank());
            json.put("bridges", answers.bridges().stream()
                    .filter(one -> one.to().equals(month.month())).map(AnswerJson::bridge)
                    .toList());
            list.add(json);
        }
        return list;
    }

    private static void put(Map<String, Object> json, String name, Optional<Money> amount) {
        amount.ifPresent(one -> json.put(name, one.toString()));
    }

    private static Map<String, Object> bridge(Bridge bridge) {
        Map<String, Object> json = new TreeMap<>();
        json.put("name", bridge.name());
        json.put("from", bridge.from().toString());
        json.put("to", bridge.to().toString());
        json.put("start", bridge.start().toString());
        json.put("end", bridge.end().toString());
        json.put("lines", bridge.explained().stream().map(line -> Map.of("zh", line.zh(), "en",
                line.en(), "amount", line.amount().toString())).toList());
        json.put("to_explain", bridge.residual().toString());
        return json;
    }
}
