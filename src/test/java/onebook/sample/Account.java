package onebook.sample;

/**
 * A bank account or wallet of the company.
 *
 * @param code detail account in the books, "1002.01"
 * @param layout how its statements look
 */
public record Account(String code, Layout layout, String bank, String number) {
    /** The form a bank gives its statements. */
    public enum Layout { ABC, CMB, CCB, ICBC, BOC, ALIPAY }
}
