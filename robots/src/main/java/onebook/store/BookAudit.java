package onebook.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Records;
import onebook.seal.CanonicalJson;
import onebook.seal.ChartJson;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.TreeEdge;
import onebook.seal.Veil;

/**
 * Does the file still say what was sealed? Hashes every leaf again, compares the root with the last
 * signed head, rebuilds the tables from the leaves and compares row by row.
 */
public final class BookAudit {
    /** One disagreement; {@code subject} names the entry, leaf or table. */
    public record Damage(String subject, String text) { }

    private final SqliteJournal journal;
    private final BookFile file;
    private final Set<Damage> damages = new LinkedHashSet<>();
    /** The leaves that hold no entry. */
    private final Map<Long, Leaf> leaves = new TreeMap<>();
    private final Map<Long, byte[]> edges = new HashMap<>();
    private final EntryAudit entries;
    private final Map<MonthSums.Key, MonthSums.Sum> sums = new HashMap<>();
    private final TreeEdge rebuilt = new TreeEdge();

    private BookAudit(SqliteJournal journal) {
        this.journal = journal;
        this.file = journal.file();
        this.entries = new EntryAudit(file);
    }

    /**
     * Empty where all agree.
     *
     * @param signedSize size of the newest head whose signature was checked; 0 where there is none
     * @param signedRoot its root
     */
    public static List<Damage> of(SqliteJournal journal, long signedSize, byte[] signedRoot) {
        return journal.file().unchanging(() ->
                new BookAudit(journal).damages(signedSize, signedRoot));
    }

    private List<Damage> damages(long signedSize, byte[] signedRoot) {
        leaves(signedSize, signedRoot);
        entries();
        facts("document", "doc", "id, name", List.of("sha256", "name"));
        facts("bank_line", "bank", "id, account", List.of("line_id", "account"));
        facts("closed", "close", "period", List.of("period"));
        rejections();
        veil();
        chart();
        triggers();
        return List.copyOf(damages);
    }

    private void leaves(long signedSize, byte[] signedRoot) {
        file.each("SELECT size, hashes FROM edge",
                row -> edges.put(row.getLong(1), row.getBytes(2)));
        file.each("SELECT n, kind, body, hash FROM leaf ORDER BY n", row -> {
            leaf(row.getLong(1), row.getString(2), row.getBytes(3), row.getBytes(4));
            byte[] edge = edges.remove(rebuilt.size());
            check(edge == null || Arrays.equals(edge, rebuilt.bytes()), "log",
                    "the edge kept at size " + rebuilt.size() + " is not that of the leaves");
            check(rebuilt.size() != signedSize || Arrays.equals(rebuilt.root(), signedRoot), "log",
                    "the root differs from the signed head of size " + signedSize);
        });
        edges.keySet().forEach(size -> damages.add(new Damage("log",
                "an edge of size " + size + " was kept, which the log does not reach")));
        check(signedSize <= rebuilt.size(), "log", "the signed head covers " + signedSize
                + " leaves, the book has only " + rebuilt.size());
    }

    private void leaf(long index, String kind, byte[] body, byte[] hash) {
        byte[] hashed = Leaf.hash(body);
        rebuilt.append(hashed);
        boolean isSealed = Arrays.equals(hashed, hash);
        try {
            Leaf leaf = Leaf.parse(body);
            boolean isInPlace = leaf.index() == rebuilt.size() - 1 && leaf.index() == index
                    && leaf.kind().equals(kind);
            if (!isInPlace) {
                damage(index, "stands at another place than it was sealed at");
            }
            if (leaf.kind().equals("entry")) {
                entry(index, leaf);
            } else {
                leaves.put(index, leaf);
            }
        } catch (MalformedException broken) {
            damage(index, "cannot be read: " + broken.getMessage());
        }
        if (!isSealed) {
            damage(index, "was changed after it was sealed");
        }
    }

    private void entry(long index, Leaf leaf) {
        JournalEntry entry = Leaf.entryOf(leaf);
        entries.add(entry, index);
        MonthSums.add(entry, Records.Part.of(entry, this::sealed), sums);
    }

    /** The entry as an earlier leaf has it; empty where that cannot be read any more. */
    private Optional<JournalEntry> sealed(EntryNumber number) {
        try {
            return journal.find(number);
        } catch (MalformedException broken) {
            return Optional.empty();
        }
    }

    private void damage(long index, String text) {
        damages.add(new Damage(file.one("SELECT 'entry ' || number FROM entry WHERE leaf = ?",
                row -> row.getString(1), index).orElse("leaf " + index), text));
    }

    private void entries() {
        Set<String> differing = entries.differing();
        if (!differing.isEmpty()) {
            entries.name(differing, this::again, this::damage);
        }
        entries.keys(this::damage);
        if (differing.isEmpty()) {
            check(sums.equals(new MonthSums(file).all()), "sums of months",
                    "they are not what the entries add up to");
        }
    }

    private void damage(String subject, String text) {
        damages.add(new Damage(subject, text));
    }

    /** Every readable entry once more. */
    private Iterator<Map.Entry<Long, JournalEntry>> again() {
        List<Map.Entry<Long, JournalEntry>> all = new ArrayList<>();
        file.each("SELECT n, body FROM leaf ORDER BY n", row -> {
            try {
                Leaf leaf = Leaf.parse(row.getBytes(2));
                if (leaf.kind().equals("entry")) {
                    all.add(Map.entry(row.getLong(1), Leaf.entryOf(leaf)));
                }
            } catch (MalformedException named) {
                // it was named when the leaves were hashed
            }
        });
        return all.iterator();
    }

    /** Rows of a table that each repeat what one leaf of a kind says. */
    private void facts(String table, String kind, String columns, List<String> keys) {
        Map<Long, String> rows = new TreeMap<>();
        for (List<Object> row : file.rows(
                "SELECT leaf, " + columns + " FROM " + table, keys.size() + 1)) {
            rows.put(((Number) row.get(0)).longValue(), String.valueOf(row.subList(1, row.size())));
        }
        leaves.values().stream().filter(leaf -> leaf.kind().equals(kind)).forEach(leaf -> {
            String sealed = String.valueOf(keys.stream().map(leaf.body()::get).toList());
            check(sealed.equals(rows.remove(leaf.index())), table + " " + sealed,
                    "its row differs from what was sealed");
        });
        rows.values().forEach(row ->
                damages.add(new Damage(table + " " + row, "was never sealed")));
    }

    private void rejections() {
        Map<Long, String> rows = new TreeMap<>();
        file.rows("SELECT leaf, item, reason FROM rejected", 3).forEach(row -> rows.put(
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

    /** With another secret than the first leaf says, no name would keep its tag. */
    private void veil() {
        Leaf genesis = leaves.get(0L);
        Object sealed = genesis == null ? null : genesis.body().get("veil_sha256");
        Object kept = journal.setting("veil").map(BookAudit::sha256).orElse(null);
        check(Objects.equals(sealed, kept), "book file",
                "the secret that covers names is not the one that was sealed");
    }

    private static String sha256(String veil) {
        try {
            return Veil.parse(veil).sha256();
        } catch (MalformedException broken) {
            return "";
        }
    }

    /** The accounts of the genesis and every change of them since. */
    private void chart() {
        Leaf genesis = leaves.get(0L);
        if (genesis == null || !genesis.body().containsKey("chart_sha256")) {
            return;
        }
        Map<Long, String> changes = new TreeMap<>();
        file.each("SELECT leaf, json FROM account WHERE leaf > 0",
                row -> changes.put(row.getLong(1), row.getString(2)));
        leaves.values().stream().filter(leaf -> leaf.kind().equals("account")).forEach(leaf ->
                check(CanonicalJson.text(CanonicalJson.write(leaf.body()))
                        .equals(changes.remove(leaf.index())), "account " + leaf.body().get("code"),
                        "its row differs from what was sealed"));
        changes.values().forEach(row ->
                damages.add(new Damage("chart of accounts", "a row was never sealed: " + row)));
        try {
            check(ChartJson.sha256(new AccountTable(file).first())
                    .equals(genesis.body().get("chart_sha256")), "chart of accounts",
                    "it differs from what was sealed");
        } catch (IllegalArgumentException | MalformedException broken) {
            damages.add(new Damage("chart of accounts",
                    "it cannot be read: " + broken.getMessage()));
        }
    }

    private void triggers() {
        Map<String, String> found = new TreeMap<>();
        file.rows(Schema.TRIGGERS, 2).forEach(row ->
                found.put(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
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
