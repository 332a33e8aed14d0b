package onebook.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Book;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.MerkleLog;

/**
 * The journal of one book in one SQLite file: appends leaves with the rows that follow from them.
 * Not thread-safe; whoever owns it holds one lock.
 */
public final class SqliteJournal implements Book.Memory, AutoCloseable {
    /** The book kind in every leaf: the one statutory log of a legal entity. */
    public static final String BOOK = "statutory";

    private final BookFile file;
    private final Clock clock;
    private MerkleLog log = new MerkleLog();
    private final Map<EntryNumber, JournalEntry> entries = new LinkedHashMap<>();
    private final Map<EntryNumber, EntryNumber> corrections = new HashMap<>();
    private final Map<Period, Integer> sequences = new HashMap<>();
    private boolean isDamaged;
    private String entity = "";

    private SqliteJournal(BookFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Opens or creates. {@link #isReadOnly()} tells whether another process writes it. */
    public static SqliteJournal open(Path path, Clock clock) {
        SqliteJournal journal = new SqliteJournal(BookFile.open(path), clock);
        try {
            journal.remember();
            return journal;
        } catch (RuntimeException broken) {
            journal.close();
            throw broken;
        }
    }

    public boolean isReadOnly() {
        return file.isReadOnly();
    }

    /** True where a sealed entry cannot be read; nothing may be added then. */
    public boolean isDamaged() {
        return isDamaged;
    }

    /** Everything inside is written, or nothing is. */
    public <T> T transaction(Callable<T> work) {
        try {
            return file.transaction(work);
        } catch (RuntimeException | Error failed) {
            remember();
            throw failed;
        }
    }

    /** Reads the file again: what memory knows is what was committed. */
    public void remember() {
        log = new MerkleLog();
        entries.clear();
        corrections.clear();
        sequences.clear();
        isDamaged = false;
        entity = setting("entity").orElse("");
        file.all("SELECT hash FROM leaf ORDER BY n", row -> row.getBytes(1)).forEach(log::appendHash);
        file.all("SELECT body FROM leaf WHERE kind = 'entry' ORDER BY n", row -> row.getBytes(1))
                .forEach(this::keep);
    }

    private void keep(byte[] body) {
        try {
            keep(Leaf.entryOf(Leaf.parse(body)));
        } catch (MalformedException broken) {
            isDamaged = true;
        }
    }

    private void keep(JournalEntry entry) {
        entries.put(entry.number(), entry);
        entry.corrects().ifPresent(wrong -> corrections.put(wrong, entry.number()));
        sequences.merge(entry.period(), entry.number().sequence(), Math::max);
    }

    // ---- appending

    /** The first leaf: whose book this is. Requires an empty journal. */
    public void begin(String taxId, List<Account> chart, Map<String, Object> genesis) {
        entity = taxId;
        set("entity", taxId);
        leaf("genesis", "", genesis, List.of());
        chart.forEach(this::add);
    }

    public void add(Account account) {
        file.run("INSERT INTO account VALUES (?, ?, ?, ?, ?)", account.code().value(), account.name(),
                account.englishName(), account.kind().name(), account.normalSide().name());
    }

    /** Appends a leaf of the log; gives its index. */
    public long leaf(String kind, String period, Map<String, Object> body, List<Long> refs) {
        long index = log.size();
        byte[] bytes =
                new Leaf(kind, index, clock.instant(), entity, BOOK, period, body, refs).bytes();
        file.run("INSERT INTO leaf VALUES (?, ?, ?, ?)", index, kind, bytes, MerkleLog.leafHash(bytes));
        log.append(bytes);
        return index;
    }

    /** Appends what {@link Book} decided, with the keys it may book only once. */
    public void append(JournalEntry entry, List<String> keys) {
        String number = entry.number().toString();
        List<Long> refs = entry.corrects().map(this::leafOf).map(List::of).orElse(List.of());
        long leaf = leaf("entry", entry.period().toString(), Leaf.bodyOf(entry), refs);
        int line = 0;
        for (Posting posting : entry.postings()) {
            file.run("INSERT INTO posting VALUES (?, ?, ?, ?, ?, ?, ?)", number, line++,
                    posting.account().value(), posting.side().name(), posting.amount().minor(),
                    posting.amount().currency(), posting.party());
        }
        file.run("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", number,
                entry.period().toString(), entry.number().sequence(), entry.date().toString(),
                entry.kind().name(), entry.summary(), entry.rule(), entry.proposal(),
                entry.corrects().map(EntryNumber::toString).orElse(null), leaf);
        keys.forEach(key -> file.run("INSERT INTO booked VALUES (?, ?)", key, number));
        keep(entry);
    }

    /** The body says "what": "reject ITEM: REASON". */
    public void reject(String item, String reason, Map<String, Object> body) {
        long leaf = leaf("op", "", body, List.of());
        file.run("INSERT INTO rejected VALUES (?, ?, ?)", item, reason, leaf);
    }

    /** The body says "period". */
    public void close(Period period, Map<String, Object> body) {
        long leaf = leaf("close", period.toString(), body, List.of());
        file.run("INSERT INTO closed VALUES (?, ?)", period.toString(), leaf);
    }

    /** The body says "sha256" and "name". */
    public void document(DocumentRow document, Map<String, Object> body) {
        long leaf = leaf("doc", "", body, List.of());
        file.run("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)", document.id(), document.name(),
                document.media(), document.size(), document.file(), leaf);
    }

    /** The body says "line_id" and "account". */
    public void bankLine(BankLineRow line, Map<String, Object> body) {
        long leaf = leaf("bank", "", body, List.of());
        file.run("INSERT INTO bank_line VALUES (?, ?, ?, ?, ?)", line.id(), line.account(),
                line.document(), line.json(), leaf);
    }

    public void checkpoint(String note) {
        file.run("INSERT INTO checkpoint VALUES (?, ?)", log.size(), note);
    }

    public void run(String id, String json) {
        file.run("INSERT INTO run VALUES (?, ?)", id, json);
    }

    // ---- what may change

    public void reading(String document, String json) {
        file.run("INSERT OR REPLACE INTO reading VALUES (?, ?)", document, json);
    }

    public void set(String name, String value) {
        file.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, value);
    }

    // ---- reading

    public MerkleLog log() {
        return log;
    }

    public List<byte[]> leaves() {
        return file.all("SELECT body FROM leaf ORDER BY n", row -> row.getBytes(1));
    }

    /** How many leaves there are of each kind. */
    public Map<String, Long> leafCounts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        file.all("SELECT kind, count(*) FROM leaf GROUP BY kind ORDER BY kind",
                row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /** In the order they were posted. */
    public List<JournalEntry> entries() {
        return List.copyOf(entries.values());
    }

    public List<Account> accounts() {
        return file.all("SELECT * FROM account ORDER BY code", row -> new Account(
                AccountCode.of(row.getString(1)), row.getString(2), row.getString(3),
                Account.Kind.valueOf(row.getString(4)), Side.valueOf(row.getString(5))));
    }

    public List<DocumentRow> documents() {
        return file.all("SELECT id, name, media, size, file FROM document ORDER BY leaf",
                row -> new DocumentRow(row.getString(1), row.getString(2), row.getString(3),
                        row.getLong(4), row.getString(5)));
    }

    public List<BankLineRow> bankLines() {
        return file.all("SELECT id, account, document, json FROM bank_line ORDER BY leaf",
                row -> new BankLineRow(row.getString(1), row.getString(2), row.getString(3),
                        row.getString(4)));
    }

    public boolean hasBankLine(String id) {
        return file.one("SELECT 1 FROM bank_line WHERE id = ?", row -> 1, id).isPresent();
    }

    public Optional<String> reading(String document) {
        return file.one("SELECT json FROM reading WHERE document = ?", row -> row.getString(1), document);
    }

    public Optional<String> setting(String name) {
        return file.one("SELECT value FROM setting WHERE name = ?", row -> row.getString(1), name);
    }

    public List<String> runs() {
        return file.all("SELECT json FROM run ORDER BY id", row -> row.getString(1));
    }

    /** The newest signed head, with the size it covers as the key. */
    public Optional<Map.Entry<Long, String>> lastCheckpoint() {
        return file.one("SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1",
                row -> Map.entry(row.getLong(1), row.getString(2)));
    }

    public Optional<String> rejection(String item) {
        return file.one("SELECT reason FROM rejected WHERE item = ?", row -> row.getString(1), item);
    }

    /** Every entry that ever booked the key, also those taken back since. */
    public List<EntryNumber> everBookedAs(String key) {
        return file.all("SELECT entry FROM booked WHERE key = ? ORDER BY entry",
                row -> EntryNumber.parse(row.getString(1)), key);
    }

    public List<String> keysOf(EntryNumber number) {
        return file.all("SELECT key FROM booked WHERE entry = ? ORDER BY key", row -> row.getString(1),
                number.toString());
    }

    /** The entry a proposal became; empty where it was never posted. */
    public Optional<EntryNumber> entryOf(String proposal) {
        return file.one("SELECT number FROM entry WHERE proposal = ?",
                row -> EntryNumber.parse(row.getString(1)), proposal);
    }

    private long leafOf(EntryNumber number) {
        return file.one("SELECT leaf FROM entry WHERE number = ?", row -> row.getLong(1),
                number.toString()).orElseThrow();
    }

    /** Rows of the tables that repeat what leaves say, for comparing; see {@link BookAudit}. */
    List<List<Object>> rows(String sql, int columns) {
        return file.all(sql, row -> {
            Object[] values = new Object[columns];
            for (int i = 0; i < columns; i++) {
                values[i] = row.getObject(i + 1);
            }
            return java.util.Arrays.asList(values);
        });
    }

    // ---- what the book asks

    @Override
    public boolean isResolved(String proposal) {
        return file.one("SELECT 1 FROM entry WHERE proposal = ? UNION SELECT 1 FROM rejected"
                + " WHERE item = ?", row -> 1, proposal, proposal).isPresent();
    }

    @Override
    public Optional<EntryNumber> bookedAs(String key) {
        return everBookedAs(key).stream().filter(entry -> !corrections.containsKey(entry)).findFirst();
    }

    @Override
    public int lastSequence(Period period) {
        return sequences.getOrDefault(period, 0);
    }

    @Override
    public Optional<Period> lastClosed() {
        return file.one("SELECT period FROM closed ORDER BY period DESC LIMIT 1",
                row -> row.getString(1)).map(Period::parse);
    }

    @Override
    public Optional<JournalEntry> find(EntryNumber number) {
        return Optional.ofNullable(entries.get(number));
    }

    @Override
    public Optional<EntryNumber> correctionOf(EntryNumber number) {
        return Optional.ofNullable(corrections.get(number));
    }

    @Override
    public void close() {
        file.close();
    }

    /** A document as the book lists it; {@code file} is its name in the evidence folder. */
    public record DocumentRow(String id, String name, String media, long size, String file) { }

    /** A bank line: {@code account} is the code of the chart, {@code json} the line as read. */
    public record BankLineRow(String id, String account, String document, String json) { }
}
