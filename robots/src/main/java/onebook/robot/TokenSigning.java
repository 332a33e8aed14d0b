package onebook.robot;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.Posting;
import onebook.ledger.Refusal;
import onebook.seal.TokenKey;
import onebook.seal.TokenStatement;

/**
 * Signs approvals with the token of whoever is signed on. What it gives belongs into the next leaf
 * of the log and into no other.
 */
final class TokenSigning {
    private static final String SIGNATURE = "token_signature";
    private final OpenBook open;
    private final boolean isRehearsal;

    private TokenSigning(OpenBook open, boolean isRehearsal) {
        this.open = open;
        this.isRehearsal = isRehearsal;
    }

    static TokenSigning of(OpenBook open) {
        return new TokenSigning(open, false);
    }

    /** For a dry run: nothing is signed that will not be kept. */
    static TokenSigning rehearsal(OpenBook open) {
        return new TokenSigning(open, true);
    }

    /** True where somebody has to sign and holds no token. */
    boolean isMissing(String by) {
        return !isRehearsal && open.session().roster().mustSign(by)
                && open.session().token().isEmpty();
    }

    void mayApprove(String by) {
        if (isMissing(by)) {
            throw new RefusedException(Refusal.TOKEN_IS_NEEDED, by);
        }
    }

    /** What a review's leaf says more; nothing where no token is held. */
    Map<String, Object> review(String by, String draftSha256, LocalDate date,
            List<Posting> postings) {
        String lines = TokenStatement.lines(date, postings);
        Map<String, Object> more = new TreeMap<>(signed(by, place ->
                TokenStatement.review(origin(), by, draftSha256, place, lines)));
        if (!more.isEmpty()) {
            more.put("lines_sha256", lines);
        }
        return more;
    }

    /** What a close's leaf says more; nothing where no token is held. */
    Map<String, Object> close(String by, TokenStatement.Month month) {
        return signed(by, place -> TokenStatement.close(origin(), by, place, month));
    }

    static boolean isSigned(Map<String, Object> body) {
        return body.containsKey(SIGNATURE);
    }

    private interface Text {
        String at(long place);
    }

    private Map<String, Object> signed(String by, Text text) {
        mayApprove(by);
        Optional<HeldToken> token = open.session().token().filter(held -> !isRehearsal);
        if (token.isEmpty()) {
            return Map.of();
        }
        TokenKey known = open.session().roster().find(by).flatMap(one -> one.token().key())
                .orElseThrow(() -> new RefusedException(Refusal.TOKEN_IS_NOT_REGISTERED, by));
        if (!known.equals(token.get().key())) {
            throw new RefusedException(Refusal.TOKEN_IS_ANOTHER, by);
        }
        return Map.of(SIGNATURE, Map.of("alg", known.alg(), "signature",
                signature(token.get(), text.at(place(open)))));
    }

    /** What the token gave is tried before it is believed. */
    static String signature(HeldToken token, String text) {
        String signature = token.sign(text);
        if (!token.key().isSigned(text, signature)) {
            throw new RefusedException(Refusal.TOKEN_DOES_NOT_SIGN,
                    "its signature does not hold");
        }
        return signature;
    }

    static long place(OpenBook open) {
        return open.unguarded().edge().size();
    }

    private String origin() {
        return Keyring.origin(open.company());
    }
}
