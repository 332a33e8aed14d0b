package onebook.report;

import onebook.ledger.Money;

/**
 * An identity of the form that does not hold.
 *
 * @param check the identity by line numbers, "30 = 53" or "9 >= 10+11+12+13", or a sentence
 * @param column which amounts: "期末", "年初", "本期", "本年累计"
 * @param left what stands on its left side
 * @param right what stands on its right side
 */
public record Violation(String check, String column, Money left, Money right) { }
