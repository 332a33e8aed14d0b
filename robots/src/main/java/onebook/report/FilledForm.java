package onebook.report;

import java.util.List;

/** A statement: a form with two amounts on each of its lines. */
public sealed interface FilledForm permits BalanceSheet, IncomeStatement, CashFlow {

    Form form();

    Titles titles();

    /** In order of their numbers. */
    List<StatementLine> lines();

    /** Throws {@link IllegalArgumentException} where the form has no such line. */
    StatementLine line(int number);

    /** All that must hold within the form (表内勾稽关系), with the amounts that are there. */
    List<Identity> identities();

    /** The identities that do not hold; empty for a sound book. */
    default List<Identity> checks() {
        return identities().stream().filter(one -> !one.holds()).toList();
    }
}
