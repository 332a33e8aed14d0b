package onebook.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Account;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.seal.Sha256;

/**
 * A voucher as another program's file gives it.
 *
 * @param number what that program calls it, with the word before it: "记-5"
 * @param line where it begins in the file, the first line is 1
 * @param preparer "" where the file does not say, like every text here
 * @param corrects number of the voucher of the same file that this one takes back
 */
public record Voucher(String number, int line, LocalDate date, JournalEntry.Kind kind,
        String summary, List<Posting> postings, String preparer, String reviewer, int attachments,
        String corrects, String rule, String why, List<String> keys) {

    /** What may be imported once: this number in its month, of this source. */
    public String key(String source) {
        return "voucher:" + source + (source.isEmpty() ? "" : ":") + Period.of(date) + "/" + number;
    }

    /**
     * "import:" and 32 hex digits of what it says: number, date and lines. Who prepared and
     * reviewed it and how many papers it has do not count: they come later.
     *
     * @param key the voucher's {@link #key}
     */
    public String id(String key) {
        StringBuilder text = new StringBuilder(512).append(key).append('\n').append(date)
                .append(' ').append(kind).append(' ').append(corrects).append('\n')
                .append(summary);
        for (Posting line : postings) {
            text.append('\n').append(line.account().value()).append(' ').append(line.side())
                    .append(' ').append(line.amount().minor()).append(' ').append(line.party());
            if (line.details() != Posting.Details.NONE) {
                details(line.details(), text);
            }
        }
        byte[] hash = Sha256.digest().digest(text.toString().getBytes(UTF_8));
        return "import:" + HexFormat.of().formatHex(hash, 0, 16);
    }

    private static void details(Posting.Details details, StringBuilder text) {
        text.append('\t').append(details.memo());
        for (Account.Dimension dimension : details.dimensions().keySet()) {
            text.append('\t').append(dimension).append('=')
                    .append(details.dimensions().get(dimension));
        }
        details.foreign().ifPresent(foreign -> text.append('\t').append(foreign.amount())
                .append(foreign.amount().currency()));
        details.quantity().ifPresent(units -> text.append("\tx")
                .append(units.count().stripTrailingZeros().toPlainString()));
        text.append('\t').append(details.cashFlow());
    }

    /**
     * What the book is asked to post.
     *
     * @param id {@link #id}, or of a later time the same voucher is posted
     * @param key {@link #key} of the source
     * @param document SHA-256 of the file
     */
    public Proposal proposal(String id, String key, String document,
            Optional<EntryNumber> takesBack) {
        List<String> all = new ArrayList<>(keys.size() + 1);
        all.add(key);
        all.addAll(keys);
        Evidence place = Evidence.ofField(document, "line:" + line, number);
        return new Proposal(id, date, kind, summary, postings, List.of(place), rule, why, all,
                takesBack, attachments);
    }

    /**
     * Who had a hand in it; who imports it reviews it where the file does not say.
     *
     * @param unsaid who prepared it where the file does not say
     */
    public JournalEntry.Hands hands(String unsaid, String by) {
        return new JournalEntry.Hands(preparer.isEmpty() ? unsaid : preparer,
                reviewer.isEmpty() ? by : reviewer, by);
    }
}
