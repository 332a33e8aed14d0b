package onebook.lender.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.finding.Filings.Filing;
import onebook.lender.finding.Months.Sum;
import onebook.lender.finding.Reading.Flow;

/**
 * 账票税银: what the book says was sold, what was invoiced, declared and paid by customers, month by
 * month, with a bridge from each to the next. Revenue is without tax but for the bridge to the
 * bank. What a book holds nothing of is absent, not zero.
 */
public final class TieOut {
    /**
     * One month.
     *
     * @param book revenue without tax
     * @param bookGross with tax
     * @param filed sales of the return that ends with this month, for its whole period
     * @param bank what customers paid into accounts, less what they were paid back
     */
    public record Month(Period month, Money book, Money bookGross, Optional<Money> invoices,
            Optional<Money> filed, Optional<Money> bank) { }

    private final Facts facts;
    private final Scope scope;
    private final Map<Period, InvoiceSums> invoices = new TreeMap<>();
    private final Map<Period, BankSums> bank = new TreeMap<>();

    /** Sales invoices by their month; those that are booked elsewhere, or not at all. */
    private static final class InvoiceSums {
        private Money net = Money.ZERO;
        private Money gross = Money.ZERO;
        private Money elsewhere = Money.ZERO;
        private Money fromElsewhere = Money.ZERO;
        private Money unbooked = Money.ZERO;
        private Money uncounted = Money.ZERO;
        private Money takenBack = Money.ZERO;
    }

    private static final class BankSums {
        private final Map<Flow, Money> in = new TreeMap<>();
        private Money customers = Money.ZERO;
        private Money customersByEntry = Money.ZERO;
        private Money inflow = Money.ZERO;
    }

    TieOut(Facts facts, Scope scope) {
        this.facts = facts;
        this.scope = scope;
        facts.invoices.all().stream().filter(Invoices.Row::isSale).forEach(this::invoice);
        facts.bank.all().forEach(this::line);
    }

    private InvoiceSums invoices(Period month) {
        return invoices.computeIfAbsent(month, one -> new InvoiceSums());
    }

    private BankSums bank(Period month) {
        return bank.computeIfAbsent(month, one -> new BankSums());
    }

    private void invoice(Invoices.Row row) {
        Period month = row.month().orElseThrow();
        Optional<Period> booked = facts.cited.standing(row).map(number -> number.period());
        facts.cited.gone(row).forEach(number -> {
            InvoiceSums sums = invoices(number.period());
            sums.takenBack = sums.takenBack.plus(facts.takenBack(Cited.packed(number)));
        });
        InvoiceSums own = invoices(month);
        if (facts.invoices.counts(row)) {
            own.net = own.net.plus(row.net());
            own.gross = own.gross.plus(row.gross());
            if (booked.isEmpty()) {
                own.unbooked = own.unbooked.plus(row.net());
            } else if (!booked.get().equals(month)) {
                own.elsewhere = own.elsewhere.plus(row.net());
                InvoiceSums other = invoices(booked.get());
                other.fromElsewhere = other.fromElsewhere.plus(row.net());
            }
        } else if (booked.isPresent()) {
            InvoiceSums other = invoices(booked.get());
            other.uncounted = other.uncounted.plus(row.net());
        }
    }

    private void line(BankLines.Row row) {
        BankSums sums = bank(row.month());
        Flow flow = facts.bank.flow(row);
        if (row.amount().isPositive()) {
            sums.in.merge(flow, row.amount(), Money::plus);
            sums.inflow = sums.inflow.plus(row.amount());
        }
        if (flow == Flow.CUSTOMER) {
            sums.customers = sums.customers.plus(row.amount());
            BankSums booked = bank(facts.bank.booked(row).orElseThrow().period());
            booked.customersByEntry = booked.customersByEntry.plus(row.amount());
        }
    }

    /** The months of the span. */
    public List<Month> months() {
        return scope.months().stream().map(month -> new Month(month, net(month),
                facts.months.gross(month), hasInvoices() ? Optional.of(invoiced(month))
                : Optional.empty(), filedAt(month), hasBank() ? Optional.of(received(month))
                : Optional.empty())).toList();
    }

    private Money net(Period month) {
        return facts.months.of(month, Sum.NET);
    }

    Money invoiced(Period month) {
        return invoices(month).net;
    }

    Money received(Period month) {
        return bank(month).customers;
    }

    private Optional<Money> filedAt(Period month) {
        return facts.filings.vat().stream().filter(one -> one.to().equals(month))
                .flatMap(one -> one.figure("sales").stream()).reduce(Money::plus);
    }

    private boolean hasInvoices() {
        return facts.invoices.isAnyListed() || facts.invoices.all().stream()
                .anyMatch(row -> row.isSale() && row.month().isPresent());
    }

    private boolean hasBank() {
        return !facts.bank.all().isEmpty();
    }

    /** All bridges of the span, month by month; those to a return for its whole period. */
    public List<Bridge> bridges() {
        List<Bridge> bridges = new ArrayList<>();
        for (Period month : scope.months()) {
            if (hasInvoices()) {
                bridges.add(toInvoices(month, month));
            }
            facts.filings.vat().stream().filter(one -> one.to().equals(month)).forEach(filing ->
                    filing.figure("sales").ifPresent(sales -> filed(filing, sales, bridges)));
            if (hasBank()) {
                bridges.add(toBank(month));
                bridges.add(inflow(month));
            }
        }
        return bridges;
    }

    private void filed(Filing filing, Money sales, List<Bridge> bridges) {
        boolean isKnown = facts.firstMonth().map(first -> first.compareTo(filing.from()) <= 0)
                .orElse(false);
        if (!isKnown) {
            return;
        }
        Money disposals = filing.figure("disposals").orElse(Money.ZERO);
        Money book = facts.months.of(filing.from(), filing.to(), Sum.NET);
        bridges.add(new Bridge.Builder("book-filed", filing.from(), filing.to())
                .line("处置固定资产的销售额", "sales of used assets, which are no revenue",
                        disposals.negated()).between(book, sales));
        if (hasInvoices()) {
            Bridge invoiced = toInvoices(filing.from(), filing.to());
            Bridge.Builder lines =
                    new Bridge.Builder("invoices-filed", filing.from(), filing.to());
            invoiced.explained().forEach(line ->
                    lines.line(line.zh(), line.en(), line.amount().negated()));
            bridges.add(lines.line("处置固定资产的销售额",
                    "sales of used assets, which are no revenue", disposals.negated())
                    .between(invoiced.end(), sales));
        }
    }

    private Bridge toInvoices(Period from, Period to) {
        Money[] sums = new Money[7];
        java.util.Arrays.fill(sums, Money.ZERO);
        Money unread = Money.ZERO;
        for (Period month = from; month.compareTo(to) <= 0; month = month.next()) {
            InvoiceSums one = invoices(month);
            sums[0] = sums[0].plus(one.net);
            sums[1] = sums[1].plus(one.elsewhere);
            sums[2] = sums[2].plus(one.fromElsewhere);
            sums[3] = sums[3].plus(one.unbooked);
            sums[4] = sums[4].plus(one.uncounted);
            sums[5] = sums[5].plus(one.takenBack);
            sums[6] = sums[6].plus(facts.unread(month, true));
            unread = unread.plus(facts.unread(month, false));
        }
        Money uninvoiced = facts.months.of(from, to, Sum.UNINVOICED).plus(sums[6]);
        return new Bridge.Builder("book-invoices", from, to)
                .line("未开票收入", "revenue without an invoice", uninvoiced)
                .line("红字冲销", "entries taken back in red", facts.months.of(from, to, Sum.RED))
                .line("后来冲销的凭证", "entries that were taken back later", sums[5])
                .line("其他月份的发票在本期入账", "invoices of other months, booked now", sums[2])
                .line("本期发票在其他月份入账", "invoices booked in other months",
                        sums[1].negated())
                .line("未入账的发票", "invoices that are not booked", sums[3].negated())
                .line("不在税局清单的发票", "invoices the bureau does not list", sums[4])
                .line("发票日期或双方未读出", "invoices whose date or parties are not known", unread)
                .between(facts.months.of(from, to, Sum.NET), sums[0]);
    }

    private Bridge toBank(Period month) {
        Months months = facts.months;
        BankSums sums = bank(month);
        return new Bridge.Builder("book-bank", month, month)
                .line("应收账款增加", "growth of receivables", months.of(month, Sum.RECEIVABLES))
                .line("预收账款变动", "change of advances", months.of(month, Sum.ADVANCES))
                .line("收取现金", "paid in cash", months.of(month, Sum.HAND))
                .line("手续费", "charges kept back", months.of(month, Sum.FEES))
                .line("与应付款项相抵", "set off against payables", months.of(month, Sum.OFFSET))
                .line("借款", "loans", months.of(month, Sum.LOANS))
                .line("由其他人收取（其他应收、应付款）", "received by others (other receivables, payables)",
                        months.of(month, Sum.OWNERS))
                .line("其他科目", "other accounts", months.of(month, Sum.OTHERS))
                .line("银行与入账跨月", "booked in another month than at the bank",
                        sums.customersByEntry.minus(sums.customers))
                .between(months.gross(month), sums.customers);
    }

    private Bridge inflow(Period month) {
        BankSums sums = bank(month);
        Money customers = sums.in.getOrDefault(Flow.CUSTOMER, Money.ZERO);
        return new Bridge.Builder("inflow", month, month)
                .line("本单位账户间划转", "transfers between own accounts", in(sums, Flow.TRANSFER))
                .line("借款", "loans", in(sums, Flow.LOAN))
                .line("投资与往来", "capital and current accounts", in(sums, Flow.OWNER))
                .line("供应商退款", "repaid by suppliers", in(sums, Flow.SUPPLIER))
                .line("退税", "repaid taxes", in(sums, Flow.TAX))
                .line("工资退回", "wages returned", in(sums, Flow.PAYROLL))
                .line("利息", "interest", in(sums, Flow.INTEREST))
                .line("其他", "other", in(sums, Flow.OTHER))
                .between(sums.inflow, customers);
    }

    private static Money in(BankSums sums, Flow flow) {
        return sums.in.getOrDefault(flow, Money.ZERO);
    }
}
