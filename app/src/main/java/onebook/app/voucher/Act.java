package onebook.app.voucher;

import java.util.Locale;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What may be done with a voucher, each with its key. */
enum Act {
    NEW("F7", "button-outlined", Material2OutlinedAL.ADD),
    DELETE("Shortcut+Delete", "flat", Material2OutlinedAL.DELETE),
    UNREVIEW("F8", "flat", Material2OutlinedMZ.UNDO),
    SAVE("Shortcut+S", "button-outlined", Material2OutlinedMZ.SAVE_ALT),
    REVIEW("F8", "button-outlined", Material2OutlinedAL.CHECK),
    POST("Shortcut+Enter", "accent", Material2OutlinedAL.LOCK);

    private final KeyCombination key;
    private final String style;
    private final Ikon icon;

    Act(String key, String style, Ikon icon) {
        this.key = KeyCombination.valueOf(key);
        this.style = style;
        this.icon = icon;
    }

    KeyCombination key() {
        return key;
    }

    /** "Ctrl+S", as the machine writes it. */
    String keyName() {
        return key.getDisplayText().replace("↵", "Enter");
    }

    String style() {
        return style;
    }

    Ikon icon() {
        return icon;
    }

    /** "voucher.save" */
    String text() {
        return "voucher." + name().toLowerCase(Locale.ROOT);
    }
}
