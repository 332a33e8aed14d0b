/**
 * The lender's window: a package that carries its own proof is written here, and a stranger's
 * package is judged here.
 *
 * <p>Months and a file flow out to the desk; a verdict with its findings flows in.
 */
package onebook.app.lender;
