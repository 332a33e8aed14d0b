/**
 * What other programs give and take: vouchers, charts, balances, audit interfaces.
 *
 * <p>In: a file of vouchers, whoever wrote it, flows in as rows and out as
 * {@link onebook.exchange.Voucher}s or as named faults with their lines. Which header says what is
 * data in {@code templates/exchange}. The reading streams: however long the file, only one voucher
 * is held at a time. Formulas are never evaluated and never believed, figures are exact.
 *
 * <p>Out: accounts, entries, balances and the operation log flow in and files that other programs
 * read flow out, in the same order every time.
 *
 * <p>Nothing here posts, opens a book or knows where one is.
 */
package onebook.exchange;
