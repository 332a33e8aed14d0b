package onebook.report;

import java.util.List;

/**
 * One numbered line (行次) of a statement.
 *
 * @param first 期末余额, or 本期金额
 * @param second 年初余额, or 本年累计金额
 */
public record StatementLine(int number, Figure first, Figure second) {

    public List<Figure> both() {
        return List.of(first, second);
    }
}
