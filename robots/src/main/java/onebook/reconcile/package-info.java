/**
 * Sets bank lines against what the books expect, and the bank's balance against the books'.
 *
 * <p>{@link onebook.reconcile.Matcher} pairs lines with open items and with their mirror lines on
 * other own accounts, each pair with its reason and the runner-up.
 * {@link onebook.reconcile.Reconciliation} explains the difference of the two balances item by item
 * and {@link onebook.reconcile.ReconciliationSheet} writes it as 余额调节表 (bank reconciliation
 * statement). All are pure functions of values: nothing is looked up, posted or changed here.
 */
package onebook.reconcile;
