package onebook.lender;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import onebook.seal.Signer;

/** Small books that between them hold most of what a book can say. */
final class MutantBooks {
    static final List<Signer> WITNESSES = List.of(Signer.create("a.example"),
            Signer.create("b.example"), Signer.create("c.example"));
    private static final Signer THIRD = Signer.create(SmallBook.ORIGIN);

    private MutantBooks() { }

    static List<SmallBook> all() {
        List<SmallBook> all = new ArrayList<>(List.of(SmallBook.honest(), rich(new SmallBook()),
                doubtful(), corrected(), anchored(new SmallBook()), rotated(), recovered()));
        for (Hiding hiding : List.of(Hiding.NOTHING, new Hiding(true, false, Set.of(), Set.of()),
                new Hiding(false, true, Set.of(), Set.of()),
                new Hiding(false, false, Set.of("浙江云帆科技有限公司"), Set.of()),
                new Hiding(false, false, Set.of(), Set.of("1122")))) {
            all.add(anchored(new SmallBook().covered()).hiding(hiding));
        }
        all.add(rich(new SmallBook().covered()));
        all.add(company());
        all.add(rich(new SmallBook().covered()).hiding(new Hiding(true, true, Set.of(),
                Set.of())));
        return all;
    }

    /** Four months with invoices, a list of the bureau, a return, wages and much to explain. */
    private static SmallBook company() {
        ScriptedCompany company = ScriptedCompany.honest().anchored();
        company.sell("2026-01-31", "客户丁", "80000.00");
        company.unlistNewest();
        company.listOnly("2026-01-20", false, "供应商9", "8000.00");
        company.book("2026-01-08", "客户甲", "8000.00");
        company.takeBack("2026-02-03", company.book("2026-01-31", "客户丙", "30000.00"));
        company.bank("2026-01-09", "-61000.00", "环流公司", "1221");
        company.receive("2026-01-15", "环流公司", "61000.00");
        company.bank("2026-01-11", "-50000.00", "杭州清禾<办公>设备有限公司", "2241");
        company.accounts("private", List.of(Map.of("holder", "客户甲")));
        return company.leaves();
    }

    private static void anchor(SmallBook book, long seconds, Optional<byte[]> stamp,
            Signer... witnesses) {
        String note = book.checkpoint();
        for (Signer witness : witnesses) {
            note = witness.cosign(note, Instant.ofEpochSecond(seconds));
        }
        book.leaf(Anchor.KIND, "", new Anchor(note, stamp).body());
    }

    /** Seen by one, by two on two days, and once more with a stamp. */
    private static SmallBook anchored(SmallBook book) {
        book.begin();
        anchor(book, 1_770_000_000, Optional.empty(), WITNESSES.get(0));
        String invoice = book.invoice("26332000000000000009", "1010.00");
        book.leaf("doc", "", new TreeMap<>(Map.of("sha256", book.file("<p>云帆</p>", "html"),
                "media", "html", "size", 1, "name", "云帆.html", "channel", "file", "invoice",
                Map.of("key", "invoice:2", "gross", "7.00", "buyer_name", "浙江云帆科技有限公司"))));
        book.sale("2026-01-10", invoice);
        String head = book.checkpoint();
        book.leaf(Anchor.KIND, "", new Anchor(WITNESSES.get(1).cosign(head,
                Instant.ofEpochSecond(1_771_000_000)), Optional.empty()).body());
        book.leaf(Anchor.KIND, "", new Anchor(WITNESSES.get(2).cosign(head,
                Instant.ofEpochSecond(1_772_000_000)), Optional.of(new byte[] {1, 2})).body());
        book.sale("2026-01-11", invoice).close();
        anchor(book, 1_773_000_000, Optional.empty(), WITNESSES.get(1), WITNESSES.get(0));
        return book.leaf("bank", "", new TreeMap<>(Map.of("account", "1002.01", "line_id", "x",
                "date", "2026-01-09", "amount", "5.00", "party", "丙公司", "memo", "往来")));
    }

    /** Two changes of the key, and heads that were seen under each. */
    private static SmallBook rotated() {
        SmallBook book = anchored(new SmallBook());
        KeyAttackTest.rotated(book, SmallBook.SIGNER, THIRD);
        anchor(book, 1_774_000_000, Optional.empty(), WITNESSES.get(1), WITNESSES.get(2));
        return KeyAttackTest.rotated(book, THIRD, KeyAttackTest.NEXT);
    }

    private static SmallBook recovered() {
        SmallBook book = KeyAttackTest.announced(SmallBook.honest(), SmallBook.SIGNER,
                KeyAttackTest.RECOVERY);
        return KeyAttackTest.recovered(book, SmallBook.SIGNER, KeyAttackTest.NEXT,
                OptionalLong.of(5));
    }

    /** Details, currencies, dimensions, an account that comes later and kinds nobody knows. */
    private static SmallBook rich(SmallBook book) {
        book.chart.add(SmallBook.account("5602", "管理费用", Account.Kind.EXPENSE, Side.DEBIT));
        book.chart.add(SmallBook.account("5602.01", "业务招待费", Account.Kind.EXPENSE, Side.DEBIT));
        book.chart.add(SmallBook.account("1403", "原材料", Account.Kind.ASSET, Side.DEBIT)
                .asking(new Account.Asks(java.util.Set.of(Account.Dimension.PROJECT), "", "kg")));
        book.chart.add(SmallBook.account("4999", "其他成本", Account.Kind.COST, Side.DEBIT));
        book.chart.add(SmallBook.account("3103", "本年利润", Account.Kind.EQUITY, Side.CREDIT));
        book.begin();
        String invoice = book.invoice("26332000000000000007", "300.00");
        book.leaf("account", "", Map.of("code", "1002.02", "name", "美元户", "english", "USD",
                "kind", "asset", "side", "debit", "currency", "USD"));
        book.leaf("dimension", "", Map.of("dimension", "project", "name", "甲"));
        Posting.Details details = Posting.Details.NONE.withMemo("=领料")
                .with(Account.Dimension.PROJECT, "甲")
                .with(new Posting.Quantity(new BigDecimal("3.50"), new BigDecimal("40")))
                .withCashFlow(3);
        Posting.Details dollars = Posting.Details.NONE.with(new Posting.Foreign(
                Money.of(new BigDecimal("100.00"), "USD"), new BigDecimal("7.1")));
        book.entry("2026-01-02", JournalEntry.Kind.OPENING, List.of(Evidence.without("期初")),
                Posting.debit("1002.01", SmallBook.yuan("900.00")),
                Posting.credit("3001", SmallBook.yuan("900.00")));
        book.entry("2026-01-03", JournalEntry.Kind.ORDINARY,
                List.of(new Evidence(invoice, "invoice.gross", 1,
                        Optional.of(new Evidence.Box(1, 2, 3, 4)), "300.00")),
                Posting.debit("1403", SmallBook.yuan("140.00"), "").with(details),
                Posting.debit("5602.01", SmallBook.yuan("160.00")),
                Posting.credit("1122", SmallBook.yuan("300.00"), "甲公司"));
        book.entry("2026-01-04", JournalEntry.Kind.ORDINARY, List.of(Evidence.without("换汇")),
                Posting.debit("1002.02", SmallBook.yuan("710.00"), "").with(dollars),
                Posting.credit("1002.01", SmallBook.yuan("700.00")),
                Posting.debit("4999", SmallBook.yuan("-10.00")));
        book.leaf("op", "", Map.of("who", "王芳", "what", "x", "at", "2026-01-05T00:00:00Z"));
        book.entry(closing(book));
        return book.close();
    }

    private static JournalEntry closing(SmallBook book) {
        return new JournalEntry(EntryNumber.parse("2026-01-0004"), LocalDate.parse("2026-01-31"),
                JournalEntry.Kind.CLOSING, "结转损益", List.of(
                        Posting.debit("3103", SmallBook.yuan("160.00")),
                        Posting.credit("5602.01", SmallBook.yuan("160.00"))),
                List.of(Evidence.without("月末")), JournalEntry.PROFIT_TRANSFER, "月末",
                new JournalEntry.Hands("rule", "李明", "王芳"), "pt" + book.leaves.size(),
                Optional.empty(), 2, List.of("transfer:2026-01"));
    }

    /** Things twice, gaps, a broken statement, an open month. */
    private static SmallBook doubtful() {
        SmallBook book = new SmallBook().begin();
        String invoice = book.invoice("26332000000000000001", "1010.00");
        book.invoice("26332000000000000001", "1011.00");
        book.invoice("26332000000000000002", "5.00");
        book.invoice("26332000000000000002", "5.00");
        String statement = book.statement("BROKEN");
        book.bank(statement, 2, "2026-01-04", "5000.00", "5000.00");
        book.bank(statement, 3, "2026-01-20", "1010.00", "7010.00");
        book.bank(statement, 4, "2026-01-20", "-10.00", "7000.00");
        book.leaf("bank", "", new TreeMap<>(Map.of("account", "1122", "line_id", "same", "date",
                "2026-01-09", "amount", "5.00", "balance", "5.00")));
        book.leaf("bank", "", new TreeMap<>(Map.of("account", "1122", "line_id", "same", "date",
                "2026-01-09", "amount", "5.00", "balance", "10.00")));
        book.sale("2026-01-10", invoice).sale("2026-01-11", invoice);
        return book.sale("2026-01-12", "cd".repeat(32));
    }

    /** A red entry, a supplement and a close that states little, and an entry of next month. */
    private static SmallBook corrected() {
        SmallBook book = new SmallBook().begin();
        List<Posting> lines = List.of(Posting.debit("1122", SmallBook.yuan("7.00"), "甲"),
                Posting.credit("5001", SmallBook.yuan("7.00")));
        book.entry(entry("2026-01-0001", JournalEntry.Kind.ORDINARY, lines, null));
        book.entry(entry("2026-01-0002", JournalEntry.Kind.CORRECTION,
                lines.stream().map(Posting::red).toList(), "2026-01-0001"));
        book.entry(entry("2026-01-0003", JournalEntry.Kind.SUPPLEMENT, lines, "2026-01-0001"));
        book.leaf("close", "2026-01", Map.of("period", "2026-01", "entries", 3, "debit_total",
                "7.00"));
        return book.entry(entry("2026-02-0001", JournalEntry.Kind.ORDINARY, lines, null));
    }

    private static JournalEntry entry(String number, JournalEntry.Kind kind, List<Posting> lines,
            String corrects) {
        return new JournalEntry(EntryNumber.parse(number),
                LocalDate.parse(number.substring(0, 7) + "-15"), kind, "摘要", lines,
                List.of(Evidence.without("手工")), "by-hand", "", "王芳", "p" + number,
                Optional.ofNullable(corrects).map(EntryNumber::parse));
    }
}
