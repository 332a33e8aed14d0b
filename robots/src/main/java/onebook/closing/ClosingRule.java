package onebook.closing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import onebook.ledger.Period;
import onebook.ledger.Side;
import onebook.words.Sentence;

/**
 * One closing entry as its file states it. {@code templates/closing/small-scale.yaml} explains the
 * fields.
 *
 * @param rule the rule the entry names; the same as {@code id} where empty
 * @param validTo empty where it holds until further notice
 * @param upTo the figure its amount may not exceed; null where there is none
 * @param when condition over figures and facts; empty where it always holds
 * @param why with {names} of figures and facts: how the amounts were reckoned; english the same
 */
public record ClosingRule(String id, String rule, String validFrom, String validTo, String source,
        String every, String amounts, String upTo, String when, String summary, String why,
        String english,
        @JsonProperty("post") List<Line> lines) {
    private static final Pattern FIGURE = Pattern.compile("\\{\\w+}");

    /** How often a rule is asked. */
    enum Every {
        MONTH, QUARTER, YEAR;

        static Every parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        Period startOf(Period month) {
            return switch (this) {
                case MONTH -> month;
                case QUARTER -> month.quarterStart();
                case YEAR -> new Period(month.year(), 1);
            };
        }
    }

    /** One side is given: an account code or a word such as "every-income". */
    public record Line(String debit, String credit, String amount, String party) {
        public Side side() {
            return debit != null ? Side.DEBIT : Side.CREDIT;
        }

        public String account() {
            return debit != null ? debit : credit;
        }

        boolean isEvery() {
            return account().startsWith(FigureRule.EVERY);
        }
    }

    public ClosingRule {
        rule = rule == null ? id : rule;
        when = when == null ? "" : when;
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** Why it books, in both languages, without the amounts of a month. */
    public Sentence reason() {
        return new Sentence(FIGURE.matcher(why).replaceAll("…"),
                FIGURE.matcher(english).replaceAll("…"));
    }

    /** True where the amounts are what the period should have in total. */
    boolean isWhole() {
        return amounts.equals("whole");
    }

    Every rhythm() {
        return Every.parse(every);
    }

    /** @param isYearEnd true where December is closed as the end of the year */
    boolean isDue(Period month, boolean isYearEnd) {
        LocalDate end = month.lastDay();
        boolean holds = !end.isBefore(LocalDate.parse(validFrom))
                && (validTo == null || !end.isAfter(LocalDate.parse(validTo)));
        return holds && switch (rhythm()) {
            case MONTH -> true;
            case QUARTER -> month.isQuarterEnd();
            case YEAR -> isYearEnd;
        };
    }
}
