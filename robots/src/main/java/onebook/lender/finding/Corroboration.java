package onebook.lender.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Body;
import onebook.lender.finding.Filings.Filing;
import onebook.lender.finding.Reading.Use;
import onebook.seal.Leaf;

/**
 * How much of each class of amounts papers of others show, month by month, net of what was taken
 * back. One piece of evidence counts once and for no more than its own amount; an owner's word
 * never counts. Where two sources show parts of one sum, only what they cannot help but both show
 * counts as shown by two. No grade is given, and classes are never averaged.
 */
public final class Corroboration {
    public enum Kind { REVENUE, COST, CASH, RECEIVABLES, PAYROLL, TAX }

    /** Who a paper comes from. */
    private enum Source { BANK, TAX, COUNTERPARTY }

    /**
     * One class in one month; every part is at most the amount.
     *
     * @param e1 shown by any paper of others
     * @param e2 of which from a channel of the issuer, or confirmed by it
     * @param e3 of which signed by the issuer and checked
     * @param two shown by two independent sources
     * @param inTime anchored outside in time; empty where the reader knows nobody who saw the log
     */
    public record Cell(Kind kind, Period month, Money amount, Money e1, Money e2, Money e3,
            Money two, Optional<Money> inTime) {
        Cell untimed() {
            return new Cell(kind, month, amount, e1, e2, e3, two, Optional.empty());
        }
    }

    private static final class Sums {
        private Money amount = Money.ZERO;
        private final Map<Source, Money> shown = new EnumMap<>(Source.class);
        private Money e2 = Money.ZERO;
        private Money e3 = Money.ZERO;

        void show(Source source, Money part) {
            shown.merge(source, part, Money::plus);
        }

        Money by(Source source) {
            return shown.getOrDefault(source, Money.ZERO);
        }
    }

    private final Facts facts;
    private final Anchoring anchoring = new Anchoring();
    private final Map<Kind, Map<Period, Sums>> kinds = new EnumMap<>(Kind.class);
    private final Map<String, Integer> grades = new HashMap<>();

    Corroboration(Facts facts) {
        this.facts = facts;
    }

    void anchored(long size, Instant at) {
        anchoring.anchored(size, at);
    }

    void leaf(Leaf leaf, Body body) {
        anchoring.leaf(leaf);
        if (leaf.kind().equals("doc")) {
            boolean isSigned = body.textOrEmpty("issuer_signature").equals("valid");
            boolean isIssued = body.textOrEmpty("channel").equals("issuer");
            if (isSigned || isIssued) {
                grades.put(body.text("sha256"), isSigned ? 3 : 2);
            }
        }
    }

    private Sums sums(Kind kind, Period month) {
        return kinds.computeIfAbsent(kind, one -> new TreeMap<>())
                .computeIfAbsent(month, one -> new Sums());
    }

    void entry(JournalEntry entry, Reading reading) {
        if (facts.isSilent(entry)) {
            return;
        }
        boolean isRed = entry.takesBack().isPresent();
        Period month = isRed ? entry.takesBack().get().period() : entry.period();
        Money sold = reading.net().plus(reading.vat());
        amount(Kind.REVENUE, month, sold);
        amount(Kind.RECEIVABLES, month, reading.has(Use.REVENUE)
                ? reading.sum(Use.RECEIVABLE) : Money.ZERO);
        Money bought = entry.kind() == JournalEntry.Kind.CLOSING || reading.has(Use.PAYROLL)
                ? Money.ZERO : reading.sum(Use.PURCHASE).plus(reading.sum(Use.FINANCE));
        amount(Kind.COST, month, bought);
        papers(entry, month, sold, bought);
        bank(entry, month, reading, bought);
    }

    private void amount(Kind kind, Period month, Money amount) {
        if (!amount.isZero()) {
            Sums sums = sums(kind, month);
            sums.amount = sums.amount.plus(amount);
            anchoring.add(kind, month, amount);
        }
    }

    /** Invoices the entry names, as far as they are not used up; a red entry gives back. */
    private void papers(JournalEntry entry, Period month, Money sold, Money bought) {
        for (Invoices.Row row : facts.invoices(entry)) {
            if (!sold.isZero()) {
                Money part = take(row, row.fileGross().abs(), sold);
                sums(Kind.REVENUE, month).show(Source.TAX, part);
                sums(Kind.RECEIVABLES, month).show(Source.TAX, part);
                grade(Kind.REVENUE, month, entry, part);
            } else if (!bought.isZero()) {
                Money part = take(row, row.fileGross().abs(), bought);
                sums(Kind.COST, month).show(Source.COUNTERPARTY, part);
                grade(Kind.COST, month, entry, part);
            }
        }
    }

    /** What is left of the evidence, up to the amount; below zero it is given back. */
    private static Money take(Cited.Citable evidence, Money whole, Money amount) {
        Money before = evidence.used();
        Money part = amount.isNegative() ? Least.of(before, amount.abs()).negated()
                : Least.of(whole.minus(before), amount);
        evidence.use(part);
        return part;
    }

    private void grade(Kind kind, Period month, JournalEntry entry, Money part) {
        int grade = entry.evidence().stream().mapToInt(one ->
                grades.getOrDefault(one.document(), 1)).max().orElse(1);
        Sums sums = sums(kind, month);
        sums.e2 = grade >= 2 ? sums.e2.plus(part) : sums.e2;
        sums.e3 = grade >= 3 ? sums.e3.plus(part) : sums.e3;
    }

    private void bank(JournalEntry entry, Period month, Reading reading, Money bought) {
        List<BankLines.Row> lines = facts.bank.named(entry);
        boolean isRed = entry.takesBack().isPresent();
        Money moved = Money.sum(entry.postings().stream()
                .filter(line -> Use.of(line.account().value()) == Use.BANK)
                .map(line -> isRed ? line.amount().abs().negated() : line.amount().abs()).toList());
        Money shown = Money.ZERO;
        Money left = moved;
        for (BankLines.Row line : lines) {
            Money part = take(line, line.amount().abs(), left);
            shown = shown.plus(part);
            left = left.minus(part);
        }
        amount(Kind.CASH, month, moved);
        sums(Kind.CASH, month).show(Source.BANK, shown);
        grade(Kind.CASH, month, entry, shown);
        if (reading.isOfCustomers() && !isRed) {
            facts.receivables.shown(entry, shown);
            if (reading.has(Use.REVENUE) && !reading.has(Use.RECEIVABLE)) {
                sums(Kind.REVENUE, month).show(Source.BANK, shown);
            }
        } else if (reading.has(Use.SUPPLIER) && !isRed) {
            facts.payables.shown(entry, shown);
        }
        if (!bought.isZero() && !reading.has(Use.SUPPLIER)) {
            sums(Kind.COST, month).show(Source.BANK, shown);
        }
        paidToOthers(entry, month, reading, shown);
    }

    private void paidToOthers(JournalEntry entry, Period month, Reading reading, Money shown) {
        if (reading.has(Use.PAYROLL)) {
            Money earned = Money.sum(entry.postings().stream().filter(line ->
                            Use.of(line.account().value()) == Use.PAYROLL
                                    && line.side() == onebook.ledger.Side.CREDIT)
                    .map(line -> line.amount()).toList());
            amount(Kind.PAYROLL, month, earned);
            sums(Kind.PAYROLL, month).show(Source.BANK, shown);
        } else if (reading.flow() == Reading.Flow.TAX && reading.has(Use.BANK)) {
            amount(Kind.TAX, month, reading.sum(Use.TAX).plus(reading.sum(Use.VAT)));
            sums(Kind.TAX, month).show(Source.BANK, shown);
        }
    }

    /** In order of class and month. */
    public List<Cell> cells(Period from, Period to) {
        Map<Period, Money> received = facts.receivables.shownPaid(to);
        Map<Period, Money> paid = facts.payables.shownPaid(to);
        Map<Period, Money> confirmed = confirmed();
        Map<Period, Money> declared = declared(to);
        List<Cell> cells = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            kinds.getOrDefault(kind, Map.of()).forEach((month, sums) -> {
                if (month.compareTo(from) >= 0 && month.compareTo(to) <= 0
                        && sums.amount.isPositive()) {
                    Money bank = sums.by(Source.BANK).plus(kind == Kind.REVENUE
                            || kind == Kind.RECEIVABLES ? of(received, month)
                            : kind == Kind.COST ? of(paid, month) : Money.ZERO);
                    Money tax = sums.by(Source.TAX).plus(kind == Kind.COST ? of(confirmed, month)
                            : kind == Kind.TAX ? of(declared, month) : Money.ZERO);
                    cells.add(cell(kind, month, sums, List.of(bank, tax,
                            sums.by(Source.COUNTERPARTY))));
                }
            });
        }
        return cells;
    }

    private static Money of(Map<Period, Money> sums, Period month) {
        return sums.getOrDefault(month, Money.ZERO);
    }

    private Cell cell(Kind kind, Period month, Sums sums, List<Money> sources) {
        Money amount = sums.amount;
        List<Money> most = sources.stream().map(one -> within(one, amount))
                .sorted(Comparator.reverseOrder()).toList();
        Money two = within(most.get(0).plus(most.get(1)).minus(amount), amount);
        Money both = kind == Kind.COST ? within(Least.of(sources.get(1), sources.get(2)), amount)
                : Money.ZERO;
        return new Cell(kind, month, amount, most.get(0), within(sums.e2, amount),
                within(sums.e3, amount), two.compareTo(both) < 0 ? both : two,
                anchoring.isAnchored()
                        ? Optional.of(within(anchoring.inTime(kind, month), amount))
                        : Optional.empty());
    }

    private static Money within(Money part, Money whole) {
        return part.isNegative() ? Money.ZERO : Least.of(part, whole);
    }

    /** Purchases whose very invoice and amount the tax bureau lists, by the month booked. */
    private Map<Period, Money> confirmed() {
        Map<Period, Money> confirmed = new TreeMap<>();
        for (Invoices.Row row : facts.invoices.all()) {
            boolean isConfirmed = !row.isSale() && row.isFile()
                    && row.status() != Invoices.Status.NONE
                    && row.status() != Invoices.Status.VOID
                    && row.fileGross().equals(row.gross());
            if (isConfirmed) {
                facts.cited.standing(row).ifPresent(number -> confirmed.merge(number.period(),
                        row.used(), Money::plus));
            }
        }
        return confirmed;
    }

    /** Payments that a return with a receipt calls for, oldest first; never in its own period. */
    private Map<Period, Money> declared(Period to) {
        Map<Period, Money> declared = new TreeMap<>();
        Map<Period, Sums> months = kinds.getOrDefault(Kind.TAX, Map.of());
        for (Filing filing : facts.filings.all()) {
            Money left = filing.hasReceipt()
                    ? filing.figure("payable").orElse(Money.ZERO) : Money.ZERO;
            for (Map.Entry<Period, Sums> month : months.entrySet()) {
                if (month.getKey().compareTo(filing.to()) > 0
                        && month.getKey().compareTo(to) <= 0 && left.isPositive()) {
                    Money free = month.getValue().amount.minus(of(declared, month.getKey()));
                    Money part = within(Least.of(left, free), left);
                    declared.merge(month.getKey(), part, Money::plus);
                    left = left.minus(part);
                }
            }
        }
        return declared;
    }
}
