package onebook.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What makes two lines of one account the same line, whichever file they stand in.
 *
 * <p>The bank's serial where it gives one, else time, balance and the other account; always with
 * day and amount, because banks give one serial to a payment and its fee. Lines equal in all of
 * that within one file are told apart by their ordinal: real twins survive, overlapping files
 * merge.
 */
public final class LineIdentity {
    /** A line with its identity, as in "bank:19045101040012345:5f0c…". */
    public record Identified(String id, StatementLine line) { }

    private LineIdentity() { }

    /**
     * @param ordinal 0 for the first of equal lines in a file, 1 for the second …
     * @return "bank:", the account's number, ":" and 32 hex digits
     */
    public static String of(String accountNumber, StatementLine line, int ordinal) {
        String text = accountNumber + "\n" + key(line) + "\n" + ordinal;
        return "bank:" + accountNumber + ":" + HexFormat.of().formatHex(sha256(text), 0, 16);
    }

    /** Each line of one file with its identity. Requires the file's lines in order of time. */
    public static List<Identified> ofAll(String accountNumber, List<StatementLine> lines) {
        Map<String, Integer> seen = new HashMap<>();
        List<Identified> identified = new ArrayList<>();
        for (StatementLine line : lines) {
            int ordinal = seen.merge(key(line), 1, Integer::sum) - 1;
            identified.add(new Identified(of(accountNumber, line, ordinal), line));
        }
        return identified;
    }

    private static String key(StatementLine line) {
        String day = line.date() + "\n" + line.amount() + " " + line.amount().currency() + "\n";
        return hasSerial(line) ? day + "serial\n" + line.reference() : day + line.time() + "\n"
                + line.balance().map(Object::toString).orElse("") + "\n" + line.partyAccount();
    }

    /** Banks fill a missing serial with zeros. */
    private static boolean hasSerial(StatementLine line) {
        return !line.reference().replace("0", "").isBlank();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
