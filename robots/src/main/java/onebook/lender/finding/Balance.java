package onebook.lender.finding;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.lender.finding.Reading.Use;

/** What accounts at banks and wallets moved, by account and month. */
final class Balance {
    private record Moved(Money net, Money in) {
        Moved plus(Money signed) {
            return new Moved(net.plus(signed), signed.isPositive() ? in.plus(signed) : in);
        }
    }

    private final SortedMap<String, SortedMap<Period, Moved>> accounts = new TreeMap<>();

    void add(JournalEntry entry) {
        for (Posting line : entry.postings()) {
            String account = line.account().value();
            if (Use.of(account) == Use.BANK) {
                SortedMap<Period, Moved> months =
                        accounts.computeIfAbsent(account, one -> new TreeMap<>());
                months.put(entry.period(), months.getOrDefault(entry.period(),
                        new Moved(Money.ZERO, Money.ZERO)).plus(line.signed()));
            }
        }
    }

    /** At the end of a month. */
    Money at(String account, Period to) {
        return Money.sum(accounts.getOrDefault(account, new TreeMap<>()).headMap(to.next())
                .values().stream().map(Moved::net).toList());
    }

    /** Accounts that moved within the span, with what came in. */
    Map<String, Money> received(Period from, Period to) {
        Map<String, Money> received = new TreeMap<>();
        accounts.forEach((account, months) -> {
            SortedMap<Period, Moved> within = months.subMap(from, to.next());
            if (!within.isEmpty()) {
                received.put(account,
                        Money.sum(within.values().stream().map(Moved::in).toList()));
            }
        });
        return received;
    }
}
