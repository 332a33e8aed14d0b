/**
 * The lender package: what a company hands over so that a stranger can check its book.
 *
 * <p>{@link onebook.lender.PackageWriter} puts leaves, proofs, books and documents into one strict
 * file; {@link onebook.lender.PackageVerifier} is a pure function from such a file and a policy
 * known from outside to a {@link onebook.lender.Verdict}. It trusts nothing inside the file,
 * computes every table again, and calls what remains a difference to explain, never a fraud. The
 * verifier imports java.base, {@code ledger}, {@code seal} and {@code report} only, so that it runs
 * on a bare JRE without this program; nothing here reads a database, a clock or the network.
 */
package onebook.lender;
