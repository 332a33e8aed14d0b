package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import onebook.document.Document;
import onebook.document.Encoding;
import onebook.document.Inbox;
import onebook.document.Refused;
import onebook.document.Taken;
import onebook.ledger.Refusal;
import onebook.store.SourceTables;

/**
 * A file that something is made of: copied to the evidence first, so that what is read is what is
 * kept, and taken away again where nothing came of it.
 */
final class EvidenceFile {
    /** Text is streamed, so that a book of years may come in one file. */
    private static final long MOST_BYTES = 400L << 20;

    private final OpenBook open;
    private final Taken.Kept kept;

    private EvidenceFile(OpenBook open, Taken.Kept kept) {
        this.open = open;
        this.kept = kept;
    }

    /** Throws {@link RefusedException} where the file stays outside. */
    static EvidenceFile take(OpenBook open, Path file) {
        Taken taken = Inbox.take(file, open.evidence(), MOST_BYTES);
        if (taken instanceof Taken.Declined declined) {
            throw declined(file, declined);
        }
        return new EvidenceFile(open, (Taken.Kept) taken);
    }

    /** A text that is damaged is told as such, with its line. */
    private static RefusedException declined(Path file, Taken.Declined declined) {
        try {
            if (declined.refusal() == Refusal.FILE_IS_NOT_A_KNOWN_FORMAT) {
                Encoding.of(file);
            }
        } catch (Refused better) {
            return refused(declined.name(), better);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new RefusedException(declined.refusal(), declined.name() + ", "
                + declined.detail());
    }

    private static RefusedException refused(String name, Refused why) {
        return new RefusedException(why.refusal(), name + ", " + why.getMessage());
    }

    Document document() {
        return kept.document();
    }

    /** What reads the file may refuse it. */
    interface Reading<T> {
        T made() throws Refused;
    }

    <T> T reading(Reading<T> reading) {
        try {
            return reading.made();
        } catch (Refused why) {
            throw refused(document().name(), why);
        }
    }

    private boolean isSealed() {
        return open.journal().sources().documents().stream()
                .anyMatch(known -> known.id().equals(document().id()));
    }

    /** The file stands in the log before what is made of it. Requires a transaction. */
    void seal(String channel) {
        if (isSealed()) {
            return;
        }
        Document file = document();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sha256", file.id());
        body.put("media", file.media().name().toLowerCase(Locale.ROOT));
        body.put("size", file.size());
        body.put("name", file.name());
        body.put("channel", channel);
        open.journal().document(new SourceTables.DocumentRow(file.id(), file.name(),
                file.media().name(), file.size(), file.path().getFileName().toString()), body);
    }

    /** What nothing was made of leaves nothing behind. */
    void takeAwayUnlessSealed() {
        if (kept.isNew() && !isSealed()) {
            try {
                Files.deleteIfExists(document().path());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
