package onebook.lender.finding;

import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Money;
import onebook.ledger.Period;

/**
 * The way from one figure to another: what is known to lie between, and what is left to explain.
 *
 * @param name "book-invoices", "invoices-filed", "book-filed", "book-bank" or "inflow"
 * @param explained never empty of what could be a cause, zero ones left out
 * @param residual so that start less end is the sum of all lines
 */
public record Bridge(String name, Period from, Period to, Money start, Money end,
        List<Line> explained, Money residual) {

    /** One cause, in the sign with which it makes the start larger than the end. */
    public record Line(String zh, String en, Money amount) { }

    static final class Builder {
        private final String name;
        private final Period from;
        private final Period to;
        private final List<Line> lines = new ArrayList<>();

        Builder(String name, Period from, Period to) {
            this.name = name;
            this.from = from;
            this.to = to;
        }

        Builder line(String zh, String en, Money amount) {
            if (!amount.isZero()) {
                lines.add(new Line(zh, en, amount));
            }
            return this;
        }

        Bridge between(Money start, Money end) {
            Money known = Money.sum(lines.stream().map(Line::amount).toList());
            return new Bridge(name, from, to, start, end, List.copyOf(lines),
                    start.minus(end).minus(known));
        }
    }

    /** True always: lines and residual are the whole difference. */
    boolean isWhole() {
        return Money.sum(explained.stream().map(Line::amount).toList()).plus(residual)
                .equals(start.minus(end));
    }
}
