package onebook.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/**
 * Follows the running balances through lines in order of time, each currency by itself:
 * balance = balance before + amount. Lines without a balance are summed up
 * to the next that has one.
 */
final class BalanceChain {
    private record Link(Optional<Money> last, Money since, Optional<Money> opening,
            boolean isWhole) { }

    private final Map<String, Link> links = new HashMap<>();
    private final List<Problem> breaks = new ArrayList<>();

    private BalanceChain() { }

    static BalanceChain over(Iterable<StatementLine> lines) {
        BalanceChain chain = new BalanceChain();
        lines.forEach(chain::follow);
        return chain;
    }

    private void follow(StatementLine line) {
        String currency = line.amount().currency();
        Link before = links.getOrDefault(currency,
                new Link(Optional.empty(), new Money(0, currency), Optional.empty(),
                line.balance().isPresent()));
        Money since = before.since.plus(line.amount());
        if (line.balance().isEmpty()) {
            links.put(currency, new Link(before.last, since, before.opening, before.isWhole));
            return;
        }
        Money balance = line.balance().get();
        before.last.filter(last -> !last.plus(since).equals(balance))
                .ifPresent(last -> breaks.add(new Problem(
                Refusal.BALANCE_DOES_NOT_CONTINUE, "line:" + line.row(),
                "row %d: %s and %s do not give %s".formatted(line.row(), last, since, balance))));
        links.put(currency, new Link(Optional.of(balance), new Money(0, currency),
                before.opening.or(() -> Optional.of(balance.minus(since))), before.isWhole));
    }

    List<Problem> breaks() {
        return breaks;
    }

    /**
     * True where the first and the last line of each currency have a balance, so nothing stays
     * unproven.
     */
    boolean isWhole() {
        return !links.isEmpty() && links.values().stream()
                .allMatch(link -> link.isWhole && link.last.isPresent() && link.since.isZero());
    }

    boolean hasBalances(String currency) {
        return opening(currency).isPresent();
    }

    /** The balance before the first line. */
    Optional<Money> opening(String currency) {
        return Optional.ofNullable(links.get(currency)).flatMap(Link::opening);
    }

    /** The balance after the last line. */
    Optional<Money> closing(String currency) {
        return Optional.ofNullable(links.get(currency))
                .flatMap(link -> link.last.map(last -> last.plus(link.since)));
    }

    Money sum(Iterable<StatementLine> lines, String currency) {
        Money sum = new Money(0, currency);
        for (StatementLine line : lines) {
            sum = line.amount().currency().equals(currency) ? sum.plus(line.amount()) : sum;
        }
        return sum;
    }
}
