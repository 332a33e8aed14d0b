/**
 * The window of the account books: 总账, 明细账, 日记账 and what else a company keeps, as on paper.
 *
 * <p>Tables flow in as {@link onebook.robot.Books} gives them, of a long book only the rows in
 * sight; where to save one flows out. A row leads to its voucher, a sum to the book below it.
 * Nothing here adds up.
 */
package onebook.app.books;
