package onebook.lender;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.seal.ChartJson;
import onebook.seal.Leaf;

/**
 * The book as its leaves tell it, leaf by leaf. Kinds it does not know are counted and otherwise
 * left alone; what breaks a law of the book is kept as a failure.
 */
final class Replay {
    /** A file the log names; {@code invoice} is what was read from it. */
    record LoggedDocument(long leaf, String sha256, Optional<Body> invoice) { }

    /** A bank line; {@code source} is how an entry's evidence names it, or empty. */
    record LoggedLine(String account, String id, LocalDate date, Money amount,
            Optional<Money> balance, String source) { }

    /** What a statement file said of itself. */
    record LoggedStatement(String account, String sha256, String proof) { }

    private final BookLaws laws;
    private final Map<String, Long> counts = new HashMap<>();
    private final List<LoggedDocument> documents = new ArrayList<>();
    private final Map<String, List<LoggedLine>> bank = new LinkedHashMap<>();
    private final List<LoggedStatement> statements = new ArrayList<>();
    private final Set<String> hashes = new HashSet<>();
    private Body genesis = new Body(Map.of());
    private String entity = "";
    private String book = "";

    /** Requires the chart the genesis leaf speaks of. */
    Replay(Collection<Account> chart) {
        laws = new BookLaws(new ChartOfAccounts(chart));
    }

    /** Requires the leaves in order. */
    void add(Leaf leaf) {
        frame(leaf);
        Body body = new Body(leaf.body());
        switch (leaf.kind()) {
            case "genesis" -> begin(leaf, body);
            case "account" -> {
                Optional<Account> changed = ChartJson.change(leaf.body());
                laws.chart(AccountCode.of(body.text("code")), changed);
            }
            case "entry" -> laws.post(Leaf.entryOf(leaf), leaf);
            case "close" -> laws.close(leaf, body, counts);
            case "doc" -> document(leaf, body);
            case "bank" -> line(body);
            case "bankstmt" -> statement(body);
            default -> { }
        }
        counts.merge(leaf.kind(), 1L, Long::sum);
    }

    private void frame(Leaf leaf) {
        if (leaf.index() == 0) {
            entity = leaf.entity();
            book = leaf.book();
        }
        laws.require(leaf.index() == 0 == leaf.kind().equals("genesis"), "INT-GENESIS",
                "第 %d 条记录：创始记录应当且只应当是第 0 条",
                "leaf %d: the genesis leaf is leaf 0 and no other", leaf.index());
        laws.require(leaf.entity().equals(entity) && leaf.book().equals(book), "INT-ENTITY",
                "第 %d 条记录属于另一个主体或账套",
                "leaf %d belongs to another entity or book", leaf.index());
    }

    private void begin(Leaf leaf, Body body) {
        if (leaf.index() == 0) {
            genesis = body;
            laws.require(body.text("chart_sha256").equals(ChartJson.sha256(laws.chart().all())),
                    "INT-CHART", "科目表与创始记录不符",
                    "the chart of accounts is not the one of the genesis leaf");
        }
    }

    private void document(Leaf leaf, Body body) {
        String sha256 = body.text("sha256");
        documents.add(new LoggedDocument(leaf.index(), sha256, body.object("invoice")));
        hashes.add(sha256);
    }

    private void line(Body body) {
        String source = body.has("sha256") && body.has("row")
                ? source(body.text("sha256"), "line:" + body.number("row")) : "";
        bank.computeIfAbsent(body.text("account"), account -> new ArrayList<>()).add(
                new LoggedLine(body.text("account"), body.textOrEmpty("line_id"), body.date("date"),
                        body.money("amount").orElse(Money.ZERO), body.money("balance"), source));
    }

    private void statement(Body body) {
        statements.add(new LoggedStatement(body.textOrEmpty("account"), body.text("sha256"),
                body.textOrEmpty("proof")));
        hashes.add(body.text("sha256"));
    }

    /** How a bank line is named: its file and its row. */
    static String source(String sha256, String path) {
        return sha256 + "#" + path;
    }

    List<Finding> failures() {
        return laws.failures();
    }

    /** In the order of the log. */
    List<JournalEntry> entries() {
        return laws.entries();
    }

    /** Entries that no later entry took back, and that take back none. */
    List<JournalEntry> standing() {
        return laws.standing();
    }

    boolean isClosed(Period period) {
        return laws.isClosed(period);
    }

    ChartOfAccounts chart() {
        return laws.chart();
    }

    List<LoggedDocument> documents() {
        return documents;
    }

    Map<String, List<LoggedLine>> bank() {
        return bank;
    }

    List<LoggedStatement> statements() {
        return statements;
    }

    /** True where a leaf names a file of that hash. */
    boolean knows(String sha256) {
        return hashes.contains(sha256);
    }

    Body genesis() {
        return genesis;
    }

    String entity() {
        return entity;
    }

    /** Whose book it is and which: entity, slash, book. */
    String owner() {
        return entity.toUpperCase(Locale.ROOT) + "/" + book;
    }
}
