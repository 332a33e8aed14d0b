package onebook.lender.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Body;
import onebook.lender.finding.Reading.Flow;
import onebook.seal.Leaf;

/** The bank lines of a book, each with the entries that name it. */
final class BankLines {
    /** One line; money in is positive. */
    static final class Row extends Cited.Citable {
        private final String account;
        private final int day;
        private final long fen;
        private final long balanceFen;
        private final boolean hasBalance;
        private final String party;
        private Flow flow = Flow.UNBOOKED;

        private Row(Body body, String account, String party) {
            this.account = account;
            this.day = Math.toIntExact(body.date("date").toEpochDay());
            Optional<Money> balance = body.money("balance");
            this.fen = body.money("amount").orElse(Money.ZERO).minor();
            this.balanceFen = balance.orElse(Money.ZERO).minor();
            this.hasBalance = balance.isPresent();
            this.party = party;
        }

        String account() {
            return account;
        }

        LocalDate date() {
            return LocalDate.ofEpochDay(day);
        }

        int day() {
            return day;
        }

        Period month() {
            return Period.of(date());
        }

        Money amount() {
            return Money.cny(fen);
        }

        Optional<Money> balance() {
            return hasBalance ? Optional.of(Money.cny(balanceFen)) : Optional.empty();
        }

        String party() {
            return party;
        }
    }

    private final Cited cited;
    private final Marks bySource = new Marks();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Marks> ids = new TreeMap<>();
    private final Set<String> twice = new TreeSet<>();
    private final Map<String, String> names = new HashMap<>();

    BankLines(Cited cited) {
        this.cited = cited;
    }

    void leaf(Leaf leaf, Body body) {
        if (!leaf.kind().equals("bank")) {
            return;
        }
        String account = same(AccountCode.of(body.text("account")).value());
        String id = body.textOrEmpty("line_id");
        Marks known = ids.computeIfAbsent(account, one -> new Marks());
        if (!id.isEmpty() && !known.add(id)) {
            twice.add(account);
        }
        rows.add(new Row(body, account, same(body.textOrEmpty("party"))));
        if (body.has("sha256") && body.has("row")) {
            bySource.putIfAbsent(source(body.text("sha256"), "line:" + body.number("row")),
                    rows.size() - 1);
        }
    }

    private String same(String text) {
        return names.computeIfAbsent(text, one -> one);
    }

    private static String source(String sha256, String path) {
        return sha256 + "#" + path;
    }

    /** The lines an entry names. */
    List<Row> named(JournalEntry entry) {
        List<Row> named = new ArrayList<>();
        for (Evidence one : entry.evidence()) {
            int place = one.path().startsWith("line:")
                    ? bySource.get(source(one.document(), one.path())) : -1;
            if (place >= 0) {
                named.add(rows.get(place));
            }
        }
        return named;
    }

    /** Requires an entry that takes none back. */
    void entry(JournalEntry entry, Flow flow) {
        named(entry).forEach(row -> {
            cited.cite(row, entry.number());
            row.flow = flow;
        });
    }

    Optional<EntryNumber> booked(Row row) {
        return cited.standing(row);
    }

    /** What it was booked for. */
    Flow flow(Row row) {
        return booked(row).isPresent() ? row.flow : Flow.UNBOOKED;
    }

    List<Row> all() {
        return rows;
    }

    /** In order of their codes. */
    Set<String> accounts() {
        return ids.keySet();
    }

    boolean isTwice(String account) {
        return twice.contains(account);
    }
}
