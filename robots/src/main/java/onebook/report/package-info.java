/**
 * The statements of the book: 科目余额表, 资产负债表 (会小企01), 利润表 (会小企02) and 现金流量表 (会小企03).
 *
 * <p>Pure functions of records, a chart of accounts and the tables of the forms. Nothing here reads
 * a file, a clock or a database, and only {@code onebook.ledger} is imported, because the package
 * verifier, which runs with a bare JRE, computes the same statements again. Sums flow in, so that a
 * large book need not be walked; only the cash flow statement reads entries, those of cash
 * accounts. Lines flow out, each with what it is made of; its entries are found when somebody asks.
 * Account books (总账, 明细账, 日记账, 多栏账, 账龄) open with sums and read their lines a month at a time.
 * Captions and rules are data handed in as text, see {@link onebook.report.Form}.
 */
package onebook.report;
