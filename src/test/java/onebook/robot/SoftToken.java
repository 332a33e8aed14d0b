package onebook.robot;

import onebook.ledger.Refusal;
import onebook.seal.SoftKey;
import onebook.seal.TokenKey;

/** A token without hardware; it counts what it signs and can be pulled out. */
final class SoftToken implements HeldToken {
    private final SoftKey soft;
    private int signed;
    private boolean isLocked;
    private boolean isGone;
    private boolean isBroken;

    SoftToken(SoftKey soft) {
        this.soft = soft;
    }

    static SoftToken create() {
        return new SoftToken(SoftKey.p256());
    }

    SoftToken pulled() {
        isGone = true;
        return this;
    }

    SoftToken broken() {
        isBroken = true;
        return this;
    }

    int signed() {
        return signed;
    }

    boolean isLocked() {
        return isLocked;
    }

    @Override
    public TokenKey key() {
        return soft.key();
    }

    @Override
    public String sign(String text) {
        if (isGone) {
            throw new RefusedException(Refusal.TOKEN_DOES_NOT_SIGN, "CKR_DEVICE_REMOVED");
        }
        signed++;
        return soft.sign(isBroken ? text + "x" : text);
    }

    @Override
    public void close() {
        isLocked = true;
    }
}
