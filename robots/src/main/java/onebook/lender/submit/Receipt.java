package onebook.lender.submit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import onebook.seal.MalformedException;
import onebook.seal.Signer;
import onebook.seal.Verifier;

/**
 * What a lender signs when a package arrived: vb-receipt/1 of submission-format.md.
 *
 * @param packageSha256 64 hex digits
 * @param size of the package in bytes
 * @param checkpointSha256 of its log/checkpoint, or "-" where it has none
 * @param lender the lender's name, one line
 * @param verdict 0 to 4, as {@link onebook.lender.Verdict#exitCode()}
 */
public record Receipt(String packageSha256, long size, String checkpointSha256, Instant at,
        String lender, int verdict) {
    static final String FORM = "vb-receipt/1";
    static final String NONE = "-";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int LINES = 7;
    private static final int LONGEST_NAME = 200;

    public Receipt {
        boolean holds = HASH.matcher(packageSha256).matches() && size >= 0
                && (checkpointSha256.equals(NONE) || HASH.matcher(checkpointSha256).matches())
                && isName(lender) && verdict >= 0 && verdict <= 4;
        if (!holds) {
            throw new MalformedException("not a receipt");
        }
    }

    /** One line that can be read, neither empty nor a dash. */
    static boolean isName(String text) {
        return !text.isBlank() && !text.equals(NONE) && text.length() <= LONGEST_NAME
                && text.equals(text.strip()) && text.codePoints().allMatch(c ->
                        !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE
                        && Character.getType(c) != Character.LINE_SEPARATOR);
    }

    /** The text that is signed. */
    String body() {
        return String.join("\n", FORM, packageSha256, Long.toString(size), checkpointSha256,
                at.toString(), lender, Integer.toString(verdict)) + "\n";
    }

    String signedBy(Signer key) {
        return key.sign(body());
    }

    /** Throws {@link MalformedException} on anything that {@link #body} would not write. */
    static Receipt parse(String body) {
        String[] lines = body.split("\n", -1);
        boolean fits = lines.length == LINES + 1 && lines[0].equals(FORM)
                && SIZE.matcher(lines[2]).matches() && lines[6].matches("[0-4]");
        if (!fits) {
            throw new MalformedException("not a receipt");
        }
        try {
            Receipt receipt = new Receipt(lines[1], Long.parseLong(lines[2]), lines[3],
                    Instant.parse(lines[4]), lines[5], Integer.parseInt(lines[6]));
            if (receipt.body().equals(body)) {
                return receipt;
            }
        } catch (DateTimeException wrong) {
            throw new MalformedException("not a time", wrong);
        }
        throw new MalformedException("a receipt in another form");
    }

    /** Empty where this key did not sign the note, or the note is no receipt. */
    public static Optional<Receipt> open(String note, Verifier lender) {
        try {
            return lender.open(note).map(Receipt::parse);
        } catch (MalformedException wrong) {
            return Optional.empty();
        }
    }
}
