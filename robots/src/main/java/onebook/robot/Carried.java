package onebook.robot;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import onebook.ledger.Refusal;
import onebook.print.QrPicture;

/** Texts that are carried to somebody and back, as files or as pictures. */
public final class Carried {
    private static final long MOST_BYTES = 1_000_000;

    private Carried() { }

    /** As a picture of a QR code where the target's name ends in .png, else as a text. */
    public static Path write(String text, Path target) {
        if (target.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            picture(text, target);
        } else {
            Deliverables.atomically(target, path -> Files.writeString(path, text));
        }
        return target;
    }

    /** Refuses what no QR code holds. */
    public static void picture(String text, Path target) {
        if (text.getBytes(StandardCharsets.UTF_8).length > QrPicture.MOST_BYTES) {
            throw new RefusedException(Refusal.FILE_IS_TOO_LARGE,
                    "no QR code holds it; carry the request as a file");
        }
        Deliverables.atomically(target, path -> Files.write(path, QrPicture.png(text)));
    }

    /** Refuses what cannot be read, is no UTF-8 or is larger than a megabyte. */
    public static String read(Path file) {
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
