package onebook.seal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import onebook.ledger.Posting;

/**
 * What a person's token signs: lines of text that a person can read. Each names the log, the person
 * and the place of the leaf that carries it, so that it holds nowhere else.
 */
public final class TokenStatement {
    private TokenStatement() { }

    /**
     * The person holds the key.
     *
     * @param origin name of the log
     * @param place of the leaf: how many stand before it
     */
    public static String possession(String origin, String name, TokenKey key, long place) {
        return lines("vb-token/1", origin, name, key.sha256(), place);
    }

    /**
     * The person approves a voucher.
     *
     * @param draftSha256 of the draft as the book keeps it
     * @param linesSha256 of date and lines, see {@link #lines(LocalDate, List)}
     */
    public static String review(String origin, String name, String draftSha256, long place,
            String linesSha256) {
        return lines("vb-review/1", origin, name, draftSha256, place, linesSha256);
    }

    /**
     * The person closes a month.
     *
     * @param figures of the leaf: what it says of the month
     */
    public static String close(String origin, String name, long place, Month figures) {
        return lines("vb-close/1", origin, figures.period(), name, place,
                figures.trialBalanceSha256(), figures.debits(), figures.entries());
    }

    /**
     * What is closed.
     *
     * @param debits sum of the month's debits, as "1234.50"
     * @param entries how many the month has
     */
    public record Month(String period, String trialBalanceSha256, String debits, long entries) { }

    /**
     * SHA-256 over what of a voucher is never covered, a line each: its date, then of each posting
     * account, side, amount and currency.
     */
    public static String lines(LocalDate date, List<Posting> postings) {
        StringBuilder text = new StringBuilder(date + "\n");
        postings.forEach(line -> text.append("%s %s %s %s\n".formatted(line.account(),
                line.side().name().toLowerCase(Locale.ROOT), line.amount(),
                line.amount().currency())));
        return Sha256.hex(text.toString());
    }

    private static String lines(Object... lines) {
        StringBuilder text = new StringBuilder();
        for (Object line : lines) {
            String one = line.toString();
            if (one.isEmpty() || one.contains("\n") || !Note.isText(one)) {
                throw new MalformedException("not a line of what a token signs");
            }
            text.append(one).append('\n');
        }
        return text.toString();
    }
}
