package onebook.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import onebook.seal.Checkpoint;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.TreeEdge;

/**
 * Is the file of a book whole beside what its leaves say: pages and indexes, the tables there are,
 * rows that no leaf repeats, and every signed head that was kept?
 */
public final class FileAudit {
    private static final int MOST = 5;

    private final BookFile file;
    private final List<BookAudit.Damage> damages = new ArrayList<>();

    private FileAudit(BookFile file) {
        this.file = file;
    }

    /**
     * Empty where all is whole.
     *
     * @param opener gives the text of a note of that size where its signature holds
     */
    public static List<BookAudit.Damage> of(SqliteJournal journal,
            BiFunction<Long, String, Optional<String>> opener) {
        return journal.file().unchanging(() -> {
            FileAudit audit = new FileAudit(journal.file());
            audit.pages();
            audit.tables();
            audit.heads(opener);
            if (audit.damages.isEmpty()) {
                KeptRows.differing(audit.file).forEach(row -> audit.damage(row,
                        "it is not as it was kept"));
                audit.entity();
            }
            return audit.damages;
        });
    }

    private void damage(String subject, String text) {
        damages.add(new BookAudit.Damage(subject, text));
    }

    private void pages() {
        file.all("PRAGMA integrity_check(" + MOST + ")", row -> row.getString(1)).stream()
                .filter(said -> !said.equals("ok")).limit(MOST)
                .forEach(said -> damage("book file", said.lines().findFirst().orElse("")));
    }

    /** A table that lost its name is one that is missing, and one that nobody knows. */
    private void tables() {
        Map<String, List<String>> known = Schema.tables();
        Map<String, List<String>> found = new TreeMap<>();
        file.all("SELECT name FROM sqlite_master WHERE type = 'table'"
                        + " AND name NOT LIKE 'sqlite_%'", row -> row.getString(1))
                .forEach(table -> found.put(table, Schema.columns(file, table)));
        found.forEach((table, columns) -> {
            if (!columns.equals(known.get(table))) {
                damage("book file", "a table " + table + " of such columns is none of a book");
            }
        });
    }

    private void heads(BiFunction<Long, String, Optional<String>> opener) {
        Map<Long, byte[]> roots = new TreeMap<>();
        file.each("SELECT size, hashes FROM edge", row -> roots.put(row.getLong(1),
                new TreeEdge(row.getLong(1), row.getBytes(2)).root()));
        List<Map.Entry<Long, String>> heads = file.all("SELECT size, note FROM checkpoint"
                + " ORDER BY size", row -> Map.entry(row.getLong(1), row.getString(2)));
        List<Long> wrong = heads.parallelStream().filter(head -> !isHead(head,
                roots.get(head.getKey()), opener)).map(Map.Entry::getKey).toList();
        wrong.stream().limit(MOST).forEach(size -> damage("log", "the signed head of size " + size
                + " is not the one that was signed"));
    }

    private static boolean isHead(Map.Entry<Long, String> head, byte[] root,
            BiFunction<Long, String, Optional<String>> opener) {
        try {
            Optional<Checkpoint> signed = opener.apply(head.getKey(), head.getValue())
                    .map(Checkpoint::parse);
            return signed.isPresent() && signed.get().size() == head.getKey() && root != null
                    && Arrays.equals(signed.get().root(), root);
        } catch (MalformedException broken) {
            return false;
        }
    }

    /** Whose book it is stands in a setting as well as in every leaf. */
    private void entity() {
        Optional<String> entity = file.one("SELECT value FROM setting WHERE name = 'entity'",
                row -> row.getString(1));
        Optional<byte[]> genesis = file.one("SELECT body FROM leaf WHERE n = 0",
                row -> row.getBytes(1));
        if (genesis.isPresent() && !Leaf.parse(genesis.get()).entity()
                .equals(entity.orElse(""))) {
            damage("company", "the tax number in the file is not the one that was sealed");
        }
    }
}
