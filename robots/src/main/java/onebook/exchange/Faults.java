package onebook.exchange;

import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/** What is wrong with a file, row by row; the first thousand are kept, all are counted. */
public final class Faults {
    static final int MOST_KEPT = 1000;

    private final List<Problem> kept = new ArrayList<>();
    private long count;

    /** @param line of the file, the first is 1; 0 for the file as a whole */
    public void add(Refusal refusal, int line, String text) {
        if (count++ < MOST_KEPT) {
            kept.add(new Problem(refusal, line == 0 ? "" : "line:" + line, text));
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public long count() {
        return count;
    }

    /** In the order in which they were found. */
    public List<Problem> all() {
        return List.copyOf(kept);
    }
}
