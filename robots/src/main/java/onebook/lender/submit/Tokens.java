package onebook.lender.submit;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import onebook.seal.CanonicalJson;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;

/**
 * Who may use a registry, by the SHA-256 of a token: the token itself is not kept. Lines {@code
 * borrower|lender SHA256 NAME}; a line that begins with # says nothing.
 */
public final class Tokens {
    private static final int SHORTEST = 20;
    private final Map<String, Holder> holders = new HashMap<>();

    /** Of one lender: its borrowers, or itself. */
    public enum Role { BORROWER, LENDER }

    /** @param lender its name */
    public record Holder(String lender, Role role) { }

    private Tokens() { }

    /** Nobody may. */
    public static Tokens none() {
        return new Tokens();
    }

    /** Throws {@link MalformedException} with the number of the line that is wrong. */
    public static Tokens parse(String text) {
        Tokens tokens = new Tokens();
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                tokens.add(line.strip(), number);
            }
        }
        return tokens;
    }

    // lender 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 徽商银行
    private void add(String line, int number) {
        String[] words = line.split(" +", 3);
        boolean fits = words.length == 3 && words[0].matches("borrower|lender")
                && words[1].matches("[0-9a-f]{64}") && Receipt.isName(words[2]);
        if (!fits || holders.containsKey(words[1])) {
            throw new MalformedException("line " + number
                    + " is not: borrower or lender, SHA-256 of its token, name");
        }
        Role role = words[0].equals("lender") ? Role.LENDER : Role.BORROWER;
        holders.put(words[1], new Holder(words[2], role));
    }

    /** Of an Authorization header; looked up by hash, so that time tells nothing about tokens. */
    Optional<Holder> of(String authorization) {
        if (!authorization.startsWith("Bearer ")) {
            return Optional.empty();
        }
        String token = authorization.substring("Bearer ".length());
        MessageDigest digest = Sha256.digest();
        digest.update(CanonicalJson.utf8(token));
        return token.length() < SHORTEST ? Optional.empty()
                : Optional.ofNullable(holders.get(
                        HexFormat.of().formatHex(digest.digest())));
    }
}
