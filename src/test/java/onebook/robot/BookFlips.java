package onebook.robot;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.store.BookAudit;
import onebook.store.StoreException;

/** A book whose file is changed by force, and what the program and the file then say. */
final class BookFlips {
    private final Path original;
    private final Path book;
    private final Clock clock;
    private final byte[] good;
    private final Map<String, List<String>> columns = new TreeMap<>();
    private final Map<String, List<String>> rows;

    /** Copies the book with all that lies beside it into the folder. Requires that it is closed. */
    BookFlips(Path original, Path folder, Clock clock) throws IOException, SQLException {
        this.original = original;
        this.book = folder.resolve(original.getFileName());
        this.clock = clock;
        this.good = Files.readAllBytes(original);
        Path from = original.getParent();
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                    throws IOException {
                String name = from.relativize(file).toString();
                if (name.startsWith("evidence") || name.matches("book\\.onebook(\\.head|.*txt)?")) {
                    Path to = folder.resolve(name);
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        try (Connection connection = connect(); Statement sql = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = sql.executeQuery("SELECT name FROM sqlite_master WHERE"
                    + " type = 'table' ORDER BY name")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                List<String> of = new ArrayList<>();
                try (ResultSet all = sql.executeQuery("PRAGMA table_info(" + table + ")")) {
                    while (all.next()) {
                        of.add(all.getString(2));
                    }
                }
                columns.put(table, of);
            }
        }
        this.rows = dump();
    }

    int bits() {
        return good.length * 8;
    }

    Path book() {
        return book;
    }

    byte[] good() {
        return good.clone();
    }

    /** Puts these bytes in the place of the book, and takes away what was left beside it. */
    void put(byte[] bytes) throws IOException {
        for (String ending : List.of("-wal", "-shm", "-journal")) {
            Files.deleteIfExists(book.resolveSibling(book.getFileName() + ending));
        }
        Files.write(book, bytes);
        Path head = original.resolveSibling(original.getFileName() + ".head");
        if (Files.exists(head)) {
            Files.write(book.resolveSibling(head.getFileName()), Files.readAllBytes(head));
        }
    }

    void flip(int bit) throws IOException {
        byte[] bad = good.clone();
        bad[bit / 8] ^= (byte) (1 << bit % 8);
        put(bad);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + book.toUri() + "?immutable=1");
    }

    /** Every row of every table as the file has it, read past every index. */
    private Map<String, List<String>> dump() throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        try (Connection connection = connect(); Statement sql = connection.createStatement()) {
            for (Map.Entry<String, List<String>> table : columns.entrySet()) {
                List<String> found = new ArrayList<>();
                String cells = table.getValue().stream().map(one ->
                        "typeof(" + one + "), CAST(" + one + " AS BLOB)")
                        .collect(Collectors.joining(", "));
                try (ResultSet row = sql.executeQuery("SELECT " + cells + " FROM "
                        + table.getKey() + " NOT INDEXED")) {
                    while (row.next()) {
                        StringBuilder text = new StringBuilder();
                        for (int i = 1; i <= 2 * table.getValue().size(); i += 2) {
                            byte[] cell = row.getBytes(i + 1);
                            text.append(row.getString(i)).append(':').append(cell == null ? ""
                                    : HexFormat.of().formatHex(cell)).append(' ');
                        }
                        found.add(text.toString());
                    }
                }
                found.sort(null);
                all.put(table.getKey(), found);
            }
        }
        return all;
    }

    /** Tables whose rows are others now; "unreadable" where the file cannot be read at all. */
    List<String> changed() {
        try {
            Map<String, List<String>> now = dump();
            return rows.keySet().stream().filter(table -> !rows.get(table).equals(now.get(table)))
                    .toList();
        } catch (SQLException broken) {
            return List.of("unreadable");
        }
    }

    /** How many entries the book shows. */
    int entries() {
        try (Desk desk = Desk.open(book, clock)) {
            return desk.entries(EntryFilter.ALL).size();
        }
    }

    /** "refused", "re-hash", "projection" or "verified"; throws what would be an internal error. */
    String verdict() {
        try (Desk desk = Desk.open(book, clock)) {
            List<BookAudit.Damage> damages = desk.audit();
            if (damages.isEmpty()) {
                return "verified";
            }
            boolean isHash = damages.stream().anyMatch(one -> Stream.of("sealed at", "was changed",
                    "the root", "cannot be read", "signed head", "edge", "signature", "head")
                    .anyMatch(one.text()::contains));
            return isHash ? "re-hash" : "projection";
        } catch (RefusedException refused) {
            return "refused";
        } catch (StoreException broken) {
            if (broken.refusal().isPresent()) {
                return "refused";
            }
            throw broken;
        }
    }
}
