package onebook.tax;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import onebook.ledger.Period;

/** Dated sections of a file in {@code templates/tax}, and how their fields are read. */
final class RuleFile<T> {
    /** What a section holds, with the time it is good for. */
    record Section<T>(LocalDate from, LocalDate to, T rules) { }

    private final String name;
    private final List<Section<T>> sections = new ArrayList<>();

    /** Throws {@link IllegalArgumentException} that names the missing or malformed field. */
    RuleFile(String name, Function<JsonNode, T> reader) {
        this.name = name;
        for (JsonNode node : list(delivered(name), "rules")) {
            sections.add(new Section<>(date(node, "valid_from"), date(node, "valid_to"),
                    reader.apply(node)));
        }
    }

    /** Throws {@link IllegalArgumentException} where no section holds on the month's last day. */
    T in(Period month) {
        LocalDate day = month.lastDay();
        return sections.stream()
                .filter(one -> !one.from().isAfter(day) && !one.to().isBefore(day))
                .map(Section::rules).findFirst().orElseThrow(() -> new IllegalArgumentException(
                        "templates/tax/" + name + ".yaml has no rules for " + month));
    }

    /** The file this OneBook was delivered with. */
    static JsonNode delivered(String name) {
        String place = "/templates/tax/" + name + ".yaml";
        try (InputStream data = RuleFile.class.getResourceAsStream(place)) {
            if (data == null) {
                throw new IllegalStateException("missing " + place);
            }
            return read(data);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static JsonNode read(InputStream yaml) throws IOException {
        return new YAMLMapper().readTree(yaml);
    }

    static JsonNode list(JsonNode node, String field) {
        JsonNode list = child(node, field);
        if (!list.isArray() || list.isEmpty()) {
            throw new IllegalArgumentException(field + " is no list, or empty");
        }
        return list;
    }

    static JsonNode child(JsonNode node, String field) {
        JsonNode child = node == null ? null : node.get(field);
        if (child == null || child.isNull()) {
            throw new IllegalArgumentException("the tax rules lack " + field);
        }
        return child;
    }

    static String text(JsonNode node, String field) {
        return child(node, field).asText();
    }

    static BigDecimal rate(JsonNode node, String field) {
        BigDecimal rate = new BigDecimal(text(node, field));
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(field + " is no rate between 0 and 1: " + rate);
        }
        return rate;
    }

    static LocalDate date(JsonNode node, String field) {
        return LocalDate.parse(text(node, field));
    }
}
