package onebook.tax;

import java.util.List;

/** Something a person should look at before the return is filed. */
public record VatWarning(Kind kind, List<String> values) {

    /** What is the matter, with places for the values. */
    public enum Kind {
        NEAR_THE_LIMIT("本期销售额 %s 与免税标准 %s 相差不到百分之一，请核对是否免税（现按%s处理）。",
                "Sales of %s are within one percent of the limit of %s; check (treated as %s)."),
        RATE_NOT_ON_THE_FORM("%s 号凭证的征收率 %s 不在本表填报范围，请人工填写后再申报。",
                "Entry %s is at the rate %s, which this form does not take; fill it in by hand."),
        LINE_IS_NEGATIVE("第 %s 栏（%s）为负数 %s，申报系统可能不接受，请到办税厅核对。",
                "Line %s (%s) is negative, %s; the filing page may not take it.");

        private final String chinese;
        private final String english;

        Kind(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    public VatWarning {
        values = List.copyOf(values);
    }

    public String chinese() {
        return kind.chinese.formatted(values.toArray());
    }

    public String english() {
        return kind.english.formatted(values.toArray());
    }
}
