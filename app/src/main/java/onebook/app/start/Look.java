package onebook.app.start;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import onebook.app.settings.Preferences;

/** Colours and the font; the font is our own, for a machine may have none with hanzi. */
public final class Look {
    private static final String FONT = "/templates/fonts/NotoSansSC-Regular.ttf";
    private static final double TEXT_SIZE = 14;

    private Look() { }

    /** Loads the font; gives the name of its family. */
    public static String loadFont() {
        try (InputStream file = Look.class.getResourceAsStream(FONT)) {
            Font font = file == null ? null : Font.loadFont(file, TEXT_SIZE);
            if (font == null) {
                throw new IllegalStateException("the font is missing or broken: " + FONT);
            }
            return font.getFamily();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static void apply(Scene scene, Parent root, Preferences preferences, String family) {
        Application.setUserAgentStylesheet(preferences.isDark()
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet());
        String sheet = Look.class.getResource("/onebook/app/app.css").toExternalForm();
        if (!scene.getStylesheets().contains(sheet)) {
            scene.getStylesheets().add(sheet);
        }
        long size = Math.round(TEXT_SIZE * preferences.textPercent() / 100);
        root.setStyle("-fx-font-family: \"%s\"; -fx-font-size: %dpx;".formatted(family, size));
    }
}
