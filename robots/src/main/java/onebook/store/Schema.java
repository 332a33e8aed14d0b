package onebook.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of a book file and the triggers that keep its history as it is. */
final class Schema {
    /** Name and text of the triggers that a file has. */
    static final String TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'";
    private static final Pattern TABLE =
            Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+) \\((.*?)\\n\\)",
                    Pattern.DOTALL);
    private static final Map<String, List<String>> TABLES;
    private static final Pattern COLUMN = Pattern.compile("^[a-z_0-9]+ +(TEXT|INTEGER|BLOB)");
    /** History tables with what makes two rows the same; a second such row is refused. */
    private static final Map<String, List<String>> HISTORY = new LinkedHashMap<>();
    private static final List<String> LARGE = List.of("leaf", "entry", "posting", "booked");

    static {
        TABLES = read();
        HISTORY.put("leaf", List.of("n = NEW.n"));
        HISTORY.put("edge", List.of("size = NEW.size"));
        HISTORY.put("entry", List.of("period = NEW.period AND sequence = NEW.sequence",
                "proposal = NEW.proposal",
                "NEW.kind = 'CORRECTION' AND corrects = NEW.corrects AND kind = 'CORRECTION'"));
        HISTORY.put("booked", List.of("key = NEW.key AND entry = NEW.entry"));
        HISTORY.put("rejected", List.of("item = NEW.item", "leaf = NEW.leaf"));
        HISTORY.put("closed", List.of("period = NEW.period", "leaf = NEW.leaf"));
        HISTORY.put("document", List.of("id = NEW.id", "leaf = NEW.leaf"));
        HISTORY.put("bank_line", List.of("id = NEW.id", "leaf = NEW.leaf"));
        HISTORY.put("checkpoint", List.of("size = NEW.size"));
        HISTORY.put("account", List.of("code = NEW.code AND leaf = NEW.leaf"));
        HISTORY.put("run", List.of("id = NEW.id"));
    }

    private Schema() { }

    /** Makes what is missing, and puts triggers right that somebody dropped or weakened. */
    static void create(Connection book) throws SQLException {
        try (Statement sql = book.createStatement()) {
            for (String command : text().split(";\\s*\\n")) {
                if (!command.isBlank()) {
                    sql.execute(command);
                }
            }
            Map<String, String> found = new LinkedHashMap<>();
            try (ResultSet rows = sql.executeQuery(TRIGGERS)) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
            // books of the first version have it beside a second one for the same
            sql.execute("DROP TRIGGER IF EXISTS posting_belongs_to_a_new_entry");
            for (Map.Entry<String, String> trigger : triggers().entrySet()) {
                if (!trigger.getValue().equals(found.get(trigger.getKey()))) {
                    sql.execute("DROP TRIGGER IF EXISTS " + trigger.getKey());
                    sql.execute(trigger.getValue());
                }
            }
        }
    }

    /**
     * Takes away, within a transaction that adds very many rows, what refuses a row that is there
     * already: its plain inserts fail on the keys themselves. {@link #guardInserts} must follow in
     * the same transaction, so that nobody ever sees the file without them.
     */
    static void trustInserts(Connection book) throws SQLException {
        try (Statement sql = book.createStatement()) {
            for (String table : LARGE) {
                sql.execute("DROP TRIGGER " + table + "_refuses_insert");
            }
        }
    }

    static void guardInserts(Connection book) throws SQLException {
        try (Statement sql = book.createStatement()) {
            for (String table : LARGE) {
                sql.execute(triggers().get(table + "_refuses_insert"));
            }
        }
    }

    /** The columns of a table as a file has them; none where there is none. */
    static List<String> columns(BookFile file, String table) {
        return file.all("SELECT name FROM pragma_table_info(?) ORDER BY cid",
                row -> row.getString(1), table);
    }

    /** The tables of a book and the names of their columns. */
    static Map<String, List<String>> tables() {
        return TABLES;
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        Matcher table = TABLE.matcher(text());
        while (table.find()) {
            tables.put(table.group(1), table.group(2).lines().map(String::strip)
                    .filter(line -> COLUMN.matcher(line).find())
                    .map(line -> line.split(" ")[0]).toList());
        }
        return tables;
    }

    /** The triggers of a sound book file: text by name. */
    static Map<String, String> triggers() {
        Map<String, String> triggers = new LinkedHashMap<>();
        HISTORY.forEach((table, same) -> {
            refuse(triggers, table, "UPDATE", "1");
            refuse(triggers, table, "DELETE", "1");
            // INSERT OR REPLACE would slip past a delete trigger
            refuse(triggers, table, "INSERT", same.stream().map(row -> "EXISTS (SELECT 1 FROM "
                    + table + " WHERE " + row + ")").collect(Collectors.joining(" OR ")));
        });
        refuse(triggers, "posting", "UPDATE", "1");
        refuse(triggers, "posting", "DELETE", "1");
        // the lines of an entry come before it: where it is, no line is added or replaced
        refuse(triggers, "posting", "INSERT", "EXISTS (SELECT 1 FROM entry"
                + " WHERE period = NEW.period AND sequence = NEW.sequence)");
        return triggers;
    }

    private static void refuse(Map<String, String> triggers, String table, String verb,
            String when) {
        String name = table + "_refuses_" + verb.toLowerCase();
        triggers.put(name, "CREATE TRIGGER " + name + " BEFORE " + verb + " ON " + table + " WHEN "
                + when + " BEGIN SELECT RAISE(ABORT, 'history of the book: " + table
                + " refuses " + verb + "'); END");
    }

    private static String text() {
        try (InputStream in = Schema.class.getResourceAsStream("schema.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
