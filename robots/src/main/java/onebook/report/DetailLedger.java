package onebook.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Records.Part;
import onebook.report.LedgerLine.Kind;
import onebook.report.Tally.Sides;

/**
 * 明细账, and with 本日合计 日记账: each line of an account in order of date, with the balance after
 * it, 本月合计 and 本年累计 under each month that has lines, 结转下年 under December and 上年结转 above
 * January. One month is held at a time.
 */
public final class DetailLedger {
    private final Records records;
    private final LedgerQuery query;

    private DetailLedger(Records records, LedgerQuery query) {
        this.records = records;
        this.query = query;
    }

    public static DetailLedger of(Records records, LedgerQuery query) {
        return new DetailLedger(records, query);
    }

    public LedgerQuery query() {
        return query;
    }

    /** The opening line first; each stream reads the book again. */
    public Stream<LedgerLine> lines() {
        return all().filter(query::shows);
    }

    /** True where each month can be shown without the lines of those before it. */
    public boolean isInMonths() {
        return query.isSummed();
    }

    /**
     * The lines of one month of these, found without those before it; the first month has the
     * opening line. Requires {@link #isInMonths} and a month of the query; units and foreign
     * amounts, which such a ledger does not sum, are those of the month.
     */
    public Stream<LedgerLine> lines(Period month) {
        boolean isFirst = month.equals(query.from());
        return of(records, query.since(month)).chunks().limit(2).flatMap(List::stream)
                .filter(line -> isFirst || line.kind() != Kind.OPENING)
                .filter(line -> isFirst || line.kind() != Kind.BROUGHT_FORWARD
                        || !line.balance().isZero())
                .filter(query::shows);
    }

    Stream<LedgerLine> all() {
        return chunks().flatMap(List::stream);
    }

    /** The opening line, then the lines of each month. */
    Stream<List<LedgerLine>> chunks() {
        BookSums sums = new BookSums(records, query);
        Running running = new Running(sums.opening(), sums.yearBefore());
        return Stream.concat(Stream.of(List.of(running.opening())),
                query.months().map(running::month));
    }

    /** Some of the lines, as a window shows them. */
    public List<LedgerLine> window(long offset, int limit) {
        try (Stream<LedgerLine> lines = lines()) {
            return lines.skip(offset).limit(limit).toList();
        }
    }

    /** The accounts on the other side of the voucher from one of its lines, each once. */
    static List<AccountCode> contra(JournalEntry entry, Posting line) {
        return entry.postings().stream()
                .filter(other -> other.signed().isPositive() != line.signed().isPositive())
                .map(Posting::account).distinct().toList();
    }

    private record Dated(JournalEntry entry, Posting line) { }

    /** The sums at one place of the book. */
    private final class Running {
        private Tally balance;
        private Sides day = Sides.NONE;
        private Sides month = Sides.NONE;
        private Sides year;

        Running(Tally opening, Sides yearBefore) {
            this.balance = opening;
            this.year = yearBefore;
        }

        LedgerLine opening() {
            Kind kind = query.from().month() == 1 ? Kind.BROUGHT_FORWARD : Kind.OPENING;
            return LedgerLine.of(kind, query.from().firstDay(), Sides.NONE, balance);
        }

        List<LedgerLine> month(Period period) {
            List<LedgerLine> lines = new ArrayList<>();
            month = Sides.NONE;
            if (period.month() == 1 && !period.equals(query.from())) {
                year = Sides.NONE;
                balance(lines, Kind.BROUGHT_FORWARD, period.firstDay());
            }
            List<Dated> postings = postings(period);
            for (int at = 0; at < postings.size(); at++) {
                add(lines, postings.get(at));
                LocalDate today = postings.get(at).entry().date();
                boolean isLast = at + 1 == postings.size();
                if (query.byDay()
                        && (isLast || !postings.get(at + 1).entry().date().equals(today))) {
                    sums(lines, Kind.DAY, today, day);
                    day = Sides.NONE;
                }
            }
            if (!postings.isEmpty()) {
                sums(lines, Kind.MONTH, period.lastDay(), month);
                sums(lines, Kind.YEAR, period.lastDay(), year);
            }
            if (period.month() == 12) {
                balance(lines, Kind.CARRIED_FORWARD, period.lastDay());
            }
            return lines;
        }

        /** Nothing is carried from year to year where nothing is left. */
        private void balance(List<LedgerLine> lines, Kind kind, LocalDate at) {
            if (!balance.isZero()) {
                sums(lines, kind, at, Sides.NONE);
            }
        }

        private void sums(List<LedgerLine> lines, Kind kind, LocalDate at, Sides sides) {
            lines.add(LedgerLine.of(kind, at, sides, balance));
        }

        private void add(List<LedgerLine> lines, Dated one) {
            Sides sides = Sides.of(one.line());
            balance = balance.plus(sides.balance());
            day = day.plus(sides);
            month = month.plus(sides);
            year = year.plus(sides);
            String memo = one.line().details().memo();
            lines.add(new LedgerLine(Kind.ENTRY, one.entry().date(),
                    Optional.of(one.entry().number()),
                    memo.isEmpty() ? one.entry().summary() : memo, Optional.of(one.line()),
                    contra(one.entry(), one.line()), sides, balance));
        }

        private List<Dated> postings(Period period) {
            List<Dated> found = new ArrayList<>();
            try (Stream<JournalEntry> entries =
                    records.entries(Set.of(query.account()), period, period)) {
                entries.filter(entry -> Part.of(entry, records::find) != Part.OPENING)
                        .forEach(entry -> entry.postings().stream().filter(query::accepts)
                                .forEach(line -> found.add(new Dated(entry, line))));
            }
            found.sort(Comparator.<Dated, LocalDate>comparing(one -> one.entry().date())
                    .thenComparing(one -> one.entry().number()));
            return found;
        }
    }
}
