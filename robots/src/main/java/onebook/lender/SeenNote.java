package onebook.lender;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onebook.seal.MalformedException;

/** A head that somebody kept: the bare note, or the receipt it stands in. */
public final class SeenNote {
    /** The first line of every receipt. */
    public static final String RECEIPT = "OneBook receipt 1 / 一本账封存凭条";
    public static final String BEGIN = "-----BEGIN CHECKPOINT-----";
    public static final String END = "-----END CHECKPOINT-----";
    private static final String KEY = "log key: ";

    private SeenNote() { }

    /** Throws {@link MalformedException} where a receipt holds not exactly one note. */
    public static String of(String text) {
        if (!isReceipt(text)) {
            return text;
        }
        List<String> lines = lines(text);
        int begin = only(lines, BEGIN);
        int end = only(lines, END);
        if (begin >= end) {
            throw new MalformedException("the receipt holds no checkpoint");
        }
        return String.join("\n", lines.subList(begin + 1, end)) + "\n";
    }

    /** The key that a receipt says the log has; only a claim. */
    public static Optional<String> key(String text) {
        return !isReceipt(text) ? Optional.empty() : lines(text).stream()
                .filter(line -> line.startsWith(KEY)).map(line -> line.substring(KEY.length()))
                .findFirst();
    }

    public static String keyLine(String vkey) {
        return KEY + vkey;
    }

    private static boolean isReceipt(String text) {
        return lines(text).get(0).equals(RECEIPT);
    }

    /** A mail or an editor may have ended them as Windows does. */
    private static List<String> lines(String text) {
        return Arrays.asList(text.replace("\r\n", "\n").split("\n", -1));
    }

    private static int only(List<String> lines, String line) {
        int at = lines.indexOf(line);
        if (at < 0 || at != lines.lastIndexOf(line)) {
            throw new MalformedException("the receipt holds not exactly one checkpoint");
        }
        return at;
    }
}
