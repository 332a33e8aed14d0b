package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.bank.LineIdentity;
import onebook.bank.Statement;
import onebook.bank.StatementLine;
import onebook.bank.StatementReader;
import onebook.document.Document;
import onebook.document.Inbox;
import onebook.document.Taken;
import onebook.invoice.Invoice;
import onebook.invoice.InvoiceLine;
import onebook.invoice.InvoiceReader;
import onebook.ledger.Refusal;
import onebook.rules.CompanyProfile;
import onebook.store.SourceTables;

/** Files come in: kept as evidence, read once, sealed as leaves with the bank lines they hold. */
final class Intake {
    /** A file that was kept and read, or a refusal; exactly one is present. */
    record Item(Optional<Document> document, Optional<Taken.Declined> declined) { }

    /** A leaf holds at most 65,535 bytes; longer invoices are sealed by their totals and file. */
    private static final int LINES_IN_A_LEAF = 100;

    private final OpenBook open;
    private final RunReport.Progress progress;
    private final InvoiceReader invoices = new InvoiceReader();
    private final StatementReader statements = new StatementReader();

    Intake(OpenBook open, RunReport.Progress progress) {
        this.open = open;
        this.progress = progress;
    }

    /** Files of a folder and below, in order of name; hidden ones left out. */
    static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder.toRealPath())) {
            return paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Copies to the evidence folder and reads what was never read. Writes no history. */
    List<Item> read(List<Path> files) {
        List<Item> items = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        open.journal().sources().documents().forEach(known -> seen.add(known.id()));
        for (Path file : files) {
            if (!progress.at("read " + file.getFileName(), items.size(), files.size())) {
                throw new RefusedException(Refusal.RUN_WAS_STOPPED, "reading");
            }
            Taken taken = Inbox.take(file, open.evidence());
            if (taken instanceof Taken.Declined declined) {
                items.add(new Item(Optional.empty(), Optional.of(declined)));
            } else if (taken instanceof Taken.Kept kept && seen.add(kept.document().id())) {
                reading(kept.document());
                items.add(new Item(Optional.of(kept.document()), Optional.empty()));
            }
        }
        return items;
    }

    private StoredReading reading(Document document) {
        Optional<String> known = open.journal().sources().reading(document.id());
        if (known.isPresent()) {
            return Json.read(known.get(), StoredReading.class);
        }
        StoredReading reading = StoredReading.isTable(document.media())
                ? new StoredReading(Optional.empty(), Optional.of(statements.read(document)))
                : new StoredReading(Optional.of(invoices.read(document)), Optional.empty());
        if (!open.journal().isReadOnly()) {
            open.journal().reading(document.id(), Json.write(reading));
        }
        return reading;
    }

    /** Seals what was read. Requires a transaction. */
    void add(List<Item> items, Diff diff) {
        for (Item item : items) {
            item.declined().ifPresent(one ->
                    diff.declined(one.name(), one.refusal(), one.detail()));
            item.document().ifPresent(document -> add(document, diff));
        }
    }

    private void add(Document document, Diff diff) {
        StoredReading reading = reading(document);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sha256", document.id());
        body.put("media", document.media().name().toLowerCase(java.util.Locale.ROOT));
        body.put("size", document.size());
        body.put("name", document.name());
        body.put("channel", "file");
        reading.invoice().flatMap(one -> one.value())
                .ifPresent(one -> body.put("invoice", of(one)));
        open.journal().document(new SourceTables.DocumentRow(document.id(), document.name(),
                document.media().name(), document.size(),
                document.path().getFileName().toString()), body);
        diff.document(document.name(), reading.invoice()
                .map(one -> one.kind() + " " + one.source())
                .orElse(reading.statement().map(one -> "statement " + one.layout())
                        .orElse("unknown")));
        reading.statement().ifPresent(statement -> lines(document, statement, diff));
    }

    /** What is sealed of an invoice. */
    static Map<String, Object> of(Invoice invoice) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("key", invoice.key());
        body.put("type", invoice.type());
        body.put("number", invoice.number());
        body.put("date", invoice.date().toString());
        body.put("seller_name", invoice.seller().name());
        body.put("seller_tax_id", invoice.seller().taxId());
        body.put("buyer_name", invoice.buyer().name());
        body.put("buyer_tax_id", invoice.buyer().taxId());
        body.put("net", invoice.net().toString());
        body.put("tax", invoice.tax().toString());
        body.put("gross", invoice.gross().toString());
        body.put("line_count", (long) invoice.lines().size());
        if (invoice.lines().size() <= LINES_IN_A_LEAF) {
            body.put("lines", invoice.lines().stream().map(Intake::of).toList());
        }
        return body;
    }

    private static Map<String, Object> of(InvoiceLine line) {
        return Map.of("name", line.name(), "category", line.category(),
                "net", line.net().toString(), "rate", line.rate(), "tax", line.tax().toString());
    }

    /** Lines of a statement that can be trusted: of our account, without a broken balance. */
    private void lines(Document document, Statement statement, Diff diff) {
        Optional<CompanyProfile.Cash> cash = open.profile().cash(statement.account().number());
        if (cash.isEmpty() || statement.proof() == Statement.Proof.BROKEN) {
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sha256", document.id());
        body.put("account", cash.get().account());
        body.put("layout", statement.layout());
        statement.opening().ifPresent(money -> body.put("opening", money.toString()));
        statement.closing().ifPresent(money -> body.put("closing", money.toString()));
        body.put("count", (long) statement.lines().size());
        body.put("proof", statement.proof().name());
        open.journal().leaf("bankstmt", "", body, List.of());
        int added = 0;
        for (LineIdentity.Identified line
                : LineIdentity.ofAll(cash.get().number(), statement.lines())) {
            if (!open.journal().sources().hasBankLine(line.id())) {
                Map<String, Object> sealed = of(line.line());
                sealed.put("account", cash.get().account());
                sealed.put("line_id", line.id());
                sealed.put("sha256", document.id());
                sealed.put("row", (long) line.line().row());
                open.journal().bankLine(new SourceTables.BankLineRow(line.id(),
                        cash.get().account(), document.id(), Json.write(line.line())), sealed);
                added++;
            }
        }
        diff.bankLines(cash.get().account(), added);
    }

    /** What is sealed of a bank line, beside whose it is and where it stands. */
    static Map<String, Object> of(StatementLine line) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("date", line.date().toString());
        body.put("time", line.time());
        body.put("amount", line.amount().toString());
        line.balance().ifPresent(balance -> body.put("balance", balance.toString()));
        body.put("party", line.party());
        body.put("memo", line.memo());
        body.put("reference", line.reference());
        return body;
    }
}
