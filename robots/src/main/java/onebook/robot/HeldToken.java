package onebook.robot;

import onebook.seal.TokenKey;

/** A person's token (U盾, smart card), unlocked with its PIN. */
public interface HeldToken extends AutoCloseable {
    /** The public half of the key it signs with. */
    TokenKey key();

    /**
     * Throws {@link RefusedException} where the token does not sign, or is gone.
     *
     * @param text to be signed in UTF-8
     * @return as {@link TokenKey#isSigned} takes it
     */
    String sign(String text);

    /** Locks it again. */
    @Override
    void close();
}
