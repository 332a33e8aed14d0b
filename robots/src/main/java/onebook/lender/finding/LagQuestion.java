package onebook.lender.finding;

import java.util.List;
import onebook.ledger.Money;
import onebook.lender.Finding;

/** LAG: amounts that were first known outside long after its month. */
final class LagQuestion implements Question {
    private final Corroboration corroboration;

    LagQuestion(Corroboration corroboration) {
        this.corroboration = corroboration;
    }

    @Override
    public List<Finding> answer(Scope scope) {
        Money all = Money.ZERO;
        Money inTime = Money.ZERO;
        for (Corroboration.Cell cell : corroboration.cells(scope.from(), scope.to())) {
            if (cell.inTime().isPresent()) {
                all = all.plus(cell.amount());
                inTime = inTime.plus(cell.inTime().get());
            }
        }
        Limits limits = Limits.standard();
        Money late = all.minus(inTime);
        Money whole = all;
        return limits.above("LAG", scope.to(), late, whole).map(severity -> List.of(
                Limits.finding("LAG-ANCHOR", severity,
                        "各类金额 %s 中有 %s 在月末 %s 天以后才有外部锚定，差异待说明",
                        "of amounts of %s, %s were first anchored outside more than %s days after"
                                + " their month; a difference to explain", whole, late,
                        limits.number("LAG-DAYS", scope.to())))).orElse(List.of());
    }
}
