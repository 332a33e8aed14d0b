package onebook.rules;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import onebook.ledger.AccountCode;
import onebook.ledger.Company;
import onebook.ledger.Period;

/**
 * What a company says of itself once: who it is, its accounts, whom it deals with, what it trades
 * in.
 *
 * @param place city, county or other: decides the rate of 城市维护建设税
 * @param merchandise tax classification names of goods bought for resale
 * @param costOfSales how the cost of goods sold is found at month end
 */
public record CompanyProfile(String name, String taxId, String taxpayer, String from, String to,
        String place, List<Cash> bankAccounts, List<Cash> wallets, List<Party> parties,
        List<String> merchandise, CostOfSales costOfSales, List<String> employees) {

    /** An own account: its code in the chart, the bank, the number. */
    public record Cash(String account, String bank, String number) {
        public AccountCode code() {
            return AccountCode.of(account);
        }

        void check() {
            require(isText(account) && isText(bank) && isText(number),
                    "account, bank and number of each account and wallet");
            code();
        }
    }

    public record Party(String name, String taxId) { }

    /** Method "gross-margin" (毛利率法) with its rate, or "none". */
    public record CostOfSales(String method, BigDecimal rate) { }

    public CompanyProfile {
        bankAccounts = bankAccounts == null ? List.of() : List.copyOf(bankAccounts);
        wallets = wallets == null ? List.of() : List.copyOf(wallets);
        parties = parties == null ? List.of() : List.copyOf(parties);
        merchandise = merchandise == null ? List.of() : List.copyOf(merchandise);
        employees = employees == null ? List.of() : List.copyOf(employees);
        costOfSales = costOfSales == null ? new CostOfSales("none", BigDecimal.ZERO) : costOfSales;
        place = place == null ? "city" : place;
        require(isText(name), "name");
        require(isText(taxId), "taxId");
        require("small-scale".equals(taxpayer) || "general".equals(taxpayer),
                "taxpayer: small-scale or general");
        require(isMonth(from), "from: a month such as 2026-01");
        require(to == null || isMonth(to) && to.compareTo(from) >= 0,
                "to: a month not before from");
        require(List.of("city", "county", "other").contains(place),
                "place: city, county or other");
        bankAccounts.forEach(Cash::check);
        wallets.forEach(Cash::check);
        require(List.of("none", "gross-margin").contains(costOfSales.method())
                && costOfSales.rate() != null,
                "costOfSales: method gross-margin or none, and rate");
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean isMonth(String text) {
        return text != null && text.matches("[0-9]{4}-(0[1-9]|1[0-2])");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("company.yaml needs " + what);
        }
    }

    public Company company() {
        return new Company(name, taxId, taxpayer.equals("general")
                ? Company.Taxpayer.GENERAL : Company.Taxpayer.SMALL_SCALE, Period.parse(from));
    }

    /** The last month of the span, or the first where none is said. */
    public Period lastPeriod() {
        return Period.parse(to == null ? from : to);
    }

    public List<Cash> cashAccounts() {
        List<Cash> all = new java.util.ArrayList<>(bankAccounts);
        all.addAll(wallets);
        return all;
    }

    public Optional<Cash> cash(String number) {
        return cashAccounts().stream().filter(cash -> plain(cash.number()).equals(plain(number)))
                .findFirst();
    }

    public boolean isOurs(String partyName, String partyTaxId) {
        return partyTaxId.isBlank()
                ? plain(partyName).equals(plain(name)) : partyTaxId.equals(taxId);
    }

    /** The name in the master data for a printed name and tax number; else the printed name. */
    public String partyName(String printed, String printedTaxId) {
        return parties.stream().filter(party -> !printedTaxId.isBlank()
                        && party.taxId().equals(printedTaxId)).findFirst()
                .or(() -> parties.stream()
                        .filter(party -> plain(party.name()).equals(plain(printed))).findFirst())
                .map(Party::name).orElse(printed);
    }

    /** Full and half width, brackets and spaces made equal. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
