package onebook.seal;

import java.util.OptionalLong;

/**
 * What is signed when the key of a log changes: lines of text that a person can read. Each names
 * the log and the place of the leaf that carries it, so that it holds nowhere else.
 */
public final class KeyStatement {
    private KeyStatement() { }

    /**
     * The log goes on with another key.
     *
     * @param size how many leaves stand before it
     * @param trusted where a key was stolen: only so many leaves are vouched for
     */
    public static String change(Verifier old, Verifier next, long size, OptionalLong trusted) {
        String text = "vb-key/1\n%s\n%s\n%s\n%d\n".formatted(old.name(), old.vkey(), next.vkey(),
                size);
        return trusted.isPresent() ? text + "trusted " + trusted.getAsLong() + "\n" : text;
    }

    /** Whoever holds the key of that hash may say with which key the log goes on. */
    public static String recovery(Verifier key, String recoverySha256, long size) {
        return "vb-recovery/1\n%s\n%s\n%s\n%d\n".formatted(key.name(), key.vkey(), recoverySha256,
                size);
    }
}
