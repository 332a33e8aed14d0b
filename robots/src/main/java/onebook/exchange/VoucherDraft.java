package onebook.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;

/** A voucher of which some rows are read. */
final class VoucherDraft {
    /** Before the first row. */
    static final VoucherDraft NONE = new VoucherDraft(0, "", "");

    final int line;
    final String word;
    final String number;
    /** Word and number as the cells are written, to know the rows that belong to it. */
    String writtenWord = "";
    String writtenNumber = "";
    String date = "";
    Optional<LocalDate> day = Optional.empty();
    String summary = "";
    boolean isSound = true;
    boolean isVoid;
    final List<Posting> postings = new ArrayList<>(4);
    String preparer = "";
    String reviewer = "";
    int attachments;
    JournalEntry.Kind kind = JournalEntry.Kind.ORDINARY;
    String corrects = "";
    String rule = "import";
    String why = "";
    List<String> keys = List.of();

    /** @param line where it begins in the file */
    VoucherDraft(int line, String word, String number) {
        this.line = line;
        this.word = word;
        this.number = number;
    }

    /** "记-5"; "0005" and "5" are one number, since spreadsheets drop the noughts. */
    String fullNumber() {
        int nought = 0;
        while (nought < number.length() - 1 && number.charAt(nought) == '0') {
            nought++;
        }
        boolean isWhole = nought > 0 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        String bare = isWhole ? number.substring(nought) : number;
        return word.isEmpty() ? bare : word + "-" + bare;
    }

    /** Requires a day. */
    Voucher voucher() {
        return new Voucher(fullNumber(), line, day.orElseThrow(), kind, summary, postings,
                preparer, reviewer, attachments, corrects, rule, why, keys);
    }
}
