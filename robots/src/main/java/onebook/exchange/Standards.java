package onebook.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onebook.words.Sentence;

/** The systems of account codes in use, how they are told apart, and what their codes are here. */
public final class Standards {
    /** How surely an old account is a new one. */
    public enum Certainty { CERTAIN, LIKELY, NONE }

    /**
     * What an old account of the first level becomes.
     *
     * @param target code of this program's chart; "" where there is none
     * @param rule why, in one sentence
     */
    record Rule(String name, String target, Certainty certainty, Sentence rule) { }

    /**
     * A system of codes.
     *
     * @param system its short name: assbe, asbe or old
     * @param table the template with its rules; "" for the system of this program
     * @param probes the names that codes have in it and in no other
     */
    public record Standard(String system, String title, String table,
            Map<String, String> probes) { }

    private record Systems(List<Standard> systems, List<String> whole) { }

    private final Systems data;
    private final UnaryOperator<String> templates;
    private final AccountNames names;

    /** @param templates gives the text of a template by its name */
    public Standards(UnaryOperator<String> templates) {
        this.data = Layouts.read(templates.apply("exchange/systems.yaml"), Systems.class);
        this.templates = templates;
        this.names = new AccountNames(Layouts.of("charts", templates).words.accounts());
    }

    AccountNames names() {
        return names;
    }

    /** Names of the details that take the balance of an account which had none. */
    List<String> whole() {
        return data.whole;
    }

    /**
     * The system that most probes speak for and none speaks against more strongly; empty where no
     * two do, or two systems are equally likely.
     *
     * @param chart names by code as a file writes them
     */
    public Optional<Standard> of(Map<String, String> chart) {
        Standard best = data.systems.get(0);
        int most = Integer.MIN_VALUE;
        boolean isTied = false;
        for (Standard standard : data.systems) {
            int score = score(standard, chart);
            isTied = score == most || isTied && score < most;
            if (score > most) {
                most = score;
                best = standard;
            }
        }
        return most < 2 || isTied ? Optional.empty() : Optional.of(best);
    }

    private int score(Standard standard, Map<String, String> chart) {
        int score = 0;
        for (Map.Entry<String, String> probe : standard.probes.entrySet()) {
            String name = chart.get(probe.getKey());
            if (name != null) {
                score += names.known(name).equals(names.known(probe.getValue())) ? 1 : -1;
            }
        }
        return score;
    }

    /** The rules of a system by old code; none for the system of this program. */
    Map<String, Rule> rules(Standard standard) {
        Map<String, Rule> rules = new HashMap<>();
        if (!standard.table.isEmpty()) {
            // 4001,实收资本,3001,certain,名称与含义相同,same name and meaning
            templates.apply("exchange/" + standard.table + ".csv").lines().skip(1)
                    .map(line -> line.replace("\"", "").split(",", 6)).forEach(cell ->
                            rules.put(cell[0], new Rule(cell[1], cell[2], Certainty.valueOf(
                                    cell[3].toUpperCase(Locale.ROOT)),
                                    new Sentence(cell[4], cell[5]))));
        }
        return rules;
    }
}
