package onebook.sample;

/**
 * A company that trades.
 *
 * @param known it stands in the company's master data
 */
public record Party(String name, String taxId, Region region, String bank, String account,
        boolean known) {

    /** The name as a bank may print it: full-width brackets become half-width ones. */
    public String printed(boolean narrow) {
        return narrow ? name.replace('（', '(').replace('）', ')') : name;
    }
}
