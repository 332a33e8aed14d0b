package onebook.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
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
        audit.triggers();
        return List.copyOf(audit.damages);
    }

    private MerkleLog leaves() {
        MerkleLog rebuilt = new MerkleLog();
        Map<String, JournalEntry> sealed = new TreeMap<>();
        for (List<Object> row : journal.rows("SELECT n, kind, body, hash FROM leaf ORDER BY n", 4)) {
            String subject = "leaf " + row.get(0);
            byte[] body = (byte[]) row.get(2);
            rebuilt.append(body);
            try {
                Leaf leaf = Leaf.parse(body);
                if (leaf.kind().equals("entry")) {
                    JournalEntry entry = Leaf.entryOf(leaf);
                    sealed.put(entry.number().toString(), entry);
                    subject = "entry " + entry.number();
                }
                check(leaf.index() == rebuilt.size() - 1 && leaf.kind().equals(row.get(1)), subject,
                        "stands at another place than it was sealed at");
            } catch (MalformedException broken) {
                damages.add(new Damage(subject, "cannot be read: " + broken.getMessage()));
            }
            check(Arrays.equals(MerkleLog.leafHash(body), (byte[]) row.get(3)), subject,
                    "was changed after it was sealed");
        }
        entries(sealed);
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

    private void entries(Map<String, JournalEntry> sealed) {
        Map<String, List<Object>> rows = new TreeMap<>();
        for (List<Object> row : journal.rows("SELECT number, period, sequence, date, kind, summary,"
                + " rule, proposal, corrects FROM entry ORDER BY number", 9)) {
            rows.put((String) row.get(0), row);
        }
        Map<String, List<List<Object>>> lines = new TreeMap<>();
        for (List<Object> row : journal.rows("SELECT entry, account, side, minor, currency, party"
                + " FROM posting ORDER BY entry, line", 6)) {
            lines.computeIfAbsent((String) row.get(0), entry -> new ArrayList<>())
                    .add(row.subList(1, 6));
        }
        sealed.forEach((number, entry) -> {
            check(expected(entry).equals(texts(rows.remove(number))), "entry " + number,
                    "its row differs from what was sealed");
            check(postings(entry).equals(texts(lines.remove(number))), "entry " + number,
                    "its lines differ from what was sealed");
        });
        rows.keySet().forEach(number -> damages.add(new Damage("entry " + number, "was never sealed")));
        lines.keySet().forEach(number ->
                damages.add(new Damage("entry " + number, "has lines that were never sealed")));
    }

    private static String expected(JournalEntry entry) {
        return texts(Arrays.asList(entry.number(), entry.period(), entry.number().sequence(),
                entry.date(), entry.kind(), entry.summary(), entry.rule(), entry.proposal(),
                entry.corrects().map(Object::toString).orElse(null)));
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

    private void triggers() {
        List<List<Object>> found = journal.rows(
                "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'", 1);
        check(((Number) found.get(0).get(0)).intValue() == Schema.triggerCount(), "book file",
                "the triggers that protect history are not all there");
    }

    private void check(boolean holds, String subject, String text) {
        if (!holds) {
            damages.add(new Damage(subject, text));
        }
    }
}
