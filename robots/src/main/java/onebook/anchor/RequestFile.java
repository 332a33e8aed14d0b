package onebook.anchor;

import onebook.seal.AddCheckpoint;
import onebook.seal.MalformedException;

/**
 * What is carried to a witness that cannot be reached: an add-checkpoint request below the key of
 * the log. The answer is the head with the witness's line.
 *
 * @param vkey of the log
 */
public record RequestFile(String vkey, AddCheckpoint request) {
    private static final String LOG = "log ";

    public String text() {
        return LOG + vkey + "\n" + request.text();
    }

    /** Throws {@link MalformedException} where it is none. */
    public static RequestFile parse(String text) {
        int end = text.indexOf('\n');
        if (end < 0 || !text.startsWith(LOG)) {
            throw new MalformedException("not a request to a witness");
        }
        return new RequestFile(text.substring(LOG.length(), end),
                AddCheckpoint.parse(text.substring(end + 1)));
    }
}
