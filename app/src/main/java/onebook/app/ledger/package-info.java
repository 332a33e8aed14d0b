/**
 * The ledger window: every entry with its evidence, and the trial balance.
 *
 * <p>Entries flow in as the desk gives them; the one command that flows out takes an entry back in
 * red. Nothing here adds up: sums come from {@code ledger} and {@code report}.
 */
package onebook.app.ledger;
