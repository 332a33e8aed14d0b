package onebook.lender.submit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.seal.MalformedException;
import onebook.seal.Verifier;

/**
 * The keys of lenders by address, in a text file of lines {@code ADDRESS VKEY}: a key that was seen
 * or given once is demanded ever after.
 */
public final class KnownLenders {
    private static final int LARGEST = 1 << 20;
    private final Path file;

    public KnownLenders(Path file) {
        this.file = file;
    }

    /** The one of this user, which all books share. */
    public static KnownLenders ofUser() {
        Path home = Path.of(System.getProperty("onebook.home",
                Path.of(System.getProperty("user.home", "."), ".onebook").toString()));
        return new KnownLenders(home.resolve("lenders.txt"));
    }

    synchronized Optional<Verifier> of(LenderUrl url) throws IOException {
        // https://lender.example/onebook lender.example+c74f20a3+ARpc2QcUPDhM…
        for (String line : lines()) {
            String[] words = line.split(" ");
            if (words.length == 2 && words[0].equals(url.text())) {
                try {
                    return Optional.of(Verifier.parse(words[1]));
                } catch (MalformedException wrong) {
                    throw new SubmissionRefused(Refusal.LENDER_KEY_IS_ANOTHER,
                            file + " holds no key for " + url.text());
                }
            }
        }
        return Optional.empty();
    }

    synchronized void remember(LenderUrl url, Verifier key) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.removeIf(line -> line.startsWith(url.text() + " "));
        lines.add(url.text() + " " + key.vkey());
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile.write(file,
                (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private List<String> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        if (Files.size(file) > LARGEST) {
            throw new SubmissionRefused(Refusal.FILE_IS_TOO_LARGE, file.toString());
        }
        return Files.readString(file).lines().toList();
    }
}
