package onebook.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables of a book file and the triggers that keep its history as it is. */
final class Schema {
    /** History tables with what makes two rows the same; a second such row is refused. */
    private static final Map<String, String> HISTORY = new LinkedHashMap<>();

    static {
        HISTORY.put("leaf", "n = NEW.n");
        HISTORY.put("entry", "number = NEW.number OR proposal = NEW.proposal OR leaf = NEW.leaf"
                + " OR corrects = NEW.corrects");
        HISTORY.put("posting", "entry = NEW.entry AND line = NEW.line");
        HISTORY.put("booked", "key = NEW.key AND entry = NEW.entry");
        HISTORY.put("rejected", "item = NEW.item OR leaf = NEW.leaf");
        HISTORY.put("closed", "period = NEW.period OR leaf = NEW.leaf");
        HISTORY.put("document", "id = NEW.id OR leaf = NEW.leaf");
        HISTORY.put("bank_line", "id = NEW.id OR leaf = NEW.leaf");
        HISTORY.put("checkpoint", "size = NEW.size");
        HISTORY.put("account", "code = NEW.code");
        HISTORY.put("run", "id = NEW.id");
    }

    private Schema() { }

    static void create(Connection book) throws SQLException {
        try (Statement sql = book.createStatement()) {
            for (String command : text().split(";\\s*\\n")) {
                if (!command.isBlank()) {
                    sql.execute(command);
                }
            }
            for (Map.Entry<String, String> table : HISTORY.entrySet()) {
                refuse(sql, table.getKey(), "UPDATE", "1");
                refuse(sql, table.getKey(), "DELETE", "1");
                // INSERT OR REPLACE would slip past a delete trigger
                refuse(sql, table.getKey(), "INSERT", "EXISTS (SELECT 1 FROM "
                        + table.getKey() + " WHERE " + table.getValue() + ")");
            }
            sql.execute("CREATE TRIGGER IF NOT EXISTS posting_belongs_to_a_new_entry BEFORE INSERT"
                    + " ON posting WHEN EXISTS (SELECT 1 FROM entry WHERE number = NEW.entry)"
                    + " BEGIN SELECT RAISE(ABORT, 'a posted entry takes no further lines'); END");
        }
    }

    /** How many triggers a sound book file has. */
    static int triggerCount() {
        return HISTORY.size() * 3 + 1;
    }

    private static void refuse(Statement sql, String table, String verb, String when)
            throws SQLException {
        sql.execute("CREATE TRIGGER IF NOT EXISTS " + table + "_refuses_" + verb.toLowerCase()
                + " BEFORE " + verb + " ON " + table + " WHEN " + when
                + " BEGIN SELECT RAISE(ABORT, 'history of the book: " + table
                + " refuses " + verb + "'); END");
    }

    private static String text() {
        try (InputStream in = Schema.class.getResourceAsStream("schema.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
