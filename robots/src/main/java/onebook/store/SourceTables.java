package onebook.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The tables of what entries are made from: documents, their readings, bank lines. */
public final class SourceTables {
    private final BookFile file;

    SourceTables(BookFile file) {
        this.file = file;
    }

    /** The folder of the documents' files; those of an encrypted book are plain through it only. */
    public Path evidence() {
        return file.database().evidence();
    }

    /** The same folder as others see it: encrypted where the book is. */
    public Path evidenceOnDisk() {
        return file.database().evidenceOnDisk();
    }

    void add(DocumentRow document, long leaf) {
        file.run("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)", document.id(), document.name(),
                document.media(), document.size(), document.file(), leaf);
        KeptRows.follow(file, "document", document.id());
    }

    public List<DocumentRow> documents() {
        return file.all("SELECT id, name, media, size, file FROM document ORDER BY leaf",
                row -> new DocumentRow(row.getString(1), row.getString(2), row.getString(3),
                        row.getLong(4), row.getString(5)));
    }

    /** A document has one reading; a later one takes its place. */
    void setReading(String document, String json) {
        file.run("INSERT OR REPLACE INTO reading VALUES (?, ?)", document, json);
        KeptRows.follow(file, "reading", document);
    }

    public Optional<String> reading(String document) {
        return file.one("SELECT json FROM reading WHERE document = ?",
                row -> row.getString(1), document);
    }

    void add(BankLineRow line, long leaf) {
        file.run("INSERT INTO bank_line VALUES (?, ?, ?, ?, ?)", line.id(), line.account(),
                line.document(), line.json(), leaf);
        KeptRows.follow(file, "bank_line", line.id());
    }

    public List<BankLineRow> bankLines() {
        return file.all("SELECT id, account, document, json FROM bank_line ORDER BY leaf",
                row -> new BankLineRow(row.getString(1), row.getString(2), row.getString(3),
                        row.getString(4)));
    }

    public boolean hasBankLine(String id) {
        return file.one("SELECT 1 FROM bank_line WHERE id = ?", row -> 1, id).isPresent();
    }

    /** A document as the book lists it; {@code file} is its name in the evidence folder. */
    public record DocumentRow(String id, String name, String media, long size, String file) { }

    /** A bank line: {@code account} is the code of the chart, {@code json} the line as read. */
    public record BankLineRow(String id, String account, String document, String json) { }
}
