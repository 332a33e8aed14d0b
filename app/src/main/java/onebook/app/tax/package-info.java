/**
 * The tax window: the return of a period line by line, and behind each figure its entries.
 *
 * <p>A {@link onebook.tax.VatReturn} flows in; where to write the workbook flows out.
 */
package onebook.app.tax;
