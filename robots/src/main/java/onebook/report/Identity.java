package onebook.report;

import onebook.ledger.Money;

/**
 * What must hold of the forms (勾稽关系), with the amounts that are there.
 *
 * @param form "会小企01", or empty for the trial balance
 * @param chinese the identity by line numbers, "30 = 53" or "9 >= 10+11+12+13", or a sentence
 * @param english the same for a reader of English
 * @param column which amounts: "期末余额", "年初余额", "本期金额", "本年累计金额", "上年金额"
 * @param relation how the left side stands to the right one
 * @param left what stands on its left side
 * @param right what stands on its right side
 */
public record Identity(String form, String chinese, String english, String column,
        Relation relation, Money left, Money right) {

    /** The left side must be the right one, or at least as much. */
    public enum Relation { EQUAL, AT_LEAST }

    static Identity equal(Words words, String column, Money left, Money right) {
        return new Identity(words.form(), words.chinese(), words.english(), column,
                Relation.EQUAL, left, right);
    }

    /** What an identity is called. */
    record Words(String form, String chinese, String english) { }

    public boolean holds() {
        return relation == Relation.EQUAL ? left.equals(right) : left.compareTo(right) >= 0;
    }

    /** How much the left side is above the right one. */
    public Money difference() {
        return left.minus(right);
    }
}
