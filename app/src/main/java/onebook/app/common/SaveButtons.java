package onebook.app.common;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Saves what a page shows as a sheet or on paper; also where the book may only be read. */
public final class SaveButtons {

    /** What is saved. */
    public interface Saved {
        /** How a file of it would be called, without ending; empty where nothing is shown. */
        Optional<String> name();

        /** Called off the window's thread. */
        Writing writing();
    }

    /** Writes what was shown when the button was pressed. */
    public interface Writing {
        /** @param target ends in .xlsx or .pdf */
        void to(Path target) throws Exception;
    }

    private final Workplace at;
    private final Saved saved;
    private final HBox view;

    /** @param id of the buttons, before "-xlsx" and "-pdf" */
    public SaveButtons(Workplace at, String id, Saved saved) {
        this.at = at;
        this.saved = saved;
        view = Nodes.row(8, button(id, "save.xlsx", ".xlsx", Material2OutlinedMZ.SAVE_ALT),
                button(id, "save.pdf", ".pdf", Material2OutlinedAL.INSERT_DRIVE_FILE));
    }

    public Node view() {
        return view;
    }

    private Button button(String id, String key, String ending, Ikon icon) {
        String title = at.text(key);
        Button button = Nodes.button(title, icon, "button-outlined", () -> save(title, ending));
        button.setId(id + ending.replace('.', '-'));
        button.disableProperty().bind(at.tasks().isBusy());
        return button;
    }

    private void save(String title, String ending) {
        saved.name().flatMap(name -> at.files().askNew(title, name + ending)).ifPresent(chosen -> {
            Path file = withEnding(chosen, ending);
            Writing writing = saved.writing();
            at.tasks().command(title, progress -> {
                writing.to(file);
                return file;
            }, done -> at.notices().done(at.text("saved", done)));
        });
    }

    private static Path withEnding(Path chosen, String ending) {
        String name = chosen.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? chosen
                : chosen.resolveSibling(name + ending);
    }
}
