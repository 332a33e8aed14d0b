package onebook.lender;

/**
 * Something the reader of a package should know; a question, not a verdict on people.
 *
 * @param id what was tested ("POP-BALANCE"); INT-… are failures of integrity
 * @param zh one sentence in Chinese
 * @param en the same in English
 */
public record Finding(String id, Severity severity, String zh, String en) {

    /** S1 stop; S2 ask before lending; S3 ask; S4 for information. */
    public enum Severity { S1, S2, S3, S4 }

    static Finding broken(String id, String zh, String en) {
        return new Finding(id, Severity.S1, zh, en);
    }
}
