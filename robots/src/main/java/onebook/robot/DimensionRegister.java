package onebook.robot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import onebook.ledger.Account;
import onebook.ledger.Account.Dimension;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.ledger.Refusal;
import onebook.seal.Leaf;
import onebook.store.LogLines;

/**
 * 辅助核算档案: the departments, projects and people that lines are kept by. Each is a leaf of the
 * log; those that lines name without being in the register are told too.
 */
public final class DimensionRegister {
    private static final int LONGEST_NAME = 100;

    /**
     * A value of a dimension.
     *
     * @param isRegistered false where only lines name it
     * @param lines how many do
     */
    public record Value(Dimension dimension, String name, boolean isRegistered, int lines) { }

    private final Desk desk;
    private final OpenBook open;

    /** @param desk the book whose registers they are */
    public DimensionRegister(Desk desk) {
        this.desk = desk;
        this.open = desk.book();
    }

    /** In order of dimension and name. */
    public List<Value> all() {
        synchronized (desk) {
            Map<Dimension, Map<String, Value>> values = new TreeMap<>();
            LogLines.each(open.journal(), "dimension", leaf -> {
                Map<String, Object> body = Leaf.parse(leaf).body();
                put(values, new Value(Dimension.valueOf(String.valueOf(body.get("dimension"))
                        .toUpperCase(Locale.ROOT)), String.valueOf(body.get("name")), true, 0));
            });
            try (Stream<JournalEntry> entries = open.journal().records().entries(Set.of(),
                    open.company().from(), AccountChecks.LAST)) {
                entries.forEach(entry -> entry.postings().forEach(line ->
                        named(line).forEach((dimension, name) ->
                                put(values, new Value(dimension, name, false, 1)))));
            }
            List<Value> all = new ArrayList<>();
            values.values().forEach(names -> all.addAll(names.values()));
            return all;
        }
    }

    private static void put(Map<Dimension, Map<String, Value>> values, Value value) {
        values.computeIfAbsent(value.dimension, key -> new TreeMap<>()).merge(value.name, value,
                (one, other) -> new Value(one.dimension, one.name,
                        one.isRegistered || other.isRegistered, one.lines + other.lines));
    }

    /** What a line names: its dimensions, and its party where the account asks whose it is. */
    private Map<Dimension, String> named(Posting line) {
        Map<Dimension, String> named = new TreeMap<>(line.dimensions());
        ChartOfAccounts chart = open.chart();
        if (!line.party().isEmpty()) {
            chart.find(line.account()).map(Account::asks).map(Account.Asks::dimensions)
                    .orElse(Set.of()).stream().filter(Dimension::isParty).sorted().findFirst()
                    .ifPresent(whose -> named.putIfAbsent(whose, line.party()));
        }
        return named;
    }

    /** Adds a value, sealed with who did it; one that is there already is refused. */
    public void add(Dimension dimension, String name, String by) {
        synchronized (desk) {
            open.mayWrite(Duty.POST, by);
            String bare = name.strip();
            if (bare.isEmpty() || bare.length() > LONGEST_NAME) {
                throw new RefusedException(Refusal.FIELD_IS_TOO_LONG,
                        "a name has 1 to " + LONGEST_NAME + " characters");
            }
            if (all().stream().anyMatch(value -> value.isRegistered
                    && value.dimension == dimension && value.name.equals(bare))) {
                throw new RefusedException(Refusal.NOTHING_TO_DO, bare + " is there already");
            }
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("dimension", dimension.name().toLowerCase(Locale.ROOT));
            body.put("name", bare);
            open.journal().transaction(() -> {
                open.journal().leaf("dimension", "", body, List.of());
                open.operation(by, "add " + body.get("dimension") + " " + bare);
                return open.checkpoint();
            });
        }
    }
}
