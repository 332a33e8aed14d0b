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
import java.util.Map;

/** The tables of a book file and the triggers that keep its history as it is. */
final class Schema {
    /** Name and text of the triggers that a file has. */
    static final String TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'";
    /** History tables with what makes two rows the same; a second such row is refused. */
    private static final Map<String, String> HISTORY = new LinkedHashMap<>();

    static {
        HISTORY.put("leaf", "n = NEW.n");
        HISTORY.put("edge", "size = NEW.size");
        HISTORY.put("entry", "period = NEW.period AND sequence = NEW.sequence"
                + " OR proposal = NEW.proposal"
                + " OR NEW.kind = 'CORRECTION' AND corrects = NEW.corrects"
                + " AND kind = 'CORRECTION'");
        HISTORY.put("posting", "account = NEW.account AND period = NEW.period"
                + " AND sequence = NEW.sequence AND line = NEW.line");
        HISTORY.put("booked", "key = NEW.key AND entry = NEW.entry");
        HISTORY.put("rejected", "item = NEW.item OR leaf = NEW.leaf");
        HISTORY.put("closed", "period = NEW.period OR leaf = NEW.leaf");
        HISTORY.put("document", "id = NEW.id OR leaf = NEW.leaf");
        HISTORY.put("bank_line", "id = NEW.id OR leaf = NEW.leaf");
        HISTORY.put("checkpoint", "size = NEW.size");
        HISTORY.put("account", "code = NEW.code AND leaf = NEW.leaf");
        HISTORY.put("run", "id = NEW.id");
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
            for (Map.Entry<String, String> trigger : triggers().entrySet()) {
                if (!trigger.getValue().equals(found.get(trigger.getKey()))) {
                    sql.execute("DROP TRIGGER IF EXISTS " + trigger.getKey());
                    sql.execute(trigger.getValue());
                }
            }
        }
    }

    /** The triggers of a sound book file: text by name. */
    static Map<String, String> triggers() {
        Map<String, String> triggers = new LinkedHashMap<>();
        HISTORY.forEach((table, same) -> {
            refuse(triggers, table, "UPDATE", "1");
            refuse(triggers, table, "DELETE", "1");
            // INSERT OR REPLACE would slip past a delete trigger
            refuse(triggers, table, "INSERT",
                    "EXISTS (SELECT 1 FROM " + table + " WHERE " + same + ")");
        });
        triggers.put("posting_belongs_to_a_new_entry",
                "CREATE TRIGGER posting_belongs_to_a_new_entry BEFORE INSERT"
                + " ON posting WHEN EXISTS (SELECT 1 FROM entry WHERE period = NEW.period"
                + " AND sequence = NEW.sequence)"
                + " BEGIN SELECT RAISE(ABORT,"
                + " 'history of the book: a posted entry takes no further lines'); END");
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
