package onebook.lender.finding;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;

/**
 * What one entry says, in sums by what its accounts are for; debit positive. An entry that carries
 * balances forward or income to 本年利润, or takes such a one back, is not asked.
 */
final class Reading {
    /** What an account of the chart of small companies is for. */
    enum Use {
        REVENUE("5001", "5051"), VAT("2221.01", "2221.02"), TAX("2221"),
        RECEIVABLE("1122", "1121"), ADVANCE("2203"), BANK("1002", "1012"), HAND("1001"),
        FINANCE("5603"), SUPPLIER("2202", "2201", "1123"), PAYROLL("2211"),
        OWNER("2241", "1221"), CAPITAL("3001", "3002"), LOAN("2001", "2501", "2701"),
        PURCHASE("1401", "1402", "1403", "1405", "1411", "4001", "4101", "4401", "5401", "5402",
                "5601", "5602", "1601", "1604", "1701", "1801"),
        OTHER();

        private static final int LEVEL_ONE = 4;
        private static final int LEVEL_TWO = 7;
        private static final Map<String, Use> BY_CODE = new HashMap<>();
        private final List<String> accounts;

        static {
            for (Use use : values()) {
                use.accounts.forEach(code -> BY_CODE.put(code, use));
            }
        }

        Use(String... accounts) {
            this.accounts = List.of(accounts);
        }

        /** By its second level where that means something of its own, else by its first. */
        static Use of(String account) {
            boolean isTwo = account.length() == LEVEL_TWO
                    || account.length() > LEVEL_TWO && account.charAt(LEVEL_TWO) == '.';
            Use two = isTwo ? BY_CODE.get(account.substring(0, LEVEL_TWO)) : null;
            return two != null ? two
                    : BY_CODE.getOrDefault(account.substring(0, LEVEL_ONE), OTHER);
        }
    }

    /** What a bank line was for, by the entry that names it. */
    enum Flow { CUSTOMER, TRANSFER, LOAN, OWNER, SUPPLIER, PAYROLL, TAX, INTEREST, OTHER, UNBOOKED }

    private final Map<Use, Money> sums = new EnumMap<>(Use.class);
    private int bankLines;
    private String party = "";

    static Reading of(JournalEntry entry) {
        Reading reading = new Reading();
        for (Posting line : entry.postings()) {
            Use use = Use.of(line.account().value());
            reading.sums.merge(use, line.signed(), Money::plus);
            reading.bankLines += use == Use.BANK ? 1 : 0;
            if (reading.party.isEmpty()) {
                reading.party = line.party();
            }
        }
        return reading;
    }

    Money sum(Use use) {
        return sums.getOrDefault(use, Money.ZERO);
    }

    boolean has(Use use) {
        return sums.containsKey(use);
    }

    /** The first party its lines name, or empty. */
    String party() {
        return party;
    }

    /** Revenue without tax. */
    Money net() {
        return sum(Use.REVENUE).negated();
    }

    /** The tax on revenue; none where an entry has no revenue. */
    Money vat() {
        return has(Use.REVENUE) ? sum(Use.VAT).negated() : Money.ZERO;
    }

    boolean isOfCustomers() {
        return has(Use.REVENUE) || has(Use.RECEIVABLE) || has(Use.ADVANCE);
    }

    Flow flow() {
        if (isOfCustomers()) {
            return Flow.CUSTOMER;
        }
        if (bankLines > 1 && sum(Use.BANK).isZero() || bankLines > 0 && has(Use.HAND)) {
            return Flow.TRANSFER;
        }
        return has(Use.LOAN) ? Flow.LOAN : has(Use.PAYROLL) ? Flow.PAYROLL
                : has(Use.TAX) || has(Use.VAT) ? Flow.TAX
                : has(Use.SUPPLIER) || has(Use.PURCHASE) ? Flow.SUPPLIER
                : has(Use.OWNER) || has(Use.CAPITAL) ? Flow.OWNER
                : has(Use.FINANCE) ? Flow.INTEREST : Flow.OTHER;
    }
}
