package onebook.tax;

/**
 * A cell of the workbook that the sheet 来源 accounts for.
 *
 * @param address "D8"
 * @param number 栏次
 * @param what the line's caption and the column
 */
record FilledCell(FormSheet sheet, String address, String number, String what, VatCell cell) { }
