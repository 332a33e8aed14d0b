package onebook.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What templates/invoice/china.yaml says about printed forms. */
final class PrintedForms {
    private static final PrintedForms CHINA = load("/templates/invoice/china.yaml");

    /** A kind of document, and for invoices its type ("" where the title does not tell). */
    record Kind(String kind, String type, List<Pattern> words) {
        boolean fits(String text) {
            return words.stream().allMatch(w -> w.matcher(text).find());
        }
    }

    private final List<Kind> kinds = new ArrayList<>();
    private final Map<String, Pattern> columns = new LinkedHashMap<>();
    private final Map<LocalDate, BigDecimal> railRates = new LinkedHashMap<>();
    private final Pattern tableEnds;
    private final List<String> categories;

    private PrintedForms(JsonNode root) {
        for (JsonNode kind : root.get("kinds")) {
            List<Pattern> words = new ArrayList<>();
            kind.get("words").forEach(w -> words.add(Pattern.compile(w.asText())));
            kinds.add(new Kind(kind.get("kind").asText(), kind.path("type").asText(""), words));
        }
        root.get("columns").properties().forEach(
                c -> columns.put(c.getKey(), Pattern.compile(c.getValue().asText())));
        root.get("rail").forEach(r -> railRates.put(
                LocalDate.parse(r.get("from").asText()), new BigDecimal(r.get("rate").asText())));
        tableEnds = Pattern.compile(root.get("tableEnds").asText());
        categories = List.of(root.get("categories").asText().split("\\s+"));
    }

    private static PrintedForms load(String resource) {
        try (InputStream in = PrintedForms.class.getResourceAsStream(resource)) {
            return new PrintedForms(new ObjectMapper(new YAMLFactory()).readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PrintedForms china() {
        return CHINA;
    }

    /** The first kind whose words all stand in the text. */
    Optional<Kind> kind(String text) {
        return kinds.stream().filter(k -> k.fits(text)).findFirst();
    }

    Map<String, Pattern> columns() {
        return columns;
    }

    Pattern tableEnds() {
        return tableEnds;
    }

    /** The rate inside a fare of that day; empty before the first. */
    Optional<BigDecimal> railRate(LocalDate date) {
        return railRates.entrySet().stream().filter(e -> !e.getKey().isAfter(date))
                .max(Map.Entry.comparingByKey()).map(Map.Entry::getValue);
    }

    List<String> categories() {
        return categories;
    }
}
