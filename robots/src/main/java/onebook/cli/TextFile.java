package onebook.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import onebook.ledger.Refusal;
import onebook.robot.RefusedException;

/** A text that a person wrote, in UTF-8. */
final class TextFile {
    private static final long MOST_BYTES = 1_000_000;

    private TextFile() { }

    /** Throws {@link RefusedException} where it cannot be read or is larger than a megabyte. */
    static String read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new RefusedException(Refusal.FILE_IS_TOO_LARGE, file.toString());
            }
            return Files.readString(file);
        } catch (MalformedInputException notText) {
            throw new RefusedException(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT, file + ": not UTF-8");
        } catch (IOException broken) {
            throw new RefusedException(Refusal.FILE_IS_BROKEN, file.toString());
        }
    }
}
