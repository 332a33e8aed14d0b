package onebook.report;

import java.util.List;

/** What the two columns of a statement are called. */
public record Titles(String first, String second) {
    static final Titles POSITION = new Titles("期末余额", "年初余额");
    static final Titles PERIOD = new Titles("本期金额", "本年累计金额");
    static final Titles YEAR = new Titles("本年累计金额", "上年金额");

    static Titles of(Span span) {
        return span.isAnnual() ? YEAR : PERIOD;
    }

    /** The column that counts from January. */
    String ofYear() {
        return equals(YEAR) ? first : second;
    }

    public List<String> both() {
        return List.of(first, second);
    }
}
