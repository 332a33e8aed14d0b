package onebook.robot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.login.LoginException;
import onebook.ledger.Refusal;
import onebook.seal.CanonicalJson;
import onebook.seal.MalformedException;
import onebook.seal.TokenKey;

/**
 * A token reached through the PKCS#11 library of its maker. The key never leaves it; what it signs
 * with is found by the certificate that stands beside the key, as JDKs find keys.
 */
public final class Pkcs11Token implements HeldToken {
    /** How libraries call what went wrong (PKCS #11 v2.40, 5.1). */
    private static final Pattern CODE = Pattern.compile("\\b(CKR_[A-Z_]+|0x[0-9a-fA-F]{8,16})\\b");
    private static final Map<String, String> PINS = Map.of(
            "CKR_PIN_INCORRECT", "the PIN is wrong; a token locks after a few wrong ones",
            "CKR_PIN_LEN_RANGE", "a PIN of this token has another length",
            "CKR_PIN_INVALID", "a PIN of this token has other characters",
            "CKR_PIN_LOCKED", "no tries are left, the token is locked; its issuer unlocks it",
            "CKR_PIN_EXPIRED", "the PIN has expired; set another with the token's own program",
            "CKR_USER_PIN_NOT_INITIALIZED", "no PIN was ever set; set it with the token's program");

    private final Provider provider;
    private final PrivateKey secret;
    private final TokenKey key;

    /**
     * Where a token is found.
     *
     * @param library file of the maker's library
     * @param slot id of the slot; empty for the first that holds a token
     * @param label of the key; empty where the token holds one key only
     */
    public record Place(Path library, Optional<Long> slot, Optional<String> label) { }

    private Pkcs11Token(Provider provider, PrivateKey secret, TokenKey key) {
        this.provider = provider;
        this.secret = secret;
        this.key = key;
    }

    /** Unlocks the token; the PIN is wiped. Throws {@link RefusedException} where it cannot. */
    public static Pkcs11Token open(Place place, char[] pin) {
        try {
            Provider provider = provider(place);
            KeyStore keys = unlocked(provider, pin);
            return found(provider, keys, place.label());
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private static Provider provider(Path library, String slot) {
        Provider made = Security.getProvider("SunPKCS11");
        if (made == null) {
            throw new RefusedException(Refusal.TOKEN_LIBRARY_CANNOT_BE_LOADED,
                    "this Java has no PKCS#11");
        }
        return made.configure("--name=OneBook\nlibrary=\""
                + library.toString().replace("\\", "\\\\") + "\"\n" + slot + "\n");
    }

    private static Provider provider(Place place) {
        Path library = place.library().toAbsolutePath().normalize();
        if (!Files.isRegularFile(library)
                || library.toString().chars().anyMatch(c -> c < ' ' || c == '"' || c == '$')) {
            throw new RefusedException(Refusal.TOKEN_LIBRARY_CANNOT_BE_LOADED, library.toString());
        }
        try {
            return provider(library, place.slot().map(id -> "slot=" + id)
                    .orElse("slotListIndex=0"));
        } catch (InvalidParameterException | ProviderException wrong) {
            Optional<String> code = code(wrong);
            boolean isSlot = code.filter(one -> one.startsWith("CKR_SLOT")
                    || one.startsWith("CKR_TOKEN") || one.startsWith("CKR_DEVICE")).isPresent()
                    || String.valueOf(wrong.getMessage()).contains("slot");
            throw new RefusedException(isSlot ? Refusal.TOKEN_IS_NOT_IN_THE_SLOT
                    : Refusal.TOKEN_LIBRARY_CANNOT_BE_LOADED,
                    library + code.map(one -> " " + one).orElse(""));
        }
    }

    private static KeyStore unlocked(Provider provider, char[] pin) {
        KeyStore keys;
        try {
            keys = KeyStore.getInstance("PKCS11", provider);
        } catch (GeneralSecurityException | ProviderException none) {
            throw new RefusedException(Refusal.TOKEN_IS_NOT_IN_THE_SLOT, code(none).orElse(""));
        }
        try {
            keys.load(null, pin);
            return keys;
        } catch (IOException | GeneralSecurityException | ProviderException wrong) {
            String code = code(wrong).orElse("");
            boolean isPin = PINS.containsKey(code) || code.isEmpty() && isLogin(wrong);
            throw new RefusedException(isPin ? Refusal.TOKEN_PIN_IS_WRONG
                    : Refusal.TOKEN_IS_NOT_IN_THE_SLOT,
                    (code + " " + PINS.getOrDefault(code, "")).strip());
        }
    }

    private static boolean isLogin(Throwable wrong) {
        return wrong != null && (wrong instanceof LoginException || isLogin(wrong.getCause()));
    }

    private static Pkcs11Token found(Provider provider, KeyStore keys, Optional<String> label) {
        Map<String, TokenKey> known = new TreeMap<>();
        List<String> others = new ArrayList<>();
        try {
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias) && label.map(alias::equals).orElse(true)) {
                    try {
                        known.put(alias, TokenKey.of(keys.getCertificate(alias).getPublicKey()));
                    } catch (MalformedException unusable) {
                        others.add(alias);
                    }
                }
            }
            if (known.isEmpty() && !others.isEmpty()) {
                throw new RefusedException(Refusal.TOKEN_KEY_CANNOT_BE_USED, others.toString());
            }
            if (known.size() != 1) {
                throw new RefusedException(Refusal.TOKEN_HAS_NO_SUCH_KEY, known.isEmpty()
                        ? label.orElse("no key with a certificate")
                        : "name one with --label: " + known.keySet());
            }
            String alias = known.keySet().iterator().next();
            return new Pkcs11Token(provider, (PrivateKey) keys.getKey(alias, null),
                    known.get(alias));
        } catch (GeneralSecurityException | ProviderException wrong) {
            throw new RefusedException(Refusal.TOKEN_HAS_NO_SUCH_KEY, code(wrong).orElse(""));
        }
    }

    @Override
    public TokenKey key() {
        return key;
    }

    @Override
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance(key.signing(), provider);
            signature.initSign(secret);
            signature.update(CanonicalJson.utf8(text));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException | ProviderException gone) {
            throw new RefusedException(Refusal.TOKEN_DOES_NOT_SIGN, code(gone).orElse(""));
        }
    }

    @Override
    public void close() {
        try {
            if (provider instanceof AuthProvider login) {
                login.logout();
            }
        } catch (LoginException | ProviderException gone) {
            return; // a token that was pulled out is locked
        }
    }

    /** What the library said, which never holds a PIN. */
    private static Optional<String> code(Throwable wrong) {
        for (Throwable one = wrong; one != null; one = one.getCause()) {
            Matcher code = CODE.matcher(String.valueOf(one.getMessage()));
            if (code.find()) {
                return Optional.of(code.group(1));
            }
        }
        return Optional.empty();
    }
}
