package onebook.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import onebook.Tree;
import onebook.document.Document;
import onebook.document.Inbox;
import onebook.document.Reading;
import onebook.document.Taken;

/** Reads files as the robots do. */
final class Papers {
    /** The documents that come with OneBook; seed 2026 of the generator drew them. */
    static final long SEED = 2026;

    private static final InvoiceReader READER = new InvoiceReader();

    private Papers() { }

    static Path sample(String name) {
        return Tree.root()
                .resolve("templates/sample/inputs/documents").resolve(name);
    }

    static Document document(Path file) {
        Taken taken = Inbox.look(file);
        assertThat(taken).as(file.toString()).isInstanceOf(Taken.Kept.class);
        return ((Taken.Kept) taken).document();
    }

    static Reading<Invoice> read(Path file) {
        return READER.read(document(file));
    }
}
