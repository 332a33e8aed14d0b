/**
 * The forms of the tax bureau, filled from the book. Sales lines and dated rules flow in, a
 * {@link onebook.tax.VatReturn} flows out, and from it a workbook in the form's own layout.
 *
 * <p>Every filled cell names what it comes from, down to entry and invoice numbers. Rates, limits
 * and captions are dated data under {@code templates/tax}, never code. Nothing here posts an entry
 * or files a return: a person does, with the workbook beside the bureau's own page. A sheet is
 * written only when its formulas, evaluated, give what was computed here.
 */
package onebook.tax;
