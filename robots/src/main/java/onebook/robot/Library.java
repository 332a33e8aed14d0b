package onebook.robot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.bank.Statement;
import onebook.bank.StatementLine;
import onebook.document.Document;
import onebook.document.Inbox;
import onebook.document.Reading;
import onebook.document.Taken;
import onebook.invoice.Invoice;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.store.SourceTables;
import onebook.words.Sentence;

/** The documents of a book with what was read from them, and which entry booked which. */
final class Library {
    private final OpenBook open;

    Library(OpenBook open) {
        this.open = open;
    }

    List<Document> documents() {
        return open.journal().sources().documents().stream().map(this::document).toList();
    }

    Optional<Document> document(String id) {
        return documents().stream().filter(document -> document.id().equals(id)).findFirst();
    }

    /** The id of a file that was taken in. */
    String idOf(Path file) {
        if (Inbox.look(file) instanceof Taken.Kept kept) {
            return kept.document().id();
        }
        throw new RefusedException(Refusal.FILE_IS_BROKEN, file.toString());
    }

    private Document document(SourceTables.DocumentRow row) {
        return new Document(row.id(), row.name(), Document.Media.valueOf(row.media()), row.size(),
                open.evidence().resolve(row.file()));
    }

    Optional<StoredReading> reading(String id) {
        return open.journal().sources().reading(id)
                .map(json -> Json.read(json, StoredReading.class));
    }

    /** Every document that is no statement. */
    List<Paper> papers() {
        List<Paper> papers = new ArrayList<>();
        for (Document document : documents()) {
            reading(document.id()).flatMap(StoredReading::invoice)
                    .ifPresent(reading -> papers.add(new Paper(document, reading)));
        }
        return papers;
    }

    /** Every document that holds a table, with the statement made of it or why there is none. */
    Map<Document, Reading<Statement>> tables() {
        Map<Document, Reading<Statement>> tables = new LinkedHashMap<>();
        Set<String> openings = openings();
        for (Document document : documents()) {
            reading(document.id()).flatMap(StoredReading::bank)
                    .filter(reading -> !openings.contains(document.id()) && !isBooked(document))
                    .ifPresent(reading -> tables.put(document, reading));
        }
        return tables;
    }

    /** The documents that opening balances were posted from. */
    private Set<String> openings() {
        Period first = open.company().from();
        try (Stream<JournalEntry> entries = open.records().entries(Set.of(), first, first)) {
            return entries.filter(entry -> entry.kind() == JournalEntry.Kind.OPENING)
                    .map(entry -> entry.evidence().get(0).document()).collect(Collectors.toSet());
        }
    }

    /** True where a table is no statement because an entry was made of it as a whole. */
    private boolean isBooked(Document document) {
        return open.journal().bookedAs("document:" + document.id()).isPresent();
    }

    /** Every bank line, merged over all statements, with the entry that books it. */
    List<CashAccount.Line> cashLines() {
        return open.journal().sources().bankLines().stream().map(row -> {
            Optional<EntryNumber> entry = open.journal().bookedAs(row.id());
            Sentence why = entry.flatMap(open.journal()::find).map(JournalEntry::why)
                    .map(open.rules()::reason).orElse(Sentence.plain(""));
            return new CashAccount.Line(row.id(), AccountCode.of(row.account()),
                    Json.read(row.json(), StatementLine.class), row.document(), entry, why);
        }).toList();
    }

    /** The invoice that each entry booked, also entries taken back since. */
    Map<EntryNumber, Invoice> invoices() {
        Map<EntryNumber, Invoice> invoices = new LinkedHashMap<>();
        for (Paper paper : papers()) {
            paper.reading().value().ifPresent(invoice -> open.journal()
                    .everBookedAs("document:" + paper.document().id())
                    .forEach(entry -> invoices.put(entry, invoice)));
        }
        return invoices;
    }

    Map<EntryNumber, String> invoiceKeys() {
        Map<EntryNumber, String> keys = new HashMap<>();
        invoices().forEach((entry, invoice) -> keys.put(entry, invoice.key()));
        return keys;
    }

    /** For entries of red invoices, the key of the blue invoice each takes back. */
    Map<EntryNumber, String> originals() {
        Map<EntryNumber, String> originals = new HashMap<>();
        invoices().forEach((entry, invoice) -> invoice.original()
                .ifPresent(number -> originals.put(entry, "invoice:" + number)));
        return originals;
    }
}
