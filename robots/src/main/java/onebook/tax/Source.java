package onebook.tax;

import onebook.ledger.Money;

/** One reason of a cell's value. The amounts of a cell's sources add up to the value. */
public sealed interface Source {

    Money amount();

    /** An entry's sales, by invoice or without one. */
    record Sale(SalesLine line) implements Source {
        @Override
        public Money amount() {
            return line.net();
        }
    }

    /** @param how the computation by lines of the form, "第1栏 × 0.03" */
    record Computed(String how, Money amount) implements Source { }

    /** What one period of the year adds to a cumulative figure. */
    record OfPeriod(TaxPeriod period, Money amount) implements Source { }
}
