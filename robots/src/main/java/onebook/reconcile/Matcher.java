package onebook.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import onebook.ledger.Money;
import onebook.ledger.Refusal;
import onebook.words.Sentence;

/**
 * Pairs cash lines one to one: first transfers between own accounts, then open items. A line
 * settles an item where the amount is exactly the same, the party is recognised in its party or
 * memo, and the item is not younger than the line; of several the oldest. The result does not
 * depend on the order of what is given, and a line given twice counts once.
 */
public final class Matcher {
    /** What was paired and what was not; each in order of time. */
    public record Result(List<Match> matches, List<Unmatched> unmatched) { }

    private final Transfers transfers;
    private final PartyNames names;
    private final OpenList open;
    private final List<Match> matches = new ArrayList<>();
    private final List<Unmatched> unmatched = new ArrayList<>();

    private Matcher(Collection<OpenItem> items, Matching known) {
        this.transfers = new Transfers(known);
        this.open = new OpenList(items);
        Set<String> parties = new TreeSet<>(known.parties());
        items.forEach(item -> parties.add(item.party()));
        this.names = new PartyNames(parties);
    }

    /**
     * @param items what is open now
     * @param lines of all own accounts, none of them booked
     */
    public static Result match(Collection<OpenItem> items, Collection<CashLine> lines,
            Matching known) {
        Map<String, CashLine> byId = new TreeMap<>();
        lines.stream().sorted(CashLine.BY_TIME).forEach(line -> byId.putIfAbsent(line.id(), line));
        List<CashLine> ordered = byId.values().stream().sorted(CashLine.BY_TIME).toList();
        return new Matcher(items, known).run(ordered);
    }

    private Result run(List<CashLine> lines) {
        Set<String> done = new HashSet<>();
        for (Match.Transfer transfer : transfers.among(lines)) {
            matches.add(transfer);
            done.add(transfer.paid().id());
            done.add(transfer.received().id());
        }
        lines.stream().filter(line -> !done.contains(line.id())).forEach(this::settle);
        matches.sort(Comparator.comparing(Matcher::first, CashLine.BY_TIME));
        return new Result(List.copyOf(matches), List.copyOf(unmatched));
    }

    private static CashLine first(Match match) {
        return match instanceof Match.Transfer transfer ? transfer.paid()
                : ((Match.Settlement) match).line();
    }

    private void settle(CashLine cash) {
        if (transfers.isOwnTransfer(cash)) {
            leave(cash, Refusal.NO_RULE_KNOWS_THIS, Sentence.of("none.transfer"));
            return;
        }
        Set<String> named = names.in(cash.line());
        List<List<OpenItem>> fits = named.stream()
                .map(party -> open.of(party, cash.line().amount(), cash.line().date()))
                .filter(own -> !own.isEmpty()).toList();
        if (fits.size() > 1) {
            leave(cash, Refusal.SEVERAL_MATCHES_ARE_EQUAL, Sentence.of("none.several",
                    cash.line().amount(), fits.stream().map(own -> own.get(0).party()).toList()));
        } else if (fits.size() == 1) {
            take(cash, fits.get(0), named);
        } else {
            leave(cash, Refusal.NO_RULE_KNOWS_THIS, whyNone(cash, named));
        }
    }

    private void take(CashLine cash, List<OpenItem> own, Set<String> named) {
        OpenItem item = own.get(0);
        boolean isIn = cash.line().amount().isPositive();
        Sentence why = Sentence.of((isIn ? "match.received" : "match.paid")
                + (own.size() > 1 ? ".oldest" : ""),
                item.party(), item.amount(), item.date(), label(item));
        Optional<Sentence> next = own.stream().skip(1).findFirst()
                .map(later -> named("next.same-party", later))
                .or(() -> open.ofOthers(named, cash.line().amount(), cash.line().date())
                        .map(other -> named("next.other-party", other)));
        open.remove(item);
        matches.add(new Match.Settlement(cash, item, why, next));
    }

    private static Sentence named(String key, OpenItem item) {
        return Sentence.of(key, item.party(), item.date(), label(item));
    }

    private Sentence whyNone(CashLine cash, Set<String> named) {
        Money amount = cash.line().amount();
        if (amount.isZero()) {
            return Sentence.of("none.zero");
        }
        if (named.stream().anyMatch(open::knows)) {
            return Sentence.of("none.party", amount.abs());
        }
        return open.ofOthers(named, amount, cash.line().date())
                .map(other -> Sentence.of("none.other-party", other.party()))
                .orElse(Sentence.of("none.amount", amount.abs()));
    }

    private static String label(OpenItem item) {
        return item.invoiceKey().isEmpty() ? item.id() : item.invoiceKey();
    }

    private void leave(CashLine cash, Refusal reason, Sentence why) {
        unmatched.add(new Unmatched(cash, reason, why));
    }
}
