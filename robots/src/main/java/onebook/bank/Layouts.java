package onebook.bank;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.document.table.CellText;
import onebook.document.table.Row;
import onebook.document.table.Sheet;

/** All layouts, and the search for the one a sheet is written in. */
final class Layouts {
    /** The name of the layout of files that only the words of their header explain. */
    static final String GENERIC = "generic";
    private static final int ROWS_TO_SEARCH = 120;
    private static final int HITS_OF_AN_UNKNOWN_LAYOUT = 3;
    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** Where the header stands and how the rows below it are read. */
    record Found(Layout layout, int headerIndex, Columns columns) {
        /** The same, where the out column carries its own minus sign. */
        Found withSignedOut() {
            return new Found(layout.withAmount(Layout.Amounts.IN_MINUS_SIZE_OF_OUT), headerIndex,
                    columns);
        }
    }

    final Vocabulary vocabulary;
    private final List<Layout> layouts = new ArrayList<>();

    private Layouts(Vocabulary vocabulary, List<String> names) {
        this.vocabulary = vocabulary;
        names.forEach(name -> layouts.add(resource(name, Layout.class)));
    }

    static Layouts bundled() {
        Vocabulary vocabulary = resource("vocabulary", Vocabulary.class);
        return new Layouts(vocabulary, vocabulary.layouts());
    }

    /** Knows no layout, only the words of headers. */
    static Layouts ofWordsAlone() {
        return new Layouts(resource("vocabulary", Vocabulary.class), List.of());
    }

    private static <T> T resource(String name, Class<T> type) {
        try (InputStream yaml = Layouts.class.getResourceAsStream(
                "/templates/bank/" + name + ".yaml")) {
            return YAML.readValue(yaml, type);
        } catch (IOException broken) {
            throw new UncheckedIOException("templates/bank/" + name + ".yaml", broken);
        }
    }

    Optional<Found> find(Sheet sheet) {
        List<Row> rows = sheet.rows().subList(0, Math.min(sheet.rows().size(), ROWS_TO_SEARCH));
        for (int i = 0; i < rows.size(); i++) {
            Optional<Found> known = known(rows.get(i), i);
            if (known.isPresent()) {
                return known;
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            Optional<Found> unknown = unknown(rows.get(i), i);
            if (unknown.isPresent()) {
                return unknown;
            }
        }
        return Optional.empty();
    }

    /**
     * The layout of which this row has all header names; of several, the one that asks for most.
     */
    private Optional<Found> known(Row row, int index) {
        Map<String, Integer> names = Columns.names(row);
        Layout best = null;
        for (Layout layout : layouts) {
            boolean isBetter = best == null || layout.header().size() > best.header().size();
            if (isBetter && layout.header().stream().map(CellText::label)
                    .allMatch(names::containsKey)) {
                best = layout;
            }
        }
        return Optional.ofNullable(best)
                .map(layout -> new Found(layout, index, Columns.of(layout.columns(), names)));
    }

    private Optional<Found> unknown(Row row, int index) {
        Map<String, Integer> names = Columns.names(row);
        Columns columns = Columns.of(vocabulary.generic(), names);
        boolean hasAmount = columns.has("in") && columns.has("out") || columns.has("amount");
        if (columns.hits() < HITS_OF_AN_UNKNOWN_LAYOUT || !columns.has("date") || !hasAmount) {
            return Optional.empty();
        }
        Layout layout = new Layout(GENERIC, "", null, List.of(), amounts(columns), null,
                vocabulary.generic(),
                null, vocabulary.directions(), null, null, false, false);
        return Optional.of(new Found(layout, index, columns));
    }

    private static Layout.Amounts amounts(Columns columns) {
        if (columns.has("in") && columns.has("out")) {
            return Layout.Amounts.IN_OUT;
        }
        return columns.has("flag") ? Layout.Amounts.DIRECTED : Layout.Amounts.BY_BALANCE;
    }
}
