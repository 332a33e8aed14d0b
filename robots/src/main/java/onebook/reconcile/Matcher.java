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
            leave(cash, Refusal.NO_RULE_KNOWS_THIS, "是本单位账户之间的划转，但另一账户尚无对应的流水");
            return;
        }
        Set<String> named = names.in(cash.line());
        List<List<OpenItem>> fits = named.stream()
                .map(party -> open.of(party, cash.line().amount(), cash.line().date()))
                .filter(own -> !own.isEmpty()).toList();
        if (fits.size() > 1) {
            leave(cash, Refusal.SEVERAL_MATCHES_ARE_EQUAL, "%s 同样符合 %s 的未结款项，请选择".formatted(
                    cash.line().amount(), String.join("、",
                            fits.stream().map(own -> own.get(0).party()).toList())));
        } else if (fits.size() == 1) {
            take(cash, fits.get(0), named);
        } else {
            leave(cash, Refusal.NO_RULE_KNOWS_THIS, whyNone(cash, named));
        }
    }

    private void take(CashLine cash, List<OpenItem> own, Set<String> named) {
        OpenItem item = own.get(0);
        boolean isIn = cash.line().amount().isPositive();
        String why = "%s %s %s，与其 %s 的%s%s金额相同%s".formatted(isIn ? "收到" : "付给",
                item.party(), item.amount(), item.date(), isIn ? "应收款" : "应付款",
                item.invoiceKey().isEmpty() ? "" : "（" + item.invoiceKey() + "）",
                own.size() > 1 ? "，是其中最早的一笔" : "");
        Optional<String> next = own.stream().skip(1).findFirst()
                .map(later -> "其次：%s 的另一笔 %s（%s），排在其后".formatted(later.party(), later.date(),
                        label(later)))
                .or(() -> open.ofOthers(named, cash.line().amount(), cash.line().date())
                        .map(other -> "其次：%s %s（%s）金额相同，但流水中没有该单位".formatted(other.party(),
                                other.date(), label(other))));
        open.remove(item);
        matches.add(new Match.Settlement(cash, item, why, next));
    }

    private String whyNone(CashLine cash, Set<String> named) {
        Money amount = cash.line().amount();
        if (amount.isZero()) {
            return "金额为零，没有可入账的内容";
        }
        if (named.stream().anyMatch(open::knows)) {
            return "该单位没有在当日或之前、金额正好为 %s 的未结款项".formatted(amount.abs());
        }
        return open.ofOthers(named, amount, cash.line().date())
                .map(other -> "%s 有同金额的未结款项，但流水的户名和摘要中没有该单位".formatted(other.party()))
                .orElse("没有金额为 %s 的未结款项".formatted(amount.abs()));
    }

    private static String label(OpenItem item) {
        return item.invoiceKey().isEmpty() ? item.id() : item.invoiceKey();
    }

    private void leave(CashLine cash, Refusal reason, String why) {
        unmatched.add(new Unmatched(cash, reason, why));
    }
}
