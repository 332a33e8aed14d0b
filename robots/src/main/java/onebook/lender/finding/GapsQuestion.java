package onebook.lender.finding;

import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Period;
import onebook.lender.Finding;
import onebook.lender.Finding.Severity;

/** SEQ: months of the span without entries or not closed; voucher numbers are a law of the book. */
final class GapsQuestion implements Question {
    private final Facts facts;

    GapsQuestion(Facts facts) {
        this.facts = facts;
    }

    @Override
    public List<Finding> answer(Scope scope) {
        List<Finding> found = new ArrayList<>();
        for (Period month : scope.months()) {
            if (!facts.hasEntries(month)) {
                found.add(Limits.finding("SEQ-MONTH", Severity.S3, "%s 没有凭证",
                        "there is no entry in %s", month));
            }
            if (!facts.isClosed(month)) {
                found.add(Limits.finding("SEQ-OPEN", Severity.S3, "%s 尚未结账，数字可能还会变化",
                        "%s is not closed; its figures may still change", month));
            }
        }
        return found;
    }
}
