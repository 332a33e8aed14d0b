package onebook.app.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for files. The real one opens the system's dialog, which no test can answer. */
public interface Files {
    /** Any number of documents or statements. */
    List<Path> ask(String title);

    /** @param ending of the file's name, with the dot */
    Optional<Path> askOne(String title, String ending);

    Optional<Path> askNew(String title, String suggestedName);

    Optional<Path> askFolder(String title);

    /** Opens the file with the program the system has for it. */
    void show(Path file);
}
