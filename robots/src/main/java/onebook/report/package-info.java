/**
 * The statements of the book: 科目余额表, 资产负债表 (会小企01) and 利润表 (会小企02).
 *
 * <p>Pure functions of entries and a chart of accounts. Nothing here reads a file, a clock or a
 * database, and only {@code onebook.ledger} is imported, because the package verifier, which runs
 * with a bare JRE, computes the same statements again. Entries flow in; lines flow out, each with
 * the numbers of the entries that feed it. Captions are data handed in as text, see
 * {@link onebook.report.Captions}.
 */
package onebook.report;
