package onebook.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import onebook.document.Document;
import onebook.document.Reading;

/** Files as documents, for tests of readers. */
final class StatementFiles {
    private StatementFiles() { }

    static Reading<Statement> read(Path path) {
        return new StatementReader().read(document(path));
    }

    static Reading<Statement> read(Path folder, String name, byte[] bytes) {
        try {
            return read(Files.write(folder.resolve(name), bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Document document(Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            String id = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new Document(id, path.getFileName().toString(), Document.Media.UNKNOWN,
                    bytes.length, path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
