package onebook.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.JournalEntry.Hands;
import onebook.ledger.JournalEntry.Kind;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Side;

/** A book of balanced entries of any kind, the same for the same seed. */
final class RandomBook {
    static final Period FIRST = Period.parse("2025-10");
    static final Period LAST = Period.parse("2026-03");
    static final List<String> ACCOUNTS = List.of("1001", "1002.01", "1002.02", "1122", "2202",
            "1405", "2221.01.01", "2221.01.04", "2221.01.07", "2221.02", "5001", "5602.02",
            "5602.04", "5602.05", "3103");
    static final List<String> PARTIES = List.of("", "甲公司", "乙公司", "丙公司");
    static final List<String> DEPARTMENTS = List.of("销售部", "技术部");

    private final Random dice;
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Map<Period, Integer> last = new HashMap<>();

    RandomBook(long seed, int count) {
        dice = new Random(seed);
        add(LocalDate.of(2025, 10, 1), Kind.OPENING, "opening", lines(6), Optional.empty());
        for (int entry = 1; entry < count; entry++) {
            LocalDate date = LocalDate.of(2025, 10, 1).plusDays(dice.nextInt(182));
            int kind = dice.nextInt(12);
            if (kind == 0) {
                JournalEntry wrong = entries.get(dice.nextInt(entries.size()));
                boolean isLater = !date.isBefore(wrong.date()) && wrong.takesBack().isEmpty()
                        && entries.stream().noneMatch(one ->
                                one.takesBack().equals(Optional.of(wrong.number())));
                if (isLater) {
                    add(date, Kind.CORRECTION, "correction",
                            wrong.postings().stream().map(Posting::red).toList(),
                            Optional.of(wrong.number()));
                }
            } else {
                add(date, kind == 1 ? Kind.CLOSING : Kind.ORDINARY, kind == 1
                        ? JournalEntry.PROFIT_TRANSFER : kind < 4 ? "match" : "by-hand",
                        lines(2 + dice.nextInt(3)), Optional.empty());
            }
        }
    }

    private void add(LocalDate date, Kind kind, String rule, List<Posting> lines,
            Optional<EntryNumber> corrects) {
        Period month = Period.of(date);
        EntryNumber number = new EntryNumber(month, last.merge(month, 1, Integer::sum));
        entries.add(new JournalEntry(number, date, kind, "第" + number + "号", lines, List.of(),
                rule, "测试", Hands.of("rule"), "p" + entries.size(), corrects, 0, List.of()));
    }

    private List<Posting> lines(int count) {
        List<Posting> lines = new ArrayList<>();
        Money rest = Money.ZERO;
        for (int line = 1; line < count; line++) {
            Posting one = posting(Money.cny(1 + dice.nextInt(20) * 50L));
            lines.add(one);
            rest = rest.plus(one.signed());
        }
        lines.add(rest.isZero() ? posting(Money.cny(100)) : balancing(rest));
        if (rest.isZero()) {
            lines.add(balancing(lines.get(lines.size() - 1).signed()));
        }
        return lines;
    }

    private Posting posting(Money amount) {
        String account = ACCOUNTS.get(dice.nextInt(ACCOUNTS.size()));
        Side side = dice.nextBoolean() ? Side.DEBIT : Side.CREDIT;
        Posting.Details details = Posting.Details.NONE
                .with(new Posting.Quantity(BigDecimal.valueOf(1 + dice.nextInt(5)), BigDecimal.ONE))
                .with(Account.Dimension.DEPARTMENT, DEPARTMENTS.get(dice.nextInt(2)));
        return new Posting(AccountCode.of(account), side, amount,
                PARTIES.get(dice.nextInt(PARTIES.size())), details);
    }

    private Posting balancing(Money rest) {
        Posting one = posting(rest.abs());
        return new Posting(one.account(), rest.isPositive() ? Side.CREDIT : Side.DEBIT,
                rest.abs(), one.party(), one.details());
    }

    List<JournalEntry> entries() {
        return entries;
    }

    Records records() {
        return Records.of(entries);
    }
}
