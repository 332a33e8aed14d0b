package onebook.lender;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import onebook.ledger.Account;
import onebook.ledger.Period;
import onebook.seal.Sha256;
import onebook.seal.Signer;

/**
 * What goes into a package.
 *
 * @param leaves all leaves of the log, as the book keeps them
 * @param checkpointNote the signed checkpoint over exactly these leaves
 * @param signer the key of the log, which signs the manifest too
 * @param documents content by name, "<sha256>.<extension>"
 * @param statementsXlsx the statements as a workbook; informative, the CSV tables are what is
 *     checked
 * @param profile "invoice-loan" or "tax-loan"
 * @param lender whom it is for
 * @param chart the accounts the book began with; later ones come with their leaves
 * @param hiding what of the leaves the lender does not get
 */
public record LenderPackage(List<byte[]> leaves, String checkpointNote, Signer signer,
        Map<String, byte[]> documents, byte[] statementsXlsx, String profile, Period from,
        Period to, String lender, List<Account> chart, Hiding hiding) {
    static final Pattern DOCUMENT_NAME = Pattern.compile("[0-9a-f]{64}\\.[a-z0-9]{1,8}");

    /** A package in which nothing is hidden. */
    public LenderPackage(List<byte[]> leaves, String checkpointNote, Signer signer,
            Map<String, byte[]> documents, byte[] statementsXlsx, String profile, Period from,
            Period to, String lender, List<Account> chart) {
        this(leaves, checkpointNote, signer, documents, statementsXlsx, profile, from, to, lender,
                chart, Hiding.NOTHING);
    }

    public LenderPackage {
        leaves = List.copyOf(leaves);
        documents = Map.copyOf(documents);
        chart = List.copyOf(chart);
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
        documents.forEach((name, content) -> {
            if (!DOCUMENT_NAME.matcher(name).matches() || !name.startsWith(Sha256.hex(content))) {
                throw new IllegalArgumentException("a document is named by its hash: " + name);
            }
        });
    }
}
