/**
 * Writes bank statements and wallet bills the way the banks give them, and the sheet of opening
 * balances.
 *
 * <p>Lines of the scenario flow in, bytes flow out; running balances are reckoned here from the
 * opening balance of the account.
 */
package onebook.sample.statement;
