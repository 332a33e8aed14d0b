package onebook.robot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import onebook.ledger.Account;
import onebook.ledger.Account.Dimension;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Side;

/** Fills a book with entries of every kind, with texts that trip careless programs. */
final class RandomBook {
    private static final String[] TEXTS = {"购纸", "=1+1", "'=x", "''5", "'12", "-3", "+86", "@某人",
        "说\"话\", 再说", "a;b|c", "𠮷野家", "行一\n行二", "0012", "1002.10", "Ünï", "合计", "制单"};

    private final Desk desk;
    private final Random random;
    private final List<AccountCode> leaves = new ArrayList<>();
    private final List<EntryNumber> ordinary = new ArrayList<>();
    private int made;

    RandomBook(Desk desk, long seed) {
        this.desk = desk;
        this.random = new Random(seed);
    }

    void fill(int entries) {
        AccountRegister register = new AccountRegister(desk);
        register.add(List.of(asset("1002.10", "工行, \"基本户\"", Account.Asks.NOTHING),
                asset("1002.02", "=美元户", new Account.Asks(Set.of(), "USD", "")),
                asset("1403.01", "钢", new Account.Asks(Set.of(), "", "kg"))), "王芳");
        register.ask(AccountCode.of("5601.05"), new Account.Asks(Set.of(Dimension.DEPARTMENT,
                Dimension.EMPLOYEE), "", ""), "王芳");
        desk.accounts().stream().map(Account::code).filter(desk.chart()::isLeaf)
                .forEach(leaves::add);
        desk.book().journal().transaction(() -> {
            post(draft(JournalEntry.Kind.OPENING, "2026-01-01", "opening-balances", lines()));
            for (int i = 0; i < entries; i++) {
                entry();
            }
            return desk.book().checkpoint();
        });
    }

    private static Account asset(String code, String name, Account.Asks asks) {
        return new Account(AccountCode.of(code), name, name, Account.Kind.ASSET, Side.DEBIT, asks);
    }

    private void entry() {
        String date = LocalDate.of(2026, 1 + random.nextInt(11), 1 + random.nextInt(28)).toString();
        int kind = random.nextInt(12);
        if (kind == 0 && !ordinary.isEmpty()) {
            EntryNumber wrong = ordinary.remove(random.nextInt(ordinary.size()));
            JournalEntry entry = desk.book().journal().find(wrong).orElseThrow();
            desk.book().write(desk.book().book().correct(wrong, entry.date(), text(), "王芳"));
        } else if (kind == 1) {
            post(draft(JournalEntry.Kind.CLOSING, date, JournalEntry.PROFIT_TRANSFER, lines()));
        } else {
            ordinary.add(post(draft(JournalEntry.Kind.ORDINARY, date, "by-hand", lines())));
        }
    }

    private EntryNumber post(Proposal draft) {
        Outcome outcome = desk.book().write(desk.book().book().post(draft,
                new JournalEntry.Hands(text(), text(), "王芳")));
        return ((Outcome.Posted) outcome).entry().number();
    }

    private Proposal draft(JournalEntry.Kind kind, String date, String rule,
            List<Posting> lines) {
        String id = "random:" + made++;
        return new Proposal(id, LocalDate.parse(date), kind, text(), lines,
                List.of(Evidence.without("随机")), rule, text(),
                random.nextInt(4) == 0 ? List.of("bank:" + id, "invoice:a|" + id) : List.of(),
                Optional.empty(), random.nextInt(5));
    }

    static Proposal plain(String id, String date, String summary, Posting... lines) {
        return new Proposal(id, LocalDate.parse(date), JournalEntry.Kind.ORDINARY, summary,
                List.of(lines), List.of(Evidence.without("测试")), "by-hand", "", List.of(),
                Optional.empty());
    }

    /** Ends the texts the same way that trimming would. */
    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private List<Posting> lines() {
        List<Posting> lines = new ArrayList<>();
        Money sum = Money.ZERO;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            Posting line = line(leaves.get(random.nextInt(leaves.size())));
            sum = sum.plus(line.signed());
            lines.add(line);
        }
        if (sum.isZero()) {
            lines.add(Posting.debit("1001", Money.cny(7)));
            sum = Money.cny(7);
        }
        lines.add(random.nextBoolean() ? Posting.credit("3001", sum)
                : Posting.debit("1001", sum.negated()));
        return lines;
    }

    private Posting line(AccountCode account) {
        Account.Asks asks = desk.chart().get(account).asks();
        Posting.Details details = Posting.Details.NONE;
        long amount = 1 + random.nextInt(1_000_000_00);
        Money money = Money.cny(random.nextInt(5) == 0 ? -amount : amount);
        if (!asks.currency().isEmpty()) {
            Posting.Foreign foreign = new Posting.Foreign(new Money(money.minor(),
                    asks.currency()), new BigDecimal("7.1234"));
            money = foreign.converted(Money.CNY);
            details = details.with(foreign);
        }
        if (!asks.unit().isEmpty()) {
            details = details.with(new Posting.Quantity(new BigDecimal("2.5"), money.toDecimal()
                    .divide(new BigDecimal("2.5"), 4, RoundingMode.HALF_UP)));
        }
        boolean hasMore = random.nextInt(4) == 0;
        for (Dimension dimension : hasMore ? Set.of(Dimension.values()) : asks.dimensions()) {
            details = dimension.isParty() ? details : details.with(dimension, text());
        }
        details = random.nextInt(4) == 0 ? details.withMemo(text() + "摘要") : details;
        String party = hasMore || !asks.dimensions().isEmpty() ? text() : "";
        return new Posting(account, random.nextBoolean() ? Side.DEBIT : Side.CREDIT, money, party,
                details);
    }
}
