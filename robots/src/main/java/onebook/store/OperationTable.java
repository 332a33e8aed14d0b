package onebook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;

/** Reads the operation log: the leaves of kind "op", by their place in the log. */
public final class OperationTable {
    private static final String OPERATIONS = "SELECT body, hash FROM leaf WHERE kind = 'op' AND ";
    private final BookFile file;

    private OperationTable(BookFile file) {
        this.file = file;
    }

    public static OperationTable of(SqliteJournal journal) {
        return new OperationTable(journal.file());
    }

    /** Those before a place, the newest first. */
    public List<Leaf> before(long leaf, int most) {
        return file.all(OPERATIONS + "n < ? ORDER BY n DESC LIMIT ?", OperationTable::leaf, leaf,
                most);
    }

    /** Those behind a place, the oldest first. */
    public List<Leaf> after(long leaf) {
        return file.all(OPERATIONS + "n > ? ORDER BY n", OperationTable::leaf, leaf);
    }

    /** Empty where there is no operation at that place. */
    public Optional<Leaf> at(long leaf) {
        return file.one(OPERATIONS + "n = ?", OperationTable::leaf, leaf);
    }

    /** Those that changed who the people of the book are, the oldest first. */
    public List<Leaf> ofPeople() {
        return file.all(OPERATIONS + "instr(body, '\"person\":') ORDER BY n",
                OperationTable::leaf);
    }

    /** What was settled and who answers for which rule: kind "rule", the oldest first. */
    public List<Leaf> ofRules() {
        return file.all("SELECT body, hash FROM leaf WHERE kind = 'rule' ORDER BY n",
                OperationTable::leaf);
    }

    /**
     * The first leaf, and every leaf by which somebody approves something or gets or loses the
     * means to; none where no token is spoken of.
     */
    public void eachApproval(Consumer<Leaf> taker) {
        boolean isSpokenOf = file.one("SELECT 1 FROM leaf WHERE kind IN ('op', 'close')"
                + " AND instr(body, '\"token') LIMIT 1", row -> true).isPresent();
        if (isSpokenOf) {
            file.each("SELECT body, hash FROM leaf WHERE kind IN"
                    + " ('genesis', 'op', 'close', 'entry') ORDER BY n",
                    row -> taker.accept(leaf(row)));
        }
    }

    private static Leaf leaf(ResultSet row) throws SQLException {
        byte[] body = row.getBytes(1);
        if (!Arrays.equals(Leaf.hash(body), row.getBytes(2))) {
            throw new MalformedException("a leaf was changed after it was sealed");
        }
        return Leaf.parse(body);
    }
}
