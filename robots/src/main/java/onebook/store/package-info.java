/**
 * The only SQL. Remembers what the book decided: leaves of the log, and the tables rebuilt from
 * them.
 *
 * <p>It appends and reads; it has no way to change or delete history, and triggers in the file
 * refuse everybody else who tries. A leaf and its rows are written in one transaction.
 */
package onebook.store;
