package onebook.robot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.invoice.Invoice;
import onebook.invoice.InvoiceLine;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.tax.SalesLine;

/** What the ledger sold, line by line as the VAT return asks: goods or service, 专票 or not. */
final class Sales {
    private static final AccountCode GOODS = AccountCode.of("5001");
    private static final AccountCode SERVICES = AccountCode.of("5051");
    private static final AccountCode TAX = AccountCode.of("2221.01");

    /** An entry that sells posts to one of these. */
    static final Set<AccountCode> ACCOUNTS = Set.of(GOODS, SERVICES);

    private Sales() { }

    /** @param invoices the invoice each entry booked; an entry without one is 未开票收入 */
    static List<SalesLine> of(List<JournalEntry> entries, Map<EntryNumber, Invoice> invoices) {
        List<SalesLine> lines = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (entry.kind() == JournalEntry.Kind.ORDINARY
                    || entry.kind() == JournalEntry.Kind.CORRECTION) {
                Optional<Invoice> invoice = Optional.ofNullable(
                        invoices.get(entry.takesBack().orElse(entry.number())));
                Money goods = credited(entry, GOODS);
                Money services = credited(entry, SERVICES);
                Money tax = credited(entry, TAX);
                Money serviceTax = goods.isZero() ? tax : Money.ZERO;
                add(lines, entry, invoice, new Part(false, goods, tax.minus(serviceTax)));
                add(lines, entry, invoice, new Part(true, services, serviceTax));
            }
        }
        return lines;
    }

    private record Part(boolean isService, Money net, Money tax) { }

    private static void add(List<SalesLine> lines, JournalEntry entry, Optional<Invoice> invoice,
            Part part) {
        if (!part.net().isZero()) {
            lines.add(new SalesLine(entry.number(), invoice.map(Invoice::number).orElse(""),
                    entry.date(), invoice.map(Invoice::isSpecial).orElse(false), part.isService(),
                    part.net(), part.tax(), invoice.flatMap(Sales::rate).orElse(standardRate(part)),
                    invoice.isPresent()));
        }
    }

    private static BigDecimal standardRate(Part part) {
        return part.tax().isZero() ? BigDecimal.ZERO : new BigDecimal("0.01");
    }

    private static Optional<BigDecimal> rate(Invoice invoice) {
        // 0.01 as in 数电票 XML; 免税 and *** are no rates
        return invoice.lines().stream().map(InvoiceLine::rate)
                .filter(rate -> rate.matches("0?\\.[0-9]+")).findFirst().map(BigDecimal::new);
    }

    private static Money credited(JournalEntry entry, AccountCode account) {
        return entry.postings().stream().filter(line -> line.account().isWithin(account))
                .map(Posting::signed).reduce(Money.ZERO, Money::plus).negated();
    }
}
