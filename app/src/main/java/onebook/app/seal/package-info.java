/**
 * The seal: months are closed here, and what proves it outside is a tab away.
 *
 * <p>What stands against closing flows in; the month to close flows out.
 */
package onebook.app.seal;
