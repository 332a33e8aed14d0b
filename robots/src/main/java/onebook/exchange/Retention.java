package onebook.exchange;

import java.time.Year;
import java.util.HashMap;
import java.util.Map;

/** 保管期限: how long each kind of archive is kept, counted from the end of its last year. */
public final class Retention {
    /** As "会计凭证，保管 30 年" and the last day, or "permanent". */
    public record Label(String text, String until) { }

    private record Rule(String title, String years) { }

    private final Map<String, Rule> rules = new HashMap<>();
    private final Year last;

    /**
     * @param csv category,title,years as in templates/exchange/retention.csv
     * @param last the last year the archives belong to
     */
    public Retention(String csv, Year last) {
        this.last = last;
        csv.lines().skip(1).map(line -> line.split(",")).forEach(cell ->
                rules.put(cell[0], new Rule(cell[1], cell[2])));
    }

    /** Requires a category of the table. */
    public Label of(String category) {
        Rule rule = rules.get(category);
        if (rule == null) {
            throw new IllegalArgumentException("no retention for " + category);
        }
        return rule.years.equals("permanent")
                ? new Label(rule.title + "，永久保管", "permanent")
                : new Label(rule.title + "，保管 " + rule.years + " 年",
                        last.plusYears(Long.parseLong(rule.years)) + "-12-31");
    }
}
