/**
 * Books and reports on paper and in sheets: PDF (A4), XLSX, and text for a terminal.
 *
 * <p>A {@link onebook.print.Printout} of {@link onebook.print.Table}s flows in, a file flows out.
 * Rows are drawn as they come, so that a ledger of a hundred thousand lines needs no more memory
 * than a page. Nothing here computes an amount: what a row says was computed by
 * {@code onebook.report} or by whoever made the table. Texts are never formulas, and amounts stay
 * exact on the page.
 */
package onebook.print;
