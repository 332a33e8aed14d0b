/**
 * The vocabulary of the book: what an accountant says, as types.
 *
 * <p>Nothing here reads a file, a clock or a database. A {@link onebook.ledger.Proposal} flows in,
 * a {@link onebook.ledger.JournalEntry} or a {@link onebook.ledger.Refusal} flows out. Only
 * {@link onebook.ledger.Book} makes entries, and there is no way to change one.
 */
package onebook.ledger;
