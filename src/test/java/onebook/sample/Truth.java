package onebook.sample;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onebook.sample.Books.Balances;

/** What a right run must come to; never read by the product. */
final class Truth {
    private Truth() { }

    static void write(Scenario scenario, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Entry> entries = Books.keep(scenario);
        json(folder.resolve("entries.json"), entries.stream().map(Truth::entry).toList());
        json(folder.resolve("statements.json"), statements(entries));
        json(folder.resolve("vat.json"), VatForm.of(scenario).lines());
        json(folder.resolve("waiting.json"), waiting(scenario));
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("date", entry.date().toString());
        out.put("kind", entry.kind());
        List<Map<String, String>> postings = new ArrayList<>();
        for (Entry.Line line : entry.lines()) {
            Map<String, String> posting = new LinkedHashMap<>();
            posting.put("account", line.account());
            posting.put("side", line.debit() ? "DEBIT" : "CREDIT");
            posting.put("amount", Fen.text(line.fen()));
            if (!line.party().isEmpty()) {
                posting.put("party", line.party());
            }
            postings.add(posting);
        }
        out.put("postings", postings);
        out.put("sources", entry.sources());
        return out;
    }

    private static Map<String, Object> statements(List<Entry> entries) {
        Map<Integer, Long> end = Statements.balanceSheet(Balances.of(entries));
        Map<Integer, Long> begin = Statements.balanceSheet(Balances.of(
                entries.stream().filter(e -> e.kind().equals("OPENING")).toList()));
        Map<Integer, Long> income = Statements.incomeStatement(entries);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("balanceSheet", pairs(end, begin));
        out.put("incomeStatement", pairs(income, income));
        return out;
    }

    private static Map<String, List<String>> pairs(Map<Integer, Long> first, Map<Integer,
            Long> second) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        first.forEach((line, fen) ->
                out.put(line.toString(), List.of(Fen.text(fen), Fen.text(second.get(line)))));
        return out;
    }

    static List<Map<String, String>> waiting(Scenario scenario) {
        List<Map<String, String>> out = new ArrayList<>();
        for (Paperwork paper : scenario.papers()) {
            if (!paper.waits().isEmpty()) {
                out.add(waits(paper.source(), paper.waits()));
            }
        }
        out.add(waits("documents/" + scenario.commercialFile(), "NO_RULE_KNOWS_THIS"));
        scenario.money().movements().stream().filter(Movement::waits)
                .forEach(line -> out.add(waits(line.source(), "NO_RULE_KNOWS_THIS")));
        return out;
    }

    private static Map<String, String> waits(String source, String reason) {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("source", source);
        out.put("reason", reason);
        return out;
    }

    private static void json(Path file, Object value) throws IOException {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indent);
        String text = new ObjectMapper().writer(printer).writeValueAsString(value);
        Files.write(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
