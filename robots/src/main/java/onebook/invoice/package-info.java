/**
 * Reads invoices and tickets: a {@link onebook.document.Document} flows in at
 * {@link onebook.invoice.InvoiceReader}, a {@code Reading<Invoice>} flows out.
 *
 * <p>Readers extract and never judge; {@link onebook.invoice.InvoiceChecks} judges and never
 * extracts, and tests run the same list. Nothing here knows whose company it is, which accounts
 * there are, or what was booked before. A value that stands nowhere is absent; the arithmetic of an
 * invoice may repair what a scan lost, where one reading alone fits every equation, and the field
 * then says so.
 */
package onebook.invoice;
