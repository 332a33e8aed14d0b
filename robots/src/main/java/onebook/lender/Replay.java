package onebook.lender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Records;
import onebook.lender.finding.Answers;
import onebook.lender.finding.Questions;
import onebook.lender.finding.Scope;
import onebook.seal.ChartJson;
import onebook.seal.Leaf;
import onebook.seal.TokenChain;

/**
 * The book as its leaves tell it, leaf by leaf. Kinds it does not know are counted and otherwise
 * left alone; what breaks a law of the book is kept as a failure.
 */
final class Replay {
    private final BookLaws laws;
    private final Map<String, Long> counts = new HashMap<>();
    private final Questions questions;
    private final Set<String> hashes = new HashSet<>();
    private final TokenChain tokens = new TokenChain();
    private Body genesis = new Body(Map.of());
    private String entity = "";
    private String book = "";

    /** Requires the chart the genesis leaf speaks of. */
    Replay(Collection<Account> chart) {
        ChartOfAccounts first = new ChartOfAccounts(chart);
        laws = new BookLaws(first);
        questions = new Questions(StatementForms.standard(), first);
    }

    /** Requires the leaves in order. */
    void add(Leaf leaf) {
        frame(leaf);
        Body body = new Body(leaf.body());
        questions.leaf(leaf, body);
        switch (leaf.kind()) {
            case "genesis" -> begin(leaf, body);
            case "account" -> {
                Optional<Account> changed = ChartJson.change(leaf.body());
                laws.chart(AccountCode.of(body.text("code")), changed);
                questions.chart(laws.chart());
            }
            case "entry" -> {
                JournalEntry entry = Leaf.entryOf(leaf);
                laws.post(entry, leaf);
                tokens.add(leaf, entry);
                questions.entry(entry);
            }
            case "close" -> {
                laws.close(leaf, body, counts);
                tokens.add(leaf);
            }
            case "op" -> tokens.add(leaf);
            case "doc", "bankstmt" -> hashes.add(body.text("sha256"));
            default -> { }
        }
        counts.merge(leaf.kind(), 1L, Long::sum);
    }

    /** So many leaves were known outside at that time, says somebody the reader knows. */
    void anchored(long size, Instant at) {
        questions.anchored(size, at);
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
            tokens.add(leaf);
            laws.require(body.text("chart_sha256").equals(ChartJson.sha256(laws.chart().all())),
                    "INT-CHART", "科目表与创始记录不符",
                    "the chart of accounts is not the one of the genesis leaf");
        }
    }

    List<Finding> failures() {
        List<Finding> failures = new ArrayList<>(laws.failures());
        tokens.problems().forEach(one -> failures.add(Finding.broken("INT-TOKEN",
                "第 %d 条记录：%s".formatted(one.leaf(), one.zh()),
                "leaf %d: %s".formatted(one.leaf(), one.en()))));
        return failures;
    }

    /** How much of what people approved their tokens signed. */
    TokenChain.Counts approvals() {
        return tokens.counts();
    }

    /** In the order of the log. */
    List<JournalEntry> entries() {
        return laws.entries();
    }

    ChartOfAccounts chart() {
        return laws.chart();
    }

    /** What remains to be asked of the book as far as it was read. */
    Answers answers(Scope scope) {
        return questions.answers(scope, Records.of(laws.entries()), laws.chart());
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
