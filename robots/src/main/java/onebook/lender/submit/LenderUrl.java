package onebook.lender.submit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import onebook.ledger.Refusal;

/**
 * Where a lender's server is: https, or http to this computer.
 *
 * @param text in one form: small letters, no default port, no slash at the end
 */
public record LenderUrl(String text) {
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9~_-][A-Za-z0-9._~-]*)*");

    public LenderUrl {
        if (!text.equals(form(text))) {
            throw wrong(text);
        }
    }

    /** Throws {@link SubmissionRefused} with CONNECTION_IS_NOT_SAFE on any other address. */
    public static LenderUrl parse(String text) {
        return new LenderUrl(form(text.strip()));
    }

    private static String form(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            String path = String.valueOf(uri.getRawPath()).replaceFirst("/$", "");
            boolean isSafe = scheme.equals("https")
                    || scheme.equals("http") && THIS_COMPUTER.contains(host);
            boolean isPlain = uri.getHost() != null && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null && uri.getRawFragment() == null
                    && PATH.matcher(path).matches();
            if (!isSafe || !isPlain) {
                throw wrong(text);
            }
            int usual = scheme.equals("https") ? 443 : 80;
            boolean isUsual = uri.getPort() < 0 || uri.getPort() == usual;
            return scheme + "://" + host + (isUsual ? "" : ":" + uri.getPort()) + path;
        } catch (URISyntaxException wrong) {
            throw wrong(text);
        }
    }

    private static SubmissionRefused wrong(String text) {
        return new SubmissionRefused(Refusal.CONNECTION_IS_NOT_SAFE, text);
    }

    /** Host and, where it is no usual one, port. */
    public String host() {
        return URI.create(text).getRawAuthority();
    }

    String at(String path) {
        return text + "/" + path;
    }

    /** What a Location header of this server names; refuses what lies elsewhere. */
    String within(String location) {
        String whole = URI.create(text + "/").resolve(location).toString();
        if (!whole.matches(Pattern.quote(text) + "/uploads/[0-9a-f]{32}")) {
            throw new SubmissionRefused(Refusal.LENDER_REFUSED_THIS,
                    "it names a place outside of its own address");
        }
        return whole;
    }
}
