package onebook.robot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Verdict;
import onebook.report.Span;
import onebook.report.StatementLine;
import onebook.report.Statements;
import onebook.tax.Column;
import onebook.tax.TaxPeriod;
import onebook.tax.VatReturn;

/**
 * What the main job came to, all of it counted or read back from the book.
 *
 * @param documentsBySource how many documents were read from each source
 * @param entriesByRule how many entries each rule, the matcher or the close posted
 * @param bankDifference per cash account, what remains after the reconciliation
 * @param automation share of documents and bank lines booked without a person, in percent
 * @param files what was written, by name
 * @param exit the exit code of the package's verdict, as the verifier gives it
 * @param verdict the same in words
 * @param refused files and proposals that were not taken, with why
 */
public record Summary(String company, Period from, Period to,
        Map<String, Integer> documentsBySource, Map<String, Integer> entriesByRule,
        int bankLines, List<WaitingItem> waiting,
        Map<String, Money> bankDifference, BigDecimal automation, Money vatPayable,
        Map<String, Path> files, int exit, String verdict, List<String> refused,
        Map<String, Map<String, String>> vat, Map<String, List<String>> balanceSheet,
        Map<String, List<String>> incomeStatement) {

    static Summary of(Desk desk, RunReport run, Deliverables files) {
        Map<String, Integer> sources = new TreeMap<>();
        desk.papers().forEach(paper -> sources.merge(paper.reading().source().isEmpty()
                ? "unreadable" : paper.reading().source(), 1, Integer::sum));
        Map<String, Integer> rules = new LinkedHashMap<>();
        desk.entries(EntryFilter.ALL).stream().filter(entry -> entry.takesBack().isEmpty())
                .map(JournalEntry::rule).sorted()
                .forEach(rule -> rules.merge(rule, 1, Integer::sum));
        List<WaitingItem> waiting = desk.waiting();
        int lines = desk.cashAccounts().stream()
                .mapToInt(one -> desk.cashLines(one.code()).size()).sum();
        int items = desk.papers().size() + lines;
        VatReturn vat = desk.vat(TaxPeriod.quarterOf(desk.profile().lastPeriod()));
        Statements statements = desk.statements(
                Span.of(desk.company().from(), desk.profile().lastPeriod()));
        Verdict verdict = files.verify();
        return new Summary(desk.company().name(), desk.company().from(),
                desk.profile().lastPeriod(), sources, rules, lines, waiting, files.differences(),
                share(items - waiting.size(), items), vat.payable(),
                files.paths(), verdict.exitCode(), verdict.name(),
                run.diff().stream().filter(line -> line.startsWith("! "))
                        .map(line -> line.substring(2)).toList(), form(vat),
                lines(statements.balanceSheet().lines()),
                lines(statements.incomeStatement().lines()));
    }

    /** Entries posted from a match of a bank line with an open item or with its mirror. */
    public int matched() {
        return entriesByRule.getOrDefault(Settling.MATCH, 0)
                + entriesByRule.getOrDefault(Settling.TRANSFER, 0);
    }

    /** One JSON object; amounts are strings. */
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("company", company);
        json.put("from", from.toString());
        json.put("to", to.toString());
        json.put("documentsBySource", documentsBySource);
        json.put("entriesByRule", entriesByRule);
        json.put("bankLines", bankLines);
        json.put("matched", matched());
        json.put("waiting", waiting.stream().map(Summary::json).toList());
        json.put("refused", refused);
        json.put("bankDifference", texts(bankDifference));
        json.put("automationPercent", automation.toString());
        json.put("vatPayable", vatPayable.toString());
        json.put("vat", vat);
        json.put("balanceSheet", balanceSheet);
        json.put("incomeStatement", incomeStatement);
        json.put("files", texts(files));
        json.put("exit", exit);
        json.put("verdict", verdict);
        return Json.write(json);
    }

    private static Map<String, String> json(WaitingItem item) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("source", item.source());
        json.put("reason", item.reason().name());
        json.put("text", item.text().chinese());
        return json;
    }

    private static Map<String, String> texts(Map<String, ?> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }

    /** Each used line of the return with its columns of the period. */
    private static Map<String, Map<String, String>> form(VatReturn vat) {
        Map<String, Map<String, String>> form = new LinkedHashMap<>();
        for (int line : vat.usedLines()) {
            Map<String, String> columns = new LinkedHashMap<>();
            for (Column column : List.of(Column.GOODS, Column.SERVICES)) {
                Money value = vat.value(line, column);
                if (!value.isZero()) {
                    columns.put(column.name().toLowerCase(java.util.Locale.ROOT), value.toString());
                }
            }
            if (!columns.isEmpty()) {
                form.put(String.valueOf(line), columns);
            }
        }
        return form;
    }

    private static Map<String, List<String>> lines(List<StatementLine> lines) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        lines.forEach(line -> all.put(String.valueOf(line.number()),
                List.of(line.first().amount().toString(), line.second().amount().toString())));
        return all;
    }

    private static BigDecimal share(int part, int whole) {
        return whole == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(100L * part)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
