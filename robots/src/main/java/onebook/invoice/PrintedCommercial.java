package onebook.invoice;

import java.util.List;
import java.util.Optional;
import onebook.document.TextLine;

/** A commercial invoice in English. */
final class PrintedCommercial {
    private PrintedCommercial() { }

    static Optional<Draft> read(List<TextLine> lines, String source) {
        return Optional.empty();
    }
}
