package onebook.exchange;

import java.io.IOException;
import onebook.document.Refused;

/** The rows of a table, one after the other. */
interface Rows extends AutoCloseable {

    /** Goes to the next row; false after the last. A row of nothing is passed over. */
    boolean next() throws IOException, Refused;

    /** The row it stands at, until it goes on. */
    Cells row();

    @Override
    void close() throws IOException;
}
