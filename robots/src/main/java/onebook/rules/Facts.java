package onebook.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import onebook.bank.StatementLine;
import onebook.document.Reading;
import onebook.invoice.Invoice;
import onebook.invoice.InvoiceLine;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;

/**
 * What a condition may see and a posting may name, drawn from one document or bank line.
 *
 * @param texts also usable in summaries and as parties
 * @param byCategory gross amount per account of the lines; for purchases
 */
record Facts(Map<String, String> texts, Map<String, Money> amounts, Map<String, Boolean> flags,
        SortedMap<AccountCode, Money> byCategory) {
    /** The party of 其他应付款 for what employees paid themselves. */
    static final String REIMBURSEMENT = "员工报销";

    /** One of each name that a rule for documents may use. */
    static Facts anyInvoice() {
        Map<String, String> texts = new LinkedHashMap<>();
        List.of("kind", "type", "direction", "number", "seller", "buyer", "reimbursement")
                .forEach(name -> texts.put(name, ""));
        Map<String, Money> amounts = new LinkedHashMap<>();
        List.of("net", "tax", "gross", "services", "goods")
                .forEach(name -> amounts.put(name, Money.ZERO));
        return new Facts(texts, amounts, Map.of("red", false, "known", false), new TreeMap<>());
    }

    /** One of each name that a rule for bank lines may use. */
    static Facts anyBankLine() {
        return new Facts(Map.of("memo", "", "party", "", "reimbursement", ""),
                Map.of("inflow", Money.ZERO, "outflow", Money.ZERO),
                Map.of("wallet", false, "accruesWages", false),
                new TreeMap<>());
    }

    static Facts of(Reading<Invoice> reading, CompanyProfile company, Categories categories,
            Predicate<String> isService) {
        Invoice invoice = reading.value().orElseThrow();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("kind", reading.kind());
        texts.put("type", invoice.type());
        texts.put("direction", direction(invoice, company));
        texts.put("number", invoice.number());
        texts.put("seller", company.partyName(invoice.seller().name(), invoice.seller().taxId()));
        texts.put("buyer", company.partyName(invoice.buyer().name(), invoice.buyer().taxId()));
        texts.put("reimbursement", REIMBURSEMENT);
        Map<String, Money> amounts = new LinkedHashMap<>();
        amounts.put("net", invoice.net());
        amounts.put("tax", invoice.tax());
        amounts.put("gross", invoice.gross());
        Money services = invoice.lines().stream().filter(line -> isService.test(line.category()))
                .map(InvoiceLine::net).reduce(Money.ZERO, Money::plus);
        amounts.put("services", services);
        amounts.put("goods", invoice.net().minus(services));
        SortedMap<AccountCode, Money> accounts = accounts(invoice, company, categories);
        boolean known = accounts.values().stream().reduce(Money.ZERO, Money::plus)
                .equals(invoice.gross());
        return new Facts(texts, amounts, Map.of("red", invoice.isRed(), "known", known), accounts);
    }

    static Facts of(StatementLine line, CompanyProfile company, boolean wallet,
            boolean accruesWages) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("memo", line.memo());
        texts.put("party", company.partyName(line.party(), ""));
        texts.put("reimbursement", REIMBURSEMENT);
        boolean in = line.amount().isPositive();
        Map<String, Money> amounts = new LinkedHashMap<>();
        amounts.put("inflow", in ? line.amount() : Money.ZERO);
        amounts.put("outflow", in ? Money.ZERO : line.amount().negated());
        return new Facts(texts, amounts,
                Map.of("wallet", wallet, "accruesWages", accruesWages), new TreeMap<>());
    }

    /** All of it by name, as a condition sees it. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>(texts);
        values.putAll(amounts);
        values.putAll(flags);
        return values;
    }

    private static String direction(Invoice invoice, CompanyProfile company) {
        if (company.isOurs(invoice.seller().name(), invoice.seller().taxId())) {
            return "sale";
        }
        return company.isOurs(invoice.buyer().name(), invoice.buyer().taxId())
                ? "purchase" : "other";
    }

    private static SortedMap<AccountCode, Money> accounts(Invoice invoice, CompanyProfile company,
            Categories categories) {
        SortedMap<AccountCode, Money> accounts = new TreeMap<>();
        for (InvoiceLine line : invoice.lines()) {
            categories.accountOf(line, company).ifPresent(account ->
                    accounts.merge(account, line.net().plus(line.tax()), Money::plus));
        }
        return accounts;
    }
}
