package onebook.robot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.document.Document;
import onebook.invoice.Invoice;
import onebook.invoice.Original;

/** Which documents are originals, and which prints of e-vouchers lack the file they print. */
final class Originals {
    private final Map<String, Original> kinds = new HashMap<>();
    private final Map<String, String> prints = new HashMap<>();
    private final Set<String> received = new HashSet<>();

    Originals(Library library) {
        for (Paper paper : library.papers()) {
            Original kind = Original.of(paper.reading());
            String id = paper.document().id();
            kinds.put(id, kind);
            paper.reading().value().map(Invoice::key).ifPresent(key -> {
                if (kind == Original.ELECTRONIC_FILE) {
                    prints.put(id, key);
                } else if (kind == Original.THIS_FILE) {
                    received.add(key);
                }
            });
        }
    }

    /** As {@link Original#code()}; empty for a statement or another table. */
    String keep(Document document) {
        return Optional.ofNullable(kinds.get(document.id())).map(Original::code).orElse("");
    }

    /** Why the document alone is no voucher to archive. */
    Optional<String> lacks(Document document) {
        return Optional.ofNullable(prints.get(document.id()))
                .filter(key -> !received.contains(key)).map(key -> document.name()
                        + " is a print of an e-voucher; add the file as it was received (" + key
                        + ")");
    }
}
