/**
 * The bank window: each account as the book has it and as the bank has it, and every line between.
 *
 * <p>Accounts and lines flow in with the entry that books them or the reason why none does; running
 * the reconcile robot flows out. The difference is the desk's figure, not computed here.
 */
package onebook.app.reconcile;
