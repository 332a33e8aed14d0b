package onebook.sample.paper;

import java.util.List;
import onebook.sample.Dice;

/**
 * How one kind of form is laid out; a seed mixes three of them.
 *
 * @param columns right ends of 项目名称 规格型号 单位 数量 单价 金额 税率 税额, as parts of the table's width
 * @param idBelow the tax number's label stands on the second line, closer to the left
 * @param spaced headings are printed "单 位", "合 计"
 * @param seal the supervising seal is printed over the title
 * @param shuffled values are written in an order that is not the reader's
 */
public record Look(double titleSize, double left, double right, double tableTop, double size,
        double numberX, double qrX, double qrSide, List<Double> columns, boolean idBelow,
        boolean spaced,
        boolean seal, boolean shuffled) {

    private static final List<List<Double>> COLUMNS = List.of(
            List.of(0.19, 0.29, 0.36, 0.46, 0.615, 0.735, 0.85, 1.0),
            List.of(0.22, 0.33, 0.39, 0.48, 0.62, 0.75, 0.86, 1.0),
            List.of(0.205, 0.30, 0.365, 0.455, 0.60, 0.72, 0.82, 1.0));

    /** @param turn 0, 1, 2: three looks of one seed differ in everything that can */
    public static Look of(Dice dice, int turn) {
        return new Look(dice.between(17.5, 19.5), dice.between(11, 20), 610 - dice.between(11, 20),
                dice.between(80, 90), turn == 1 ? 9.2 : 8.8, dice.between(434, 448),
                dice.between(14, 30),
                dice.between(52, 60), COLUMNS.get(turn), turn == 1, turn != 2, turn != 0,
                turn == 2);
    }

    double column(int index) {
        return index == 0 ? left : left + (right - left) * columns.get(index - 1);
    }
}
