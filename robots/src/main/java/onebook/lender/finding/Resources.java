package onebook.lender.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables under templates/, which the verifier carries within itself. */
public final class Resources {
    private Resources() { }

    /** Requires that it is there. */
    public static String text(String path) {
        try (InputStream in = Resources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Without the header. */
    static List<String> lines(String path) {
        return text(path).lines().skip(1).filter(line -> !line.isBlank()).toList();
    }
}
