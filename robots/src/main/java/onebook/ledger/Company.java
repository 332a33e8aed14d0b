package onebook.ledger;

/**
 * The legal entity a book belongs to.
 *
 * @param taxId 统一社会信用代码, 18 characters
 * @param from first month of the book
 */
public record Company(String name, String taxId, Taxpayer taxpayer, Period from) {
    /** 小规模纳税人 or 一般纳税人. */
    public enum Taxpayer { SMALL_SCALE, GENERAL }
}
