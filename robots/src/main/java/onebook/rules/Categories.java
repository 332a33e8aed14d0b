package onebook.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.invoice.InvoiceLine;
import onebook.ledger.AccountCode;

/** Which account a purchase goes to, by tax classification name. */
public record Categories(int version, String merchandise, Map<String, List<String>> accounts) {

    /** Empty where neither the company's merchandise nor the list knows the name. */
    public Optional<AccountCode> accountOf(InvoiceLine line, CompanyProfile company) {
        String category = line.category();
        if (company.merchandise().contains(category)) {
            return Optional.of(AccountCode.of(merchandise));
        }
        return accounts.entrySet().stream().filter(entry -> entry.getValue().contains(category))
                .map(entry -> AccountCode.of(entry.getKey())).findFirst();
    }
}
