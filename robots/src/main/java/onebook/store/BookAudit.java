package onebook.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.seal.ChartJson;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.MerkleLog;

/**
 * Does the file still say what was sealed? Hashes every leaf again, compares the root with the last
 * signed head, rebuilds the tables from the leaves and compares row by row.
 */
public final class BookAudit {
    /** One disagreement; {@code subject} names the entry, leaf or table. */
    public record Damage(String subject, String text) { }

    private final SqliteJournal journal;
    private final List<Damage> damages = new ArrayList<>();
    private final Map<Long, Leaf> leaves = new TreeMap<>();

    private BookAudit(SqliteJournal journal) {
        this.journal = journal;
    }

    /**
     * Empty where all agree.
     *
     * @param signedSize size of the newest head whose signature was checked; 0 where there is none
     * @param signedRoot its root
     */
    public static List<Damage> of(SqliteJournal journal, long signedSize, byte[] signedRoot) {
        BookAudit audit = new BookAudit(journal);
        MerkleLog rebuilt = audit.leaves();
        audit.root(rebuilt, signedSize, signedRoot);
        audit.entries();
        audit.facts("document", "doc", "id, name", List.of("sha256", "name"));
        audit.facts("bank_line", "bank", "id, account", List.of("line_id", "account"));
        audit.facts("closed", "close", "period", List.of("period"));
        audit.rejections();
        audit.chart();
        audit.triggers();
        return List.copyOf(audit.damages);
    }

    private MerkleLog leaves() {
        MerkleLog rebuilt = new MerkleLog();
        Map<Long, String> numbers = new HashMap<>();
        journal.rows("SELECT leaf, number FROM entry", 2).forEach(row ->
                numbers.put(((Number) row.get(0)).longValue(), "entry " + row.get(1)));
        String all = "SELECT n, kind, body, hash FROM leaf ORDER BY n";
        for (List<Object> row : journal.rows(all, 4)) {
            long index = ((Number) row.get(0)).longValue();
            String subject = numbers.getOrDefault(index, "leaf " + index);
            byte[] body = (byte[]) row.get(2);
            rebuilt.append(body);
            try {
                Leaf leaf = Leaf.parse(body);
                leaves.put(index, leaf);
                check(leaf.index() == rebuilt.size() - 1 && leaf.index() == index
                        && leaf.kind().equals(row.get(1)), subject,
                        "stands at another place than it was sealed at");
            } catch (MalformedException broken) {
                damages.add(new Damage(subject, "cannot be read: " + broken.getMessage()));
            }
            check(Arrays.equals(MerkleLog.leafHash(body), (byte[]) row.get(3)), subject,
                    "was changed after it was sealed");
        }
        return rebuilt;
    }

    private void root(MerkleLog rebuilt, long signedSize, byte[] signedRoot) {
        if (signedSize > rebuilt.size()) {
            damages.add(new Damage("log", "the signed head covers " + signedSize
                    + " leaves, the book has only " + rebuilt.size()));
        } else if (signedSize > 0) {
            check(Arrays.equals(rebuilt.rootAt(signedSize), signedRoot), "log",
                    "the root differs from the signed head of size " + signedSize);
        }
    }

    private void entries() {
        Map<String, List<Object>> rows = new TreeMap<>();
        for (List<Object> row : journal.rows("SELECT number, period, sequence, date, kind, summary,"
                + " rule, proposal, corrects, leaf FROM entry ORDER BY number", 10)) {
            rows.put((String) row.get(0), row);
        }
        Map<String, List<List<Object>>> lines = new TreeMap<>();
        for (List<Object> row : journal.rows("SELECT entry, account, side, minor, currency, party"
                + " FROM posting ORDER BY entry, line", 6)) {
            lines.computeIfAbsent((String) row.get(0), entry -> new ArrayList<>())
                    .add(row.subList(1, 6));
        }
        leaves.values().stream().filter(leaf -> leaf.kind().equals("entry"))
                .forEach(leaf -> entry(leaf, rows, lines));
        rows.keySet().forEach(number ->
                damages.add(new Damage("entry " + number, "was never sealed")));
        lines.keySet().forEach(number ->
                damages.add(new Damage("entry " + number, "has lines that were never sealed")));
    }

    private void entry(Leaf leaf, Map<String, List<Object>> rows,
            Map<String, List<List<Object>>> lines) {
        JournalEntry entry;
        try {
            entry = Leaf.entryOf(leaf);
        } catch (MalformedException broken) {
            damages.add(new Damage("leaf " + leaf.index(), "holds no entry"));
            return;
        }
        String number = entry.number().toString();
        check(expected(entry, leaf.index()).equals(texts(rows.remove(number))),
                "entry " + number, "its row differs from what was sealed");
        check(postings(entry).equals(texts(lines.remove(number))), "entry " + number,
                "its lines differ from what was sealed");
    }

    private static String expected(JournalEntry entry, long leaf) {
        return texts(Arrays.asList(entry.number(), entry.period(), entry.number().sequence(),
                entry.date(), entry.kind(), entry.summary(), entry.rule(), entry.proposal(),
                entry.takesBack().map(Object::toString).orElse(null), leaf));
    }

    private static String postings(JournalEntry entry) {
        List<List<Object>> lines = new ArrayList<>();
        for (Posting line : entry.postings()) {
            lines.add(List.of(line.account(), line.side(), line.amount().minor(),
                    line.amount().currency(), line.party()));
        }
        return texts(lines);
    }

    private static String texts(List<?> row) {
        return String.valueOf(row);
    }

    /** Rows of a table that each repeat what one leaf of a kind says. */
    private void facts(String table, String kind, String columns, List<String> keys) {
        Map<Long, String> rows = new TreeMap<>();
        for (List<Object> row : journal.rows(
                "SELECT leaf, " + columns + " FROM " + table, keys.size() + 1)) {
            rows.put(((Number) row.get(0)).longValue(), texts(row.subList(1, row.size())));
        }
        leaves.values().stream().filter(leaf -> leaf.kind().equals(kind)).forEach(leaf -> {
            String sealed = texts(keys.stream().map(leaf.body()::get).toList());
            check(sealed.equals(rows.remove(leaf.index())), table + " " + sealed,
                    "its row differs from what was sealed");
        });
        rows.values().forEach(row ->
                damages.add(new Damage(table + " " + row, "was never sealed")));
    }

    private void rejections() {
        Map<Long, String> rows = new TreeMap<>();
        journal.rows("SELECT leaf, item, reason FROM rejected", 3).forEach(row -> rows.put(
                ((Number) row.get(0)).longValue(), "reject " + row.get(1) + ": " + row.get(2)));
        for (Leaf leaf : leaves.values()) {
            String what = String.valueOf(leaf.body().get("what"));
            if (leaf.kind().equals("op") && what.startsWith("reject ")) {
                check(what.equals(rows.remove(leaf.index())), "leaf " + leaf.index(),
                        "the row of this rejection differs from what was sealed: " + what);
            }
        }
        rows.values().forEach(row -> damages.add(new Damage(row, "was never sealed")));
    }

    /** The accounts of the genesis and those added since, no more and no other. */
    private void chart() {
        Leaf genesis = leaves.get(0L);
        if (genesis == null || !genesis.body().containsKey("chart_sha256")) {
            return;
        }
        try {
            List<Account> first = new ArrayList<>(journal.accounts());
            for (Leaf leaf : leaves.values()) {
                if (leaf.kind().equals("account")) {
                    check(first.remove(ChartJson.account(leaf.body())), "account "
                            + leaf.body().get("code"), "its row differs from what was sealed");
                }
            }
            check(ChartJson.sha256(first).equals(genesis.body().get("chart_sha256")),
                    "chart of accounts", "it differs from what was sealed");
        } catch (IllegalArgumentException | MalformedException broken) {
            damages.add(new Damage("chart of accounts",
                    "it cannot be read: " + broken.getMessage()));
        }
    }

    private void triggers() {
        Map<String, String> found = new TreeMap<>();
        journal.rows(Schema.TRIGGERS, 2).forEach(row ->
                found.put((String) row.get(0), (String) row.get(1)));
        Schema.triggers().forEach((name, text) -> check(text.equals(found.remove(name)),
                "book file", "the trigger " + name + " that protects history is gone or changed"));
        found.keySet().forEach(name -> damages.add(new Damage("book file",
                "the trigger " + name + " was added by somebody else")));
    }

    private void check(boolean holds, String subject, String text) {
        if (!holds) {
            damages.add(new Damage(subject, text));
        }
    }
}
