package onebook.lender;

import java.util.List;
import onebook.lender.finding.Answers;
import onebook.seal.TokenChain;

/**
 * What the verifier says of a package.
 *
 * @param exitCode 0 verified, 1 integrity failure, 2 policy not met, 3 malformed, 4 verified with
 *     findings
 * @param findings the gravest first
 * @param protection what others outside say of the log
 * @param approvals closes and reviews, and how many of them people's tokens signed
 * @param answers tie-out, corroboration, ratios and the page of the loan, computed from the leaves
 */
public record Verdict(int exitCode, List<Finding> findings, Figures figures,
        Protection protection, TokenChain.Counts approvals, Answers answers) {
    public static final int VERIFIED = 0;
    public static final int INTEGRITY_FAILURE = 1;
    public static final int POLICY_NOT_MET = 2;
    public static final int MALFORMED = 3;
    public static final int VERIFIED_WITH_FINDINGS = 4;

    /**
     * What was counted, as far as the check came; empty and 0 beyond that.
     *
     * @param key the vkey known from outside that signed, or empty: identity not verified
     * @param root of the log, base64
     * @param documents files in the package whose hash a leaf names
     */
    public record Figures(String company, String taxId, String key, String origin, long leaves,
            String root, long entries, long documents, String from, String to) {
        static final Figures NONE = new Figures("", "", "", "", 0, "", 0, 0, "", "");
    }

    /** What was found before the leaves were read. */
    public Verdict(int exitCode, List<Finding> findings, Figures figures) {
        this(exitCode, findings, figures, Protection.NONE, TokenChain.Counts.NONE, Answers.NONE);
    }

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** True for 0 and 4. */
    public boolean isVerified() {
        return exitCode == VERIFIED || exitCode == VERIFIED_WITH_FINDINGS;
    }

    /** The exit code in capitals. */
    public String name() {
        return switch (exitCode) {
            case VERIFIED -> "VERIFIED";
            case INTEGRITY_FAILURE -> "INTEGRITY FAILURE";
            case POLICY_NOT_MET -> figures.key().isEmpty() ? "UNVERIFIED IDENTITY"
                    : "POLICY NOT MET";
            case MALFORMED -> "MALFORMED";
            default -> "VERIFIED WITH FINDINGS";
        };
    }
}
