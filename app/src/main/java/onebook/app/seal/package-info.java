/**
 * The seal: months are closed here, and the signed checkpoint of the book is shown.
 *
 * <p>What stands against closing flows in; the month to close flows out.
 */
package onebook.app.seal;
