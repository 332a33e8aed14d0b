/**
 * Files as tables, whatever form they have: delimited text, workbooks old and new, saved web pages.
 *
 * <p>Bytes flow in at {@link onebook.document.table.TableFile}, rows of cleaned cell texts or a
 * refusal flow out. What a file is, is found by looking at it. Formulas are neither evaluated nor
 * believed, nothing is followed out of the file, and nothing passes the limits stated beside the
 * code. Nothing here knows what a column means.
 */
package onebook.document.table;
