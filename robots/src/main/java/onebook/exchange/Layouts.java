package onebook.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The layouts of one kind of table in order of trial, with the words all of them share. */
public final class Layouts {
    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    final Vocabulary words;
    private final List<Layout> layouts = new ArrayList<>();

    private Layouts(Vocabulary words) {
        this.words = words;
    }

    /**
     * The layouts that {@code templates/exchange/words.yaml} lists for a kind of table.
     *
     * @param kind vouchers, opening, balances …
     * @param templates gives the text of a template by its name
     */
    public static Layouts of(String kind, UnaryOperator<String> templates) {
        Vocabulary words = read(templates.apply("exchange/words.yaml"), Vocabulary.class);
        Layouts layouts = new Layouts(words);
        words.tables().get(kind).forEach(name -> layouts.layouts.add(
                read(templates.apply("exchange/" + name + ".yaml"), Layout.class)));
        return layouts;
    }

    static <T> T read(String yaml, Class<T> type) {
        try {
            return YAML.readValue(yaml, type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("a template of exchange: " + wrong.getMessage(),
                    wrong);
        }
    }

    /** The layout that the row is a header of; of several, the one that knows most of it. */
    Optional<Columns> find(String[] header) {
        Map<String, Integer> names = Columns.names(header);
        Columns best = null;
        for (Layout layout : layouts) {
            Columns columns = Columns.of(layout, names);
            if (columns.fits(names) && (best == null
                    || layout.marks().size() > best.layout.marks().size()
                    || layout.marks().size() == best.layout.marks().size()
                    && columns.hits() > best.hits())) {
                best = columns;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What comes nearest to a header, for saying what it lacks. */
    Columns nearest(String[] header) {
        Map<String, Integer> names = Columns.names(header);
        Columns best = null;
        for (Layout layout : layouts) {
            Columns columns = Columns.of(layout, names);
            best = best == null || columns.hits() > best.hits() ? columns : best;
        }
        return best;
    }

    /**
     * Words that stand in tables whoever wrote them.
     *
     * @param tables the layouts of each kind of table
     * @param totals beginnings of rows that sum others up
     * @param debit how a column of directions says debit
     * @param credit how it says credit
     * @param voids how a column says that a voucher does not count
     * @param currencies names of currencies to their ISO codes
     * @param dimensions names of 辅助核算 to the dimensions of an account
     * @param accounts names that different standards give one account
     */
    record Vocabulary(Map<String, List<String>> tables, List<String> totals, List<String> debit,
            List<String> credit, List<String> voids, Map<String, String> currencies,
            Map<String, String> dimensions, List<List<String>> accounts) {

        Vocabulary {
            totals = totals == null ? List.of() : List.copyOf(totals);
            debit = debit == null ? List.of() : List.copyOf(debit);
            credit = credit == null ? List.of() : List.copyOf(credit);
            voids = voids == null ? List.of() : List.copyOf(voids);
            currencies = currencies == null ? Map.of() : Map.copyOf(currencies);
            dimensions = dimensions == null ? Map.of() : Map.copyOf(dimensions);
            accounts = accounts == null ? List.of() : List.copyOf(accounts);
        }
    }
}
