package onebook.app.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The dialogs of the operating system; each begins in the folder used last. */
public final class SystemFiles implements Files {
    private final Supplier<Window> owner;
    private final Consumer<String> shower;
    private File folder;

    /** @param shower given the address of a file to open */
    public SystemFiles(Supplier<Window> owner, Consumer<String> shower) {
        this.owner = owner;
        this.shower = shower;
    }

    @Override
    public List<Path> ask(String title) {
        List<File> chosen = chooser(title).showOpenMultipleDialog(owner.get());
        return chosen == null ? List.of() : chosen.stream().map(this::remembered).toList();
    }

    @Override
    public Optional<Path> askOne(String title, String ending) {
        FileChooser chooser = chooser(title);
        if (!ending.isEmpty()) {
            chooser.getExtensionFilters().add(
                    new FileChooser.ExtensionFilter("*" + ending, "*" + ending));
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("*", "*"));
        }
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(this::remembered);
    }

    @Override
    public Optional<Path> askNew(String title, String suggestedName) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(this::remembered);
    }

    @Override
    public Optional<Path> askFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing());
        return Optional.ofNullable(chooser.showDialog(owner.get())).map(this::remembered);
    }

    @Override
    public void show(Path file) {
        shower.accept(file.toUri().toString());
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing());
        return chooser;
    }

    private File existing() {
        return folder != null && folder.isDirectory() ? folder : null;
    }

    private Path remembered(File chosen) {
        folder = chosen.getParentFile();
        return chosen.toPath();
    }
}
