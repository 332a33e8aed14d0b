package onebook.lender.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.lender.Body;
import onebook.lender.Finding;
import onebook.lender.Finding.Severity;
import onebook.seal.Leaf;

/** DUP: a file logged twice, an invoice in several files or amounts, an invoice booked twice. */
final class TwiceQuestion implements Question {
    private final Facts facts;
    private final Marks files = new Marks();
    private final List<Finding> found = new ArrayList<>();
    private final Marks keys = new Marks();
    private final List<Seen> invoices = new ArrayList<>();
    private final Marks keyOfFile = new Marks();
    private final Marks booked = new Marks();
    private final List<Long> firsts = new ArrayList<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** An invoice by its key: the amount of its first file, others where they differ. */
    private static final class Seen {
        private final String key;
        private final String gross;
        private final Set<String> others = new HashSet<>();
        private int forms = 1;

        Seen(String key, String gross) {
            this.key = key;
            this.gross = gross;
        }
    }

    /** Entries with the same lines of one invoice. */
    private record Group(String key, List<Long> entries) { }

    TwiceQuestion(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void leaf(Leaf leaf, Body body) {
        if (!leaf.kind().equals("doc")) {
            return;
        }
        String sha256 = body.text("sha256");
        if (!files.add(sha256)) {
            found.add(Limits.finding("DUP-DOCUMENT", Severity.S3, "同一文件登记了两次：%s",
                    "one file was logged twice: %s", sha256));
        }
        body.object("invoice").ifPresent(invoice -> {
            String gross = invoice.textOrEmpty("gross");
            int place = keys.putIfAbsent(invoice.text("key"), invoices.size());
            if (place < 0) {
                invoices.add(new Seen(invoice.text("key"), gross));
            } else {
                Seen seen = invoices.get(place);
                seen.forms++;
                if (!seen.gross.equals(gross)) {
                    seen.others.add(gross);
                }
            }
            keyOfFile.putIfAbsent(sha256, place < 0 ? invoices.size() - 1 : place);
        });
    }

    /** Entries out of a bank line pay an invoice; they do not book it again. */
    @Override
    public void entry(JournalEntry entry) {
        if (entry.takesBack().isPresent()
                || entry.evidence().stream().anyMatch(one -> one.path().startsWith("line:"))) {
            return;
        }
        List<Seen> named = entry.evidence().stream().map(Evidence::document).distinct()
                .mapToInt(keyOfFile::get).filter(place -> place >= 0).distinct()
                .mapToObj(invoices::get).toList();
        if (!named.isEmpty()) {
            String lines = lines(entry);
            named.forEach(one -> book(one.key, one.key + lines, entry.number()));
        }
    }

    private void book(String key, String what, EntryNumber number) {
        int place = booked.putIfAbsent(what, firsts.size());
        if (place < 0) {
            firsts.add(Cited.packed(number));
        } else {
            groups.computeIfAbsent(what, one -> new Group(key,
                    new ArrayList<>(List.of(firsts.get(place))))).entries()
                    .add(Cited.packed(number));
        }
    }

    private static String lines(JournalEntry entry) {
        return entry.postings().stream().map(line -> " " + line.account() + line.side()
                + line.amount()).sorted().collect(Collectors.joining());
    }

    @Override
    public List<Finding> answer(Scope scope) {
        List<Finding> all = new ArrayList<>(found);
        for (Seen seen : invoices) {
            if (!seen.others.isEmpty()) {
                all.add(Limits.finding("DUP-INVOICE", Severity.S2, "%s 出现不同金额，差异待说明",
                        "%s is there with several amounts; a difference to explain", seen.key));
            } else if (seen.forms > 1) {
                all.add(Limits.finding("DUP-FORM", Severity.S4, "%s 有多份文件",
                        "%s is there in several files", seen.key));
            }
        }
        for (Group group : groups.values()) {
            List<Long> standing = group.entries.stream().filter(facts.cited::stands).toList();
            for (int i = 1; i < standing.size(); i++) {
                all.add(Limits.finding("DUP-BOOKED", Severity.S2, "%s 记账两次：%s 与 %s，差异待说明",
                        "%s is booked as %s and as %s; a difference to explain", group.key,
                        Cited.number(standing.get(0)), Cited.number(standing.get(i))));
            }
        }
        return all;
    }
}
