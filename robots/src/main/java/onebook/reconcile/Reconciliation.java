package onebook.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import onebook.bank.StatementChecks;
import onebook.bank.StatementLine;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Money;
import onebook.words.Sentence;

/**
 * One account at the end of a period: both balances, what each side lacks, and what is left when
 * all of that is taken into account. Not a voucher: nothing is booked from it.
 *
 * @param isBankStated false where no statement says a balance; then {@code bankBalance} is zero
 * @param bankReceived 银行已收企业未收, {@code bankPaid} 银行已付企业未付
 * @param bookReceived 企业已收银行未收, {@code bookPaid} 企业已付银行未付
 */
public record Reconciliation(AccountCode account, LocalDate end, Money bookBalance,
        Money bankBalance, boolean isBankStated, List<Adjustment> bankReceived,
        List<Adjustment> bankPaid, List<Adjustment> bookReceived, List<Adjustment> bookPaid) {

    public Reconciliation {
        bankReceived = List.copyOf(bankReceived);
        bankPaid = List.copyOf(bankPaid);
        bookReceived = List.copyOf(bookReceived);
        bookPaid = List.copyOf(bookPaid);
    }

    /**
     * @param bankOpening the balance before the first line, where a statement says it
     * @param allRows all lines of the account's statements, in any order, also after {@code end};
     *        lines in foreign currency are left out, the book is kept in CNY
     * @param postings all postings on the account, also after {@code end}
     */
    public static Reconciliation of(AccountCode account, LocalDate end, Optional<Money> bankOpening,
            Collection<CashRow> allRows, Collection<BookRow> postings) {
        List<CashRow> rows = allRows.stream()
                .filter(row -> row.line().amount().currency().equals(Money.CNY)).toList();
        Builder builder = new Builder(end);
        postings.forEach(builder::posting);
        rows.forEach(builder::row);
        Optional<Money> bank = balanceAt(end, bankOpening, rows);
        return builder.build(account, bank);
    }

    /** The bank's balance at the end of the day. */
    private static Optional<Money> balanceAt(LocalDate end, Optional<Money> opening,
            Collection<CashRow> rows) {
        List<StatementLine> lines = StatementChecks.inOrder(rows.stream()
                .sorted(Comparator.comparing(CashRow::id)).map(CashRow::line).toList());
        Optional<Money> balance = opening;
        for (StatementLine line : lines) {
            if (!line.date().isAfter(end)) {
                balance = line.balance().or(carried(balance, line));
            } else if (balance.isEmpty()) {
                return line.balance().map(after -> after.minus(line.amount()));
            }
        }
        return balance;
    }

    private static Supplier<Optional<Money>> carried(Optional<Money> balance,
            StatementLine line) {
        return () -> balance.map(before -> before.plus(line.amount()));
    }

    /** 调节后余额, the books' side. */
    public Money adjustedBook() {
        return bookBalance.plus(sum(bankReceived)).minus(sum(bankPaid));
    }

    /** 调节后余额, the bank's side. */
    public Money adjustedBank() {
        return bankBalance.plus(sum(bookReceived)).minus(sum(bookPaid));
    }

    /** Zero where every difference is explained. */
    public Money difference() {
        return adjustedBook().minus(adjustedBank());
    }

    public boolean isReconciled() {
        return isBankStated && difference().isZero();
    }

    private Money sum(List<Adjustment> items) {
        return items.stream().map(Adjustment::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Collects by entry: what the books have of it, what the bank has of it. */
    private static final class Builder {
        private record Side(Money book, Money bank, LocalDate date, String summary) { }

        private final LocalDate end;
        private final Map<EntryNumber, Side> entries = new TreeMap<>();
        private final Set<EntryNumber> takenBack = new HashSet<>();
        private final List<CashRow> unbooked = new ArrayList<>();
        private Money book = Money.ZERO;

        Builder(LocalDate end) {
            this.end = end;
        }

        void posting(BookRow row) {
            if (row.date().isAfter(end)) {
                return;
            }
            book = book.plus(row.amount());
            row.corrects().ifPresent(takenBack::add);
            if (!row.isOpening()) {
                entries.merge(row.corrects().orElse(row.entry()),
                        new Side(row.amount(), Money.ZERO, row.date(),
                        row.summary()), (old, more) -> new Side(old.book.plus(more.book), old.bank,
                        old.date, old.summary));
            }
        }

        /** Requires all postings to be known. */
        void row(CashRow row) {
            if (row.line().date().isAfter(end)) {
                return;
            }
            Optional<Side> side = row.entry().filter(entry -> !takenBack.contains(entry))
                    .map(entries::get);
            if (side.isEmpty()) {
                unbooked.add(row);
                return;
            }
            Side old = side.get();
            entries.put(row.entry().get(), new Side(old.book,
                    old.bank.plus(row.line().amount()), old.date, old.summary));
        }

        Reconciliation build(AccountCode account, Optional<Money> bank) {
            List<Adjustment> bankReceived = new ArrayList<>();
            List<Adjustment> bankPaid = new ArrayList<>();
            unbooked.stream().filter(row -> !row.line().amount().isZero())
                    .sorted(Comparator.comparing((CashRow row) -> row.line().date())
                            .thenComparing(row -> row.line().time()).thenComparing(CashRow::id))
                    .forEach(row -> (row.line().amount().isPositive() ? bankReceived : bankPaid)
                            .add(ofBank(row)));
            List<Adjustment> bookReceived = new ArrayList<>();
            List<Adjustment> bookPaid = new ArrayList<>();
            entries.forEach((entry, side) -> {
                Money rest = side.book.minus(side.bank);
                if (!rest.isZero()) {
                    (rest.isPositive() ? bookReceived : bookPaid).add(ofBook(entry, side, rest));
                }
            });
            return new Reconciliation(account, end, book, bank.orElse(Money.ZERO), bank.isPresent(),
                    bankReceived, bankPaid, bookReceived, bookPaid);
        }

        private static Adjustment ofBank(CashRow row) {
            StatementLine line = row.line();
            String summary = (line.party() + " " + line.memo()).strip();
            return new Adjustment(line.date(), line.reference(), summary, line.amount().abs(),
                    row.entry().map(entry -> Sentence.of("adjust.later", entry))
                            .orElse(Sentence.of("adjust.unbooked")));
        }

        private static Adjustment ofBook(EntryNumber entry, Side side, Money rest) {
            return new Adjustment(side.date, entry.toString(), side.summary, rest.abs(),
                    Sentence.of(side.bank.isZero()
                            ? "adjust.not-at-bank" : "adjust.other-amount"));
        }
    }
}
