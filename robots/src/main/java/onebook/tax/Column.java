package onebook.tax;

import java.util.Optional;

/** The amount columns of the small-scale form: 货物及劳务 and 服务、不动产和无形资产, now and this year. */
public enum Column {
    GOODS("货物及劳务", "本期数"),
    SERVICES("服务、不动产和无形资产", "本期数"),
    GOODS_YEAR("货物及劳务", "本年累计"),
    SERVICES_YEAR("服务、不动产和无形资产", "本年累计");

    private final String chinese;
    private final String span;

    Column(String chinese, String span) {
        this.chinese = chinese;
        this.span = span;
    }

    public String chinese() {
        return chinese;
    }

    public String span() {
        return span;
    }

    public boolean isService() {
        return this == SERVICES || this == SERVICES_YEAR;
    }

    /** The column of the period that a column of the year adds up; empty for the former. */
    Optional<Column> ofPeriod() {
        return switch (this) {
            case GOODS_YEAR -> Optional.of(GOODS);
            case SERVICES_YEAR -> Optional.of(SERVICES);
            default -> Optional.empty();
        };
    }
}
