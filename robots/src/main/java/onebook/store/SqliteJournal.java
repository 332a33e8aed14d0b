package onebook.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import onebook.ledger.Account;
import onebook.ledger.Book;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.seal.ChartJson;
import onebook.seal.Leaf;
import onebook.seal.MerkleLog;
import onebook.seal.TreeEdge;
import onebook.seal.Veil;

/**
 * The journal of one book in one SQLite file: appends leaves with the rows that follow from them.
 * Not thread-safe; whoever owns it holds one lock.
 */
public final class SqliteJournal implements Book.Memory, AutoCloseable {
    /** The book kind in every leaf: the one statutory log of a legal entity. */
    public static final String BOOK = "statutory";

    private final BookFile file;
    private final LeafTable leaves;
    private final EntryTables posted;
    private final MonthSums sums;
    private final AccountTable accounts;
    private final SourceTables sources;
    private final Clock clock;
    private Optional<JournalMemory> memory = Optional.empty();
    private Optional<Period> lastClosed = Optional.empty();
    private String entity = "";
    private Optional<Veil> veil = Optional.empty();

    private SqliteJournal(BookFile file, Clock clock) {
        this.file = file;
        this.leaves = new LeafTable(file);
        this.posted = new EntryTables(file);
        this.sums = new MonthSums(file);
        this.accounts = new AccountTable(file);
        this.sources = new SourceTables(file);
        this.clock = clock;
    }

    /** Opens or creates. {@link #isReadOnly()} tells whether another process writes it. */
    public static SqliteJournal open(Path path, Clock clock) {
        return of(BookFile.open(path), clock);
    }

    static SqliteJournal of(BookFile file, Clock clock) {
        SqliteJournal journal = new SqliteJournal(file, clock);
        file.orClose(journal::remember);
        return journal;
    }

    public boolean isReadOnly() {
        return file.isReadOnly();
    }

    /** True where a sealed entry cannot be read; nothing may be added then. */
    public boolean isDamaged() {
        return memory.map(JournalMemory::isDamaged).orElse(false);
    }

    /** Everything inside is written, or nothing is. */
    public <T> T transaction(Callable<T> work) {
        return written(work, false);
    }

    /** A transaction of very many rows; the first of a book are written once instead of twice. */
    public <T> T largeTransaction(Callable<T> work) {
        return written(work, posted.isEmpty());
    }

    private <T> T written(Callable<T> work, boolean isDirect) {
        Callable<T> all = () -> {
            T value = work.call();
            sums.flush();
            leaves.flush();
            return value;
        };
        try {
            return isDirect ? file.directly(all) : file.transaction(all);
        } catch (RuntimeException | Error failed) {
            remember();
            throw failed;
        }
    }

    /** Reads the file again: what memory knows is what was committed. */
    public void remember() {
        leaves.remember();
        entity = setting("entity").orElse("");
        veil = setting("veil").map(Veil::parse);
        posted.remember();
        sums.remember();
        lastClosed = file.one("SELECT period FROM closed ORDER BY period DESC LIMIT 1",
                row -> Period.parse(row.getString(1)));
        memory = leaves.edge().size() > JournalMemory.MOST_LEAVES ? Optional.empty()
                : Optional.of(JournalMemory.of(leaves));
    }

    // ---- appending; each within a transaction

    /** The first leaf: whose book this is. Requires an empty journal. "veil" may be set. */
    public void begin(String taxId, List<Account> chart, Map<String, Object> genesis) {
        entity = taxId;
        set("entity", taxId);
        veil = setting("veil").map(Veil::parse);
        leaf("genesis", "", genesis, List.of());
        chart.forEach(account -> accounts.append(account.code(), ChartJson.body(account), 0));
    }

    /** Adds an account to the chart, or changes what the chart says of its code. */
    public void add(Account account) {
        change(account, ChartJson.body(account));
    }

    /** Takes an account out of the chart. Requires that nothing was posted to it. */
    public void remove(Account account) {
        change(account, ChartJson.removal(account));
    }

    private void change(Account account, Map<String, Object> body) {
        accounts.append(account.code(), body, leaf("account", "", body, List.of()));
    }

    /** Appends a leaf of the log; gives its index. */
    public long leaf(String kind, String period, Map<String, Object> body, List<Long> refs) {
        long index = leaves.edge().size();
        leaves.append(kind, new Leaf(kind, index, clock.instant(), entity, BOOK, period, body, refs)
                .kept(veil));
        return index;
    }

    /** Appends what {@link Book} decided; names the leaf of its review, where there is one. */
    public void append(JournalEntry entry, Optional<Long> review) {
        List<Long> refs = Stream.of(entry.corrects().map(posted::leafOf), review)
                .flatMap(Optional::stream).toList();
        Leaf.Place place = new Leaf.Place(edge().size(), clock.instant(), entity, BOOK);
        leaves.append("entry", Leaf.kept(entry, place, refs, veil));
        posted.append(entry, place.index());
        sums.add(entry, Records.Part.of(entry, posted::find));
        memory = memory.filter(held -> held.keeps(entry));
    }

    /** The body says "what": "reject ITEM: REASON". */
    public void reject(String item, String reason, Map<String, Object> body) {
        posted.reject(item, reason, leaf("op", "", body, List.of()));
    }

    /** The body says "period". */
    public void close(Period period, Map<String, Object> body) {
        file.run("INSERT INTO closed VALUES (?, ?)", period.toString(),
                leaf("close", period.toString(), body, List.of()));
        lastClosed = Optional.of(period);
    }

    public void document(SourceTables.DocumentRow document, Map<String, Object> body) {
        sources.add(document, leaf("doc", "", body, List.of()));
    }

    /** The body says "line_id" and "account". */
    public void bankLine(SourceTables.BankLineRow line, Map<String, Object> body) {
        sources.add(line, leaf("bank", "", body, List.of()));
    }

    public void checkpoint(String note) {
        leaves.sign(note);
    }

    public void run(String id, String json) {
        file.run("INSERT INTO run VALUES (?, ?)", id, json);
        KeptRows.follow(file, "run", id);
    }

    public void reading(String document, String json) {
        sources.setReading(document, json);
    }

    public void set(String name, String value) {
        file.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, value);
        KeptRows.follow(file, "setting", name);
    }

    /** The edge of the log's tree: its size and root, and where it goes on. */
    public TreeEdge edge() {
        return leaves.edge();
    }

    /** The whole tree of the log, for proofs: 64 bytes a leaf. */
    public MerkleLog log() {
        return leaves.log();
    }

    public List<byte[]> leaves() {
        return leaves.bodies();
    }

    public Map<String, Long> leafCounts() {
        return leaves.counts();
    }

    /** As they were posted; {@link #records} is for large books. */
    public List<JournalEntry> entries() {
        return memory.orElseGet(() -> JournalMemory.of(leaves)).entries();
    }

    public SourceTables sources() {
        return sources;
    }

    public Records records() {
        return new StoredRecords(posted, new EntryQueries(file), sums);
    }

    /** The chart as it is now, in order of code. */
    public List<Account> accounts() {
        return accounts.accounts();
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
        return file.one("SELECT reason FROM rejected WHERE item = ?",
                row -> row.getString(1), item);
    }

    /** Every entry that ever booked the key, also those taken back since. */
    public List<EntryNumber> everBookedAs(String key) {
        return posted.bookedAs(key);
    }

    /** The entry a proposal became; empty where it was never posted. */
    public Optional<EntryNumber> entryOf(String proposal) {
        return posted.of(proposal);
    }

    BookFile file() {
        return file;
    }

    // ---- what the book asks

    @Override
    public boolean isResolved(String proposal) {
        return posted.isResolved(proposal);
    }

    @Override
    public Optional<EntryNumber> bookedAs(String key) {
        return posted.standingAs(key);
    }

    @Override
    public int lastSequence(Period period) {
        return posted.lastSequence(period);
    }

    @Override
    public Optional<Period> lastClosed() {
        return lastClosed;
    }

    @Override
    public Optional<JournalEntry> find(EntryNumber number) {
        return posted.find(number);
    }

    @Override
    public Optional<EntryNumber> correctionOf(EntryNumber number) {
        return posted.correctionOf(number);
    }

    @Override
    public void close() {
        file.close();
    }
}
