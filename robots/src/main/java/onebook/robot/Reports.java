package onebook.robot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Refusal;
import onebook.report.CustomReport;
import onebook.report.CustomReport.Span;
import onebook.report.Expression;

/**
 * Reads the reports that a company defines, as {@code templates/report/report-format.md} says.
 * Every mistake is named with its row, all of them at once.
 */
final class Reports {
    private static final long LARGEST_BYTES = 64 * 1024;
    private static final int MOST_ROWS = 500;
    private static final Map<Span, String> HEADS = heads();

    private final List<String> mistakes = new ArrayList<>();

    private static Map<Span, String> heads() {
        Map<Span, String> heads = new LinkedHashMap<>();
        heads.put(Span.MONTH, "本月");
        heads.put(Span.MONTHS, "");
        heads.put(Span.QUARTER, "本季");
        heads.put(Span.YEAR, "本年累计");
        heads.put(Span.LAST_MONTH, "上月");
        heads.put(Span.LAST_QUARTER, "上季");
        heads.put(Span.LAST_YEAR, "上年同期累计");
        heads.put(Span.LAST_YEAR_MONTH, "上年同月");
        return heads;
    }

    /** @param name one of the templates, or a path that ends in .yaml */
    static CustomReport read(String name, ChartOfAccounts chart) {
        Reports reader = new Reports();
        CustomReport report = reader.report(text(name), chart);
        if (!reader.mistakes.isEmpty()) {
            throw wrong(name + ": " + String.join("; ", reader.mistakes));
        }
        return report;
    }

    private static RefusedException wrong(String what) {
        return new RefusedException(Refusal.REPORT_CANNOT_BE_USED, what);
    }

    private static String text(String name) {
        try {
            if (name.matches("[a-z0-9-]+")) {
                return Templates.text("report/" + name + ".yaml");
            }
            Path file = Path.of(name);
            if (!name.endsWith(".yaml") || !Files.isRegularFile(file)
                    || Files.size(file) > LARGEST_BYTES) {
                throw wrong(name + " is no report, nor a .yaml file of at most 64 KB");
            }
            return Files.readString(file);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw wrong(name + ": " + unreadable.getMessage());
        }
    }

    private CustomReport report(String yaml, ChartOfAccounts chart) {
        JsonNode root;
        try {
            root = Json.yaml(yaml, JsonNode.class);
        } catch (IllegalArgumentException broken) {
            mistakes.add(broken.getMessage().lines().findFirst().orElse("not YAML"));
            return new CustomReport("", List.of(), List.of());
        }
        keys(root, "report", List.of("title", "columns", "rows"));
        String title = word(root, "title", "report");
        List<CustomReport.Column> columns = new ArrayList<>();
        list(root, "columns").forEach(one -> column(one, columns.size() + 1, columns));
        List<CustomReport.Line> lines = new ArrayList<>();
        list(root, "rows").forEach(one -> lines.add(line(one, "rows[" + (lines.size() + 1) + "]")));
        CustomReport report = new CustomReport(title, columns, lines);
        mistakes.addAll(report.mistakes(chart));
        return report;
    }

    private List<JsonNode> list(JsonNode root, String name) {
        JsonNode list = root.path(name);
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        if (!list.isArray() || items.isEmpty() || items.size() > MOST_ROWS) {
            mistakes.add(name + ": a list of 1 to " + MOST_ROWS + " is wanted");
            return List.of();
        }
        return items;
    }

    private void column(JsonNode one, int number, List<CustomReport.Column> columns) {
        String where = "columns[" + number + "]";
        if (one.isObject()) {
            keys(one, where, List.of("head", "span"));
        }
        String span = one.isTextual() ? one.asText() : word(one, "span", where);
        Optional<Span> known = HEADS.keySet().stream()
                .filter(each -> name(each).equals(span)).findFirst();
        if (known.isEmpty()) {
            mistakes.add(where + ": " + span + " is none of "
                    + String.join(", ", HEADS.keySet().stream().map(Reports::name).toList()));
        }
        Span meant = known.orElse(Span.MONTH);
        columns.add(new CustomReport.Column(one.path("head").asText(HEADS.get(meant)), meant));
    }

    private static String name(Span span) {
        return span.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private CustomReport.Line line(JsonNode one, String where) {
        keys(one, where, List.of("label", "each", "sum", "total"));
        boolean isEach = one.has("each");
        if (isEach == one.has("label")) {
            mistakes.add(where + ": either a label or each is wanted");
        }
        if (isEach && one.has("sum")) {
            mistakes.add(where + ": each adds up by itself and takes no sum");
        }
        return new CustomReport.Line(one.path("label").asText(""),
                isEach ? each(one.path("each").asText(), where) : Optional.empty(),
                one.has("sum") ? sum(one.path("sum").asText(), where) : Optional.empty(),
                one.path("total").asBoolean());
    }

    private Optional<AccountCode> each(String text, String where) {
        if (!text.endsWith(".*")) {
            mistakes.add(where + ": each is an account and .*, such as 5602.*");
            return Optional.empty();
        }
        try {
            return Optional.of(AccountCode.of(text.substring(0, text.length() - 2)));
        } catch (IllegalArgumentException noCode) {
            mistakes.add(where + ": " + noCode.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Expression> sum(String text, String where) {
        try {
            return Optional.of(Expression.parse(text));
        } catch (IllegalArgumentException wrong) {
            mistakes.add(where + ": the sum " + wrong.getMessage());
            return Optional.empty();
        }
    }

    private String word(JsonNode node, String name, String where) {
        String text = node.path(name).asText("");
        if (text.isBlank()) {
            mistakes.add(where + ": " + name + " is missing");
        }
        return text;
    }

    /** A key that nobody reads is a slip of the pen. */
    private void keys(JsonNode node, String where, List<String> known) {
        if (!node.isObject()) {
            mistakes.add(where + ": names with values are wanted, such as " + known.get(0));
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                mistakes.add(where + ": unknown " + key + "; known are "
                        + String.join(", ", known));
            }
        });
    }
}
