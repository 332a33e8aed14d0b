package onebook.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Book;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Side;
import onebook.seal.Veil;

/** A journal with three accounts, and entries of any amount. */
final class SampleBook {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-05T01:02:03Z"), ZoneOffset.UTC);
    static final Period FROM = Period.parse("2026-01");
    static final List<Account> ACCOUNTS = List.of(
            account("1002", Account.Kind.ASSET, Side.DEBIT),
            account("1122", Account.Kind.ASSET, Side.DEBIT),
            account("5001", Account.Kind.INCOME, Side.CREDIT));

    private static final Veil VEIL = Veil.create();

    private SampleBook() { }

    private static Account account(String code, Account.Kind kind, Side side) {
        return new Account(AccountCode.of(code), code, code, kind, side);
    }

    /** Opens the book, and begins it where it is new. */
    static SqliteJournal open(Path file) {
        return begun(SqliteJournal.open(file, CLOCK));
    }

    /** The same for an encrypted book, with a key that is quick to open. */
    static SqliteJournal open(Path file, String passphrase) {
        char[] secret = passphrase.toCharArray();
        return begun(SqliteJournal.of(Files.exists(file)
                ? BookFile.open(file, Optional.of(secret))
                : BookFile.encrypted(file, secret, 1000), CLOCK));
    }

    private static SqliteJournal begun(SqliteJournal journal) {
        if (!journal.isReadOnly() && journal.log().size() == 0) {
            journal.transaction(() -> {
                journal.set("veil", VEIL.hex());
                journal.begin("91330106MA2KXXXX7Q", ACCOUNTS, Map.of("legal_name", "甲公司",
                        "veil_sha256", VEIL.sha256()));
                return null;
            });
        }
        return journal;
    }

    static Proposal sale(String id, String date, long fen) {
        return new Proposal(id, LocalDate.parse(date), JournalEntry.Kind.ORDINARY, "销售 " + id,
                List.of(Posting.debit("1122", Money.cny(fen), "客户"),
                        Posting.credit("5001", Money.cny(fen))),
                List.of(Evidence.ofField("ab".repeat(32), "invoice.gross", "1.00")),
                "sales-invoice", "测试", List.of("invoice:" + id), Optional.empty());
    }

    /** Posts inside a transaction of its own. */
    static JournalEntry post(SqliteJournal journal, Proposal proposal) {
        return journal.transaction(() -> append(journal, proposal));
    }

    /** Posts inside the transaction that is open. */
    static JournalEntry append(SqliteJournal journal, Proposal proposal) {
        Outcome outcome = book(journal).post(proposal, "rule");
        if (outcome instanceof Outcome.Posted posted) {
            journal.append(posted.entry(), Optional.empty());
            return posted.entry();
        }
        throw new IllegalStateException(outcome.toString());
    }

    static Book book(SqliteJournal journal) {
        return new Book(new ChartOfAccounts(journal.accounts()), FROM, journal);
    }

    /** One row in every table of history: entries, one taken back, a document, a closed month. */
    static void fill(SqliteJournal journal) {
        post(journal, sale("one", "2026-01-10", 10_100));
        JournalEntry wrong = post(journal, sale("two", "2026-02-11", 20_200));
        journal.transaction(() -> {
            Outcome red = book(journal).correct(wrong.number(), wrong.date(), "重复", "王芳");
            journal.append(((Outcome.Posted) red).entry(), Optional.empty());
            String document = "cd".repeat(32);
            journal.document(
                    new SourceTables.DocumentRow(document, "a.xml", "XML", 9, "cd.xml"),
                    Map.of("sha256", document, "name", "a.xml"));
            journal.bankLine(new SourceTables.BankLineRow("bank:1:x", "1002", document, "{}"),
                    Map.of("line_id", "bank:1:x", "account", "1002"));
            journal.reject("ef", "不是我们的", Map.of("who", "王芳", "what", "reject ef: 不是我们的"));
            journal.close(FROM, Map.of("period", "2026-01"));
            journal.run("R0001", "{}");
            journal.checkpoint("a note");
            return null;
        });
    }

    static List<BookAudit.Damage> audit(SqliteJournal journal) {
        return BookAudit.of(journal, 0, new byte[0]);
    }
}
