/**
 * The people of a book: who they are and what they may do, which rules post under whose name, and
 * the log of what everybody did.
 *
 * <p>It also asks who somebody is before a book with people is shown. Passwords flow from a field
 * to the robots and nowhere else.
 */
package onebook.app.people;
