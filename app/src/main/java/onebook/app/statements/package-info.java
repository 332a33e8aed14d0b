/**
 * The window of the statements: 资产负债表, 利润表 and 现金流量表 in the layout of the forms, and what must hold
 * between their lines.
 *
 * <p>{@link onebook.report.Statements} flow in; behind each figure stand its lines, accounts and
 * entries. Where to save the forms flows out. Nothing here adds up.
 */
package onebook.app.statements;
