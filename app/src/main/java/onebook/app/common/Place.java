package onebook.app.common;

import javafx.scene.input.KeyCode;

/** The windows, in order of the navigation, each with the key that opens it beside Ctrl. */
public enum Place {
    INBOX(KeyCode.DIGIT1), VOUCHER(KeyCode.DIGIT2), LEDGER(KeyCode.DIGIT3),
    BOOKS(KeyCode.DIGIT4), STATEMENTS(KeyCode.DIGIT5), BANK(KeyCode.DIGIT6),
    TAX(KeyCode.DIGIT7), SEAL(KeyCode.DIGIT8), LENDER(KeyCode.DIGIT9), ROBOTS(KeyCode.DIGIT0),
    SETTINGS(KeyCode.COMMA);

    private final KeyCode key;

    Place(KeyCode key) {
        this.key = key;
    }

    public KeyCode key() {
        return key;
    }

    /** What stands on the key: "1", ",". */
    public String keyName() {
        return this == SETTINGS ? "," : key.getName();
    }
}
