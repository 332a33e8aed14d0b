package onebook.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import onebook.ledger.Side;
import onebook.words.Sentence;

/**
 * One rule as its file states it.
 *
 * @param when condition over the facts of a document or bank line
 * @param summary voucher summary with {names} of facts
 * @param why one sentence for the person who asks; sealed with the entry
 * @param english the same for a person who reads English; may be left out of the file
 */
public record PostingRule(String id, String when, String summary, String why, String english,
        @JsonProperty("post") List<Line> lines) {

    public PostingRule {
        english = english == null ? why : english;
    }

    /** Why it books, in both languages. */
    public Sentence reason() {
        return new Sentence(why, english);
    }

    /** One side is given: an account code, "cash" or "by-category". */
    public record Line(String debit, String credit, String amount, String party) {
        public Side side() {
            return debit != null ? Side.DEBIT : Side.CREDIT;
        }

        public String account() {
            return debit != null ? debit : credit;
        }
    }

    /** The rules of one file, in order of trial. */
    public record File(int version, String validFrom, String author, List<PostingRule> invoices,
            List<PostingRule> bank) { }
}
