/**
 * Reads what a bank or a wallet says: a file flows in, a {@link onebook.bank.Statement} or named
 * problems flow out.
 *
 * <p>Layouts are data in {@code templates/bank}; a file of an unknown layout is read by the words
 * of its header. Content decides what a file is, never its name. Formulas are not evaluated and
 * not believed. Every row of a file ends as a line, as a row left out with its reason, or as a
 * problem. Amounts are from the company's view: money in is positive, whatever the bank calls it.
 *
 * <p>Nothing here books, matches or knows which accounts are ours.
 */
package onebook.bank;
