package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import onebook.lender.finding.Scope;
import onebook.seal.ChartJson;
import onebook.seal.Checkpoint;
import onebook.seal.Leaf;
import onebook.seal.MerkleLog;
import onebook.seal.Sha256;
import onebook.seal.Signer;
import onebook.seal.Veil;

/** A book of a few leaves, honest unless a test makes it otherwise. */
public final class SmallBook {
    static final String ENTITY = "91330106MA2K00001X";
    static final String ORIGIN = "books.onebook.example/cn/" + ENTITY + "/statutory";
    public static final Signer SIGNER = Signer.create(ORIGIN);
    static final Period JANUARY = Period.parse("2026-01");

    final List<byte[]> leaves = new ArrayList<>();
    final Map<String, byte[]> documents = new TreeMap<>();
    final List<Account> chart = new ArrayList<>(List.of(
            account("1002", "银行存款", Account.Kind.ASSET, Side.DEBIT),
            account("1002.01", "=农行", Account.Kind.ASSET, Side.DEBIT),
            account("1122", "应收账款", Account.Kind.ASSET, Side.DEBIT),
            account("2221", "应交税费", Account.Kind.LIABILITY, Side.CREDIT),
            account("3001", "实收资本", Account.Kind.EQUITY, Side.CREDIT),
            account("5001", "主营业务收入", Account.Kind.INCOME, Side.CREDIT)));
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Map<String, Object> counts = new HashMap<>();
    private Signer signer = SIGNER;
    private UnaryOperator<String> head = UnaryOperator.identity();
    private Hiding hiding = Hiding.NOTHING;
    private Optional<Veil> veil = Optional.empty();

    static Account account(String code, String name, Account.Kind kind, Side side) {
        return new Account(AccountCode.of(code), name, name, kind, side);
    }

    /** Genesis, capital, a sale, its receipt at the bank and the close of January. */
    public static SmallBook honest() {
        return new SmallBook().honestly();
    }

    SmallBook honestly() {
        SmallBook book = begin();
        String invoice = book.invoice("26332000000000000001", "1010.00");
        String statement = book.statement("PROVEN");
        book.bank(statement, 2, "2026-01-04", "5000.00", "5000.00");
        book.bank(statement, 3, "2026-01-20", "1010.00", "6010.00");
        book.entry("2026-01-04", JournalEntry.Kind.ORDINARY, List.of(line(statement, 2)),
                Posting.debit("1002.01", yuan("5000.00")), Posting.credit("3001", yuan("5000.00")));
        book.sale("2026-01-10", invoice);
        book.entry("2026-01-20", JournalEntry.Kind.ORDINARY, List.of(line(statement, 3)),
                Posting.debit("1002.01", yuan("1010.00")),
                Posting.credit("1122", yuan("1010.00"), "浙江云帆科技有限公司"));
        return book.close();
    }

    public SmallBook signedBy(Signer other) {
        signer = other;
        return this;
    }

    /** Names and texts of the leaves to come are covered. */
    SmallBook covered() {
        veil = Optional.of(Veil.create());
        return this;
    }

    SmallBook begin() {
        return leaf("genesis", "", genesis());
    }

    Map<String, Object> genesis() {
        return new TreeMap<>(Map.of("legal_name", "杭州清禾<办公>设备有限公司", "tax_id", ENTITY,
                "taxpayer", "small-scale", "log_vkey", signer.vkey(),
                "chart_sha256", ChartJson.sha256(chart)));
    }

    public SmallBook leaf(String kind, String period, Map<String, Object> body) {
        return leaf(kind, period, body, List.of());
    }

    SmallBook leaf(String kind, String period, Map<String, Object> body, List<Long> refs) {
        leaves.add(new Leaf(kind, leaves.size(), Instant.parse("2026-02-01T00:00:00Z"), ENTITY,
                "statutory", period, body, refs).kept(veil));
        counts.merge(kind, 1L, (a, b) -> (Long) a + (Long) b);
        return this;
    }

    /** Keeps the content for the package and gives its hash. */
    public String file(String content, String extension) {
        byte[] bytes = content.getBytes(UTF_8);
        documents.put(Sha256.hex(bytes) + "." + extension, bytes);
        return Sha256.hex(bytes);
    }

    String invoice(String number, String gross) {
        String sha256 = file("<invoice>" + number + " " + gross + "</invoice>", "xml");
        leaf("doc", "", Map.of("sha256", sha256, "media", "xml", "size", 1, "name", "a.xml",
                "channel", "file", "invoice", Map.of("key", "invoice:" + number, "gross", gross)));
        return sha256;
    }

    String statement(String proof) {
        String sha256 = file("date,amount,balance " + leaves.size(), "csv");
        leaf("doc", "", Map.of("sha256", sha256, "media", "csv", "size", 1, "name", "b.csv",
                "channel", "file"));
        leaf("bankstmt", "", Map.of("sha256", sha256, "account", "1002.01", "layout", "abc",
                "count", 2, "proof", proof));
        return sha256;
    }

    SmallBook bank(String statement, int row, String date, String amount, String balance) {
        return leaf("bank", "", Map.of("account", "1002.01", "line_id", "l" + leaves.size(),
                "date", date, "amount", amount, "balance", balance, "party", "浙江云帆科技有限公司",
                "memo", "货款", "reference", "", "sha256", statement, "row", row));
    }

    SmallBook sale(String date, String invoice) {
        return entry(date, JournalEntry.Kind.ORDINARY,
                List.of(Evidence.ofField(invoice, "invoice.gross", "1010.00")),
                Posting.debit("1122", yuan("1010.00"), "浙江云帆科技有限公司"),
                Posting.credit("5001", yuan("1000.00")), Posting.credit("2221", yuan("10.00")));
    }

    SmallBook entry(String date, JournalEntry.Kind kind, List<Evidence> evidence,
            Posting... lines) {
        Period period = Period.of(LocalDate.parse(date));
        int last = (int) entries.stream().filter(one -> one.period().equals(period)).count();
        return entry(new JournalEntry(new EntryNumber(period, last + 1), LocalDate.parse(date),
                kind,
                "收到 \"货款\", 云帆", List.of(lines), evidence, "sales-invoice", "我们是销售方", "rule",
                "p" + leaves.size(), Optional.empty()));
    }

    SmallBook entry(JournalEntry entry) {
        return entry(entry, List.of());
    }

    SmallBook entry(JournalEntry entry, List<Long> refs) {
        entries.add(entry);
        return leaf("entry", entry.period().toString(), Leaf.bodyOf(entry), refs);
    }

    JournalEntry lastEntry() {
        return entries.get(entries.size() - 1);
    }

    SmallBook close() {
        return leaf("close", "2026-01", closing());
    }

    Map<String, Object> closing() {
        Money total = entries.stream().filter(entry -> entry.period().equals(JANUARY))
                .map(JournalEntry::total).reduce(Money.ZERO, Money::plus);
        return new TreeMap<>(Map.of("period", "2026-01",
                "entries", (int) entries.stream().filter(one -> one.period().equals(JANUARY))
                .count(),
                "debit_total", total.toString(), "credit_total", total.toString(),
                "trial_balance_sha256", Sha256.hex(BookTables.trialBalance(
                        onebook.ledger.Records.of(entries),
                        new ChartOfAccounts(chart), JANUARY, JANUARY)), "counts",
                        Map.copyOf(counts)));
    }

    String checkpoint() {
        MerkleLog log = new MerkleLog();
        leaves.forEach(leaf -> log.appendHash(Leaf.hash(leaf)));
        return head.apply(signer.sign(Checkpoint.of(signer.name(), log).body()));
    }

    /** What becomes of the signed head before it is packed. */
    SmallBook headAs(UnaryOperator<String> change) {
        head = change;
        return this;
    }

    LenderPackage pack() {
        return new LenderPackage(leaves, checkpoint(), signer, documents, "xlsx".getBytes(UTF_8),
                "invoice-loan", JANUARY, JANUARY, "杭州银行 & Co", chart, hiding);
    }

    /** What a package of it is asked about. */
    Scope scope() {
        return new Scope(JANUARY, JANUARY, "invoice-loan", documents.keySet().stream()
                .map(name -> name.substring(0, 64)).collect(Collectors.toSet()));
    }

    /** What the lender does not get. */
    SmallBook hiding(Hiding hidden) {
        hiding = hidden;
        return this;
    }

    public Path write(Path file) {
        try {
            PackageWriter.write(pack(), file);
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Evidence line(String statement, int row) {
        return Evidence.ofField(statement, "line:" + row, "货款");
    }

    static Money yuan(String amount) {
        return Money.parse(amount);
    }

    public static Policy policy() {
        return Policy.ofLog(SIGNER.vkey());
    }
}
