package onebook.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import org.sqlite.Function;

/** plain_leaf(body): the leaf as JSON with its names and texts in place, for questions in SQL. */
final class PlainLeaf extends Function {
    private PlainLeaf() { }

    static void on(Connection connection) throws SQLException {
        Function.create(connection, "plain_leaf", new PlainLeaf(), 1, FLAG_DETERMINISTIC);
    }

    @Override
    protected void xFunc() throws SQLException {
        try {
            result(new String(Leaf.parse(value_blob(0)).bytes(), StandardCharsets.UTF_8));
        } catch (MalformedException broken) {
            result("{}"); // whoever audits the book names it
        }
    }
}
