package onebook.lender.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.lender.Body;
import onebook.lender.finding.Months.Sum;
import onebook.lender.finding.Reading.Flow;
import onebook.lender.finding.Reading.Use;
import onebook.seal.Leaf;

/** What several questions share of one book: populations, sums of months, what was taken back. */
final class Facts {
    final Cited cited = new Cited();
    final Invoices invoices = new Invoices();
    final BankLines bank = new BankLines(cited);
    final Filings filings = new Filings();
    final OwnAccounts accounts = new OwnAccounts();
    final Months months = new Months();
    final PartyMonths receivables = new PartyMonths("1122", true);
    final PartyMonths payables = new PartyMonths("2202", false);
    final Balance cash = new Balance();
    private final Set<Period> withEntries = new TreeSet<>();
    private final Set<Period> closed = new HashSet<>();
    private final Set<Long> silent = new HashSet<>();
    private final Map<Long, Money> redNet = new HashMap<>();
    private final List<Unread> unread = new ArrayList<>();
    private String company = "";

    /** Revenue with an invoice of which no date and parties are known yet. */
    private record Unread(Invoices.Row invoice, Period month, Money net) { }

    void leaf(Leaf leaf, Body body) {
        invoices.leaf(leaf, body);
        bank.leaf(leaf, body);
        filings.leaf(leaf, body);
        accounts.leaf(leaf, body);
        if (leaf.kind().equals("close")) {
            closed.add(body.period("period"));
        } else if (leaf.kind().equals("genesis")) {
            company = body.textOrEmpty("legal_name");
        }
    }

    void entry(JournalEntry entry, Reading reading) {
        withEntries.add(entry.period());
        cash.add(entry);
        receivables.add(entry);
        payables.add(entry);
        entry.takesBack().ifPresent(cited::takeBack);
        if (entry.takesBack().isEmpty()) {
            bank.entry(entry, reading.flow());
        }
        if (!isSilent(entry)) {
            revenue(entry, reading);
            customers(entry.period(), reading);
            others(entry, reading);
        }
    }

    /** Balances brought forward and income carried to profit say nothing of a month's business. */
    boolean isSilent(JournalEntry entry) {
        boolean isSilent = entry.kind() == JournalEntry.Kind.OPENING
                || entry.rule().equals(JournalEntry.PROFIT_TRANSFER)
                || entry.takesBack().map(Cited::packed).filter(silent::contains).isPresent();
        if (isSilent) {
            silent.add(Cited.packed(entry.number()));
        }
        return isSilent;
    }

    /** The invoices an entry names. */
    List<Invoices.Row> invoices(JournalEntry entry) {
        return entry.evidence().stream().map(Evidence::document).distinct()
                .flatMap(document -> invoices.ofFile(document).stream()).distinct().toList();
    }

    private void revenue(JournalEntry entry, Reading reading) {
        List<Invoices.Row> named = invoices(entry);
        if (!reading.has(Use.REVENUE)) {
            if (entry.takesBack().isEmpty()) {
                named.stream().filter(row -> !row.isSale())
                        .forEach(row -> cited.cite(row, entry.number()));
            }
            return;
        }
        Period month = entry.period();
        months.add(month, Sum.NET, reading.net());
        months.add(month, Sum.VAT, reading.vat());
        if (Months.isLate(entry.date())) {
            months.add(month, Sum.LATE, reading.net());
        }
        if (entry.takesBack().isPresent()) {
            months.add(month, Sum.RED, reading.net());
            redNet.put(Cited.packed(entry.takesBack().get()), reading.net().negated());
            if (entry.date().getDayOfMonth() <= 10
                    && entry.takesBack().get().period().compareTo(month) < 0) {
                months.add(month, Sum.EARLY_RED, reading.net());
            }
            return;
        }
        named.forEach(row -> cited.cite(row, entry.number()));
        if (named.isEmpty()) {
            months.add(month, Sum.UNINVOICED, reading.net());
        } else if (named.stream().noneMatch(row -> row.isSale() && row.month().isPresent())) {
            unread.add(new Unread(named.get(0), month, reading.net()));
        }
    }

    private void customers(Period month, Reading reading) {
        if (!reading.isOfCustomers()) {
            return;
        }
        months.add(month, Sum.RECEIVABLES, reading.sum(Use.RECEIVABLE));
        months.add(month, Sum.ADVANCES, reading.sum(Use.ADVANCE));
        months.add(month, Sum.CUSTOMER_BANK, reading.sum(Use.BANK));
        months.add(month, Sum.HAND, reading.sum(Use.HAND));
        months.add(month, Sum.FEES, reading.sum(Use.FINANCE));
        months.add(month, Sum.OFFSET, reading.sum(Use.SUPPLIER));
        months.add(month, Sum.OWNERS, reading.sum(Use.OWNER).plus(reading.sum(Use.CAPITAL)));
        months.add(month, Sum.LOANS, reading.sum(Use.LOAN));
        Money vat = reading.has(Use.REVENUE) ? Money.ZERO : reading.sum(Use.VAT);
        months.add(month, Sum.OTHERS, Money.sum(List.of(vat, reading.sum(Use.TAX),
                reading.sum(Use.PAYROLL), reading.sum(Use.PURCHASE), reading.sum(Use.OTHER))));
    }

    private void others(JournalEntry entry, Reading reading) {
        Period month = entry.period();
        if (entry.kind() != JournalEntry.Kind.CLOSING) {
            months.add(month, Sum.PURCHASES, reading.sum(Use.PURCHASE));
        }
        boolean isBank = reading.has(Use.BANK);
        if (isBank && reading.flow() == Flow.TAX) {
            months.add(month, Sum.VAT_PAID, reading.sum(Use.VAT));
        }
        for (Posting line : entry.postings()) {
            String account = line.account().value();
            if (isBank && account.equals("2221.14")) {
                months.add(month, Sum.INCOME_TAX_PAID, line.signed());
            } else if (account.equals("1221") || account.startsWith("1221.")) {
                months.add(month, Sum.OWNER_OWED, line.signed());
            }
        }
        if (isBank && reading.flow() == Flow.OWNER && !reading.has(Use.CAPITAL)) {
            Money moved = reading.sum(Use.BANK);
            months.add(month, moved.isPositive() ? Sum.OWNER_IN : Sum.OWNER_OUT, moved.abs());
        }
    }

    /** Revenue whose invoice says no date or parties, and revenue whose invoice is no sale's. */
    Money unread(Period month, boolean isKnown) {
        return Money.sum(unread.stream().filter(one -> one.month.equals(month)
                        && one.invoice.month().isPresent() == isKnown
                        && !(isKnown && one.invoice.isSale()))
                .map(Unread::net).toList());
    }

    /** The revenue of an entry that was taken back later. */
    Money takenBack(long packed) {
        return redNet.getOrDefault(packed, Money.ZERO);
    }

    boolean hasEntries(Period month) {
        return withEntries.contains(month);
    }

    Optional<Period> firstMonth() {
        return withEntries.stream().findFirst();
    }

    /**
     * The part of a span of which anything is known, at most a hundred years: somebody may ask for
     * all time.
     */
    Scope near(Scope scope) {
        TreeSet<Period> known = new TreeSet<>(withEntries);
        bank.all().forEach(line -> known.add(line.month()));
        invoices.all().forEach(row -> row.month().ifPresent(known::add));
        filings.all().forEach(filing -> known.add(filing.to()));
        known.removeIf(month -> !scope.holds(month));
        if (known.isEmpty()) {
            return new Scope(scope.from(), scope.from(), scope.profile(), scope.files());
        }
        Period to = known.last();
        Period oldest = new Period(Math.max(0, to.year() - 100), to.month());
        Period from = known.first().compareTo(oldest) < 0 ? oldest : known.first();
        return new Scope(from, to, scope.profile(), scope.files());
    }

    boolean isClosed(Period month) {
        return closed.contains(month);
    }

    /** 公司 as the genesis leaf names it. */
    String company() {
        return company;
    }
}
