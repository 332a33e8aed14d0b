package onebook.lender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.ScriptedCompany.Act;
import onebook.lender.ScriptedCompany.Move;

/** The acts of a company as leaves: papers, statements, then entries month by month. */
final class ScriptedLeaves {
    private final ScriptedCompany company;
    private final SmallBook book;

    ScriptedLeaves(ScriptedCompany company) {
        this.company = company;
        this.book = company.book;
    }

    private final Map<Integer, EntryNumber> numbers = new HashMap<>();
    private final Map<Period, Integer> sequences = new HashMap<>();

    SmallBook write() {
        book.begin();
        company.late.stream().filter(one -> one.containsKey("doc")).forEach(one ->
                book.leaf("doc", "", object(one.get("doc"))));
        Map<Move, Evidence> lines = statements();
        if (!company.list.isEmpty()) {
            book.leaf("taxlist", "", Map.of("sha256", "cd".repeat(32), "from", "2026-01", "to",
                    "2026-04", "invoices", company.list));
        }
        if (!company.amounts.getOrDefault("l1", "").equals("none")) {
            String sales = company.amounts.getOrDefault("l1", company.sold("2026-01", "2026-03"));
            book.leaf("filing", "", Map.of("form", "vat-small-scale", "from", "2026-01", "to",
                    "2026-03", "figures", Map.of("l1", sales)));
        }
        entries(lines);
        company.late.forEach(one -> one.forEach((kind, body) -> {
            if (!kind.equals("doc")) {
                book.leaf(kind, "", object(body));
            }
        }));
        if (company.isAnchoredLate) {
            anchor(Instant.parse("2026-11-30T00:00:00Z"));
        }
        return book;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object body) {
        return (Map<String, Object>) body;
    }

    private Map<Move, Evidence> statements() {
        Map<Move, Evidence> lines = new HashMap<>();
        for (String account : List.of("1002.01", "1002.02")) {
            List<Move> moves = company.acts.stream().flatMap(act -> act.moves().stream())
                    .filter(move -> move.account().equals(account))
                    .sorted(Comparator.comparing(Move::date)).toList();
            if (!moves.isEmpty()) {
                statement(account, moves, lines);
            }
        }
        return lines;
    }

    private void statement(String account, List<Move> moves, Map<Move, Evidence> lines) {
        String sha256 = book.file("statement " + account + moves, "csv");
        book.leaf("doc", "", Map.of("sha256", sha256, "media", "csv", "size", 1, "name",
                account + ".csv", "channel", "file"));
        book.leaf("bankstmt", "", Map.of("sha256", sha256, "account", account, "layout", "abc",
                "count", moves.size(), "proof", "PROVEN"));
        Money balance = Money.ZERO;
        int row = 1;
        for (Move move : moves) {
            row++;
            balance = balance.plus(move.amount());
            if (company.lost.filter(move::equals).isEmpty()) {
                book.leaf("bank", "", Map.of("account", account, "line_id", account + row, "date",
                        move.date().toString(), "amount", move.amount().toString(), "balance",
                        balance.toString(), "party", move.party(), "sha256", sha256, "row", row));
                lines.put(move, SmallBook.line(sha256, row));
            }
        }
    }

    private void entries(Map<Move, Evidence> lines) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < company.acts.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> company.acts.get(i).date()));
        Period open = ScriptedCompany.FROM;
        for (int i : order) {
            Period month = Period.of(company.acts.get(i).date());
            for (; open.compareTo(month) < 0; open = open.next()) {
                close(open);
            }
            if (company.acts.get(i).moves().stream().allMatch(lines::containsKey)) {
                entry(i, lines);
            }
        }
        for (; open.compareTo(ScriptedCompany.TO) <= 0; open = open.next()) {
            close(open);
        }
    }

    private void close(Period month) {
        book.leaf("close", month.toString(), Map.of("period", month.toString()));
        if (company.isAnchoredEachMonth) {
            anchor(Instant.parse(month.next().firstDay().plusDays(1) + "T00:00:00Z"));
        }
    }

    private void anchor(Instant at) {
        String seen = ScriptedCompany.WITNESS.cosign(book.checkpoint(), at);
        book.leaf(Anchor.KIND, "", new Anchor(seen, Optional.empty()).body());
    }

    private void entry(int place, Map<Move, Evidence> lines) {
        Act act = company.acts.get(place);
        Period month = Period.of(act.date());
        EntryNumber number = new EntryNumber(month, sequences.merge(month, 1, Integer::sum));
        numbers.put(place, number);
        List<Evidence> evidence = new ArrayList<>();
        act.files().forEach(file -> evidence.add(Evidence.ofField(file, "invoice.gross", "x")));
        act.moves().forEach(move -> evidence.add(lines.get(move)));
        if (evidence.isEmpty()) {
            evidence.add(Evidence.without("没有单据"));
        }
        boolean isRed = act.takesBack() >= 0;
        book.entry(new JournalEntry(number, act.date(), isRed ? JournalEntry.Kind.CORRECTION
                : JournalEntry.Kind.ORDINARY, "摘要", act.lines(), evidence, "by-hand", "", act.by(),
                "p" + place, isRed ? Optional.of(numbers.get(act.takesBack())) : Optional.empty()));
    }
}
