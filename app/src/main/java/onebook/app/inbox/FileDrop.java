package onebook.app.inbox;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import onebook.app.common.Workplace;

/** Files dropped on a window. */
final class FileDrop {
    private FileDrop() { }

    static void on(Node window, Consumer<List<Path>> dropped, Workplace at) {
        window.setOnDragOver(drag -> {
            if (accepts(drag, at)) {
                drag.acceptTransferModes(TransferMode.COPY);
            }
            drag.consume();
        });
        window.setOnDragDropped(drag -> {
            if (accepts(drag, at)) {
                dropped.accept(drag.getDragboard().getFiles().stream().map(File::toPath).toList());
                drag.setDropCompleted(true);
            }
            drag.consume();
        });
    }

    private static boolean accepts(DragEvent drag, Workplace at) {
        return drag.getDragboard().hasFiles() && !at.isReadOnly()
                && !at.tasks().isBusy().get();
    }
}
