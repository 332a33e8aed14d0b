package onebook.cli;

import java.nio.file.Path;
import onebook.robot.Carried;
import onebook.robot.RefusedException;

/** A text that a person wrote, in UTF-8. */
final class TextFile {
    private TextFile() { }

    /** Throws {@link RefusedException} where it cannot be read or is larger than a megabyte. */
    static String read(Path file) {
        return Carried.read(file);
    }
}
