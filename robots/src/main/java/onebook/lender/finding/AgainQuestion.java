package onebook.lender.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.lender.Finding;

/**
 * DUP-ENTRY: one party and amount twice on receivables or payables within days, at least one of the
 * two without an invoice. Looks back over a bounded number of entries.
 */
final class AgainQuestion implements Question {
    private static final int MOST = 20_000;

    private record Before(long entry, long day, boolean isInvoiced) { }

    /** Two entries that look alike. */
    private record Pair(String party, String amount, long first, long second, long days) { }

    private final Facts facts;
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<String, Before> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Before> eldest) {
            return size() > MOST;
        }
    };

    AgainQuestion(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void entry(JournalEntry entry) {
        boolean isAsked = entry.kind() == JournalEntry.Kind.ORDINARY
                && entry.evidence().stream().noneMatch(one -> one.path().startsWith("line:"));
        if (!isAsked) {
            return;
        }
        boolean isInvoiced = !facts.invoices(entry).isEmpty();
        long day = entry.date().toEpochDay();
        for (Posting line : entry.postings()) {
            String account = line.account().value();
            boolean isOwed = account.startsWith("1122") && line.signed().isPositive()
                    || account.startsWith("2202") && line.signed().isNegative();
            if (isOwed && !line.party().isEmpty()) {
                String key = account + "\n" + line.party() + "\n" + line.amount();
                Before before = recent.remove(key);
                recent.put(key, new Before(Cited.packed(entry.number()), day, isInvoiced));
                if (before != null && !(before.isInvoiced && isInvoiced) && pairs.size() < MOST) {
                    pairs.add(new Pair(line.party(), line.amount().toString(), before.entry,
                            Cited.packed(entry.number()), Math.abs(day - before.day)));
                }
            }
        }
    }

    @Override
    public List<Finding> answer(Scope scope) {
        Limits limits = Limits.standard();
        long days = limits.number("DUP-ENTRY-DAYS", scope.to()).longValueExact();
        return pairs.stream().filter(pair -> pair.days <= days
                        && facts.cited.stands(pair.first) && facts.cited.stands(pair.second)
                        && scope.holds(Cited.month(pair.second)))
                .map(pair -> Limits.finding("DUP-ENTRY",
                        limits.severity("DUP-ENTRY-DAYS", scope.to()),
                        "%s %s 在 %s 与 %s 各入账一次，相隔 %s 天，其中有凭证没有发票，差异待说明",
                        "%s, %s: booked as %s and as %s, %s days apart, not both with an invoice;"
                                + " a difference to explain", PartyName.shown(pair.party),
                        pair.amount, Cited.number(pair.first), Cited.number(pair.second),
                        pair.days)).toList();
    }
}
