package onebook.lender.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Finding;
import onebook.lender.Finding.Severity;
import onebook.lender.finding.Filings.Filing;
import onebook.lender.finding.Months.Sum;

/** REC: what is left of the bridges between book, invoices, returns and bank; POP-FILING. */
final class TieOutQuestion implements Question {
    /** Finding by bridge; the bridge from invoices to the return says nothing the others do not. */
    private static final Map<String, String> IDS = Map.of("book-invoices", "REC-INVOICE",
            "book-filed", "REC-FILED", "book-bank", "REC-RECEIPTS", "inflow", "REC-INFLOW");
    private static final Map<String, String> ZH = Map.of("book-invoices", "账面收入与开票",
            "book-filed", "账面收入与申报销售额", "book-bank", "账面含税收入与客户银行回款",
            "inflow", "银行流入与客户回款");
    private static final Map<String, String> EN = Map.of("book-invoices",
            "revenue of the book and invoices", "book-filed",
            "revenue of the book and declared sales", "book-bank",
            "revenue with tax and what customers paid at the bank", "inflow",
            "money that came in at the bank and what customers paid");

    private final Facts facts;
    private final Limits limits = Limits.standard();

    TieOutQuestion(Facts facts) {
        this.facts = facts;
    }

    @Override
    public List<Finding> answer(Scope scope) {
        List<Finding> found = new ArrayList<>();
        for (Bridge bridge : new TieOut(facts, scope).bridges()) {
            if (IDS.containsKey(bridge.name())) {
                residual(bridge).ifPresent(found::add);
            }
        }
        filings(scope, found);
        return found;
    }

    private Optional<Finding> residual(Bridge bridge) {
        String id = IDS.get(bridge.name());
        Money whole = Least.of(bridge.start().abs(), bridge.end().abs()).isZero()
                ? bridge.start().abs().plus(bridge.end().abs()) : bridge.start();
        boolean isSmall = bridge.residual().abs()
                .compareTo(limits.money("REC-LEAST", bridge.to())) <= 0;
        Optional<Severity> severity = isSmall ? Optional.empty()
                : limits.above(id, bridge.to(), bridge.residual(), whole);
        String span = bridge.from().equals(bridge.to()) ? bridge.to().toString()
                : bridge.from() + " – " + bridge.to();
        return severity.map(one -> new Finding(id, one,
                "%s：%s（%s 与 %s）差异 %s，已列明原因之外尚有 %s 待说明".formatted(span,
                        ZH.get(bridge.name()), bridge.start(), bridge.end(),
                        bridge.start().minus(bridge.end()), bridge.residual()),
                "%s: %s are %s and %s, a difference of %s; beside the causes listed %s to explain"
                        .formatted(span, EN.get(bridge.name()), bridge.start(), bridge.end(),
                                bridge.start().minus(bridge.end()), bridge.residual())));
    }

    private void filings(Scope scope, List<Finding> found) {
        List<Filing> vat = facts.filings.vat();
        if (vat.isEmpty()) {
            if (scope.profile().equals("tax-loan")) {
                found.add(Limits.finding("POP-NO-FILING",
                        limits.severity("POP-NO-FILING", scope.to()),
                        "没有登记增值税申报表", "no VAT return was logged"));
            }
            return;
        }
        Period first = vat.get(0).from();
        Period last = vat.get(vat.size() - 1).to();
        List<Period> missing = scope.months().stream().filter(month ->
                month.compareTo(first) > 0 && month.compareTo(last) < 0 && vat.stream().noneMatch(
                        one -> one.from().compareTo(month) <= 0
                                && one.to().compareTo(month) >= 0)).toList();
        if (!missing.isEmpty()) {
            found.add(Limits.finding("POP-FILING", limits.severity("POP-FILING", scope.to()),
                    "以下月份没有增值税申报表：%s", "months without a VAT return: %s", missing));
        }
        facts.filings.replaced().forEach(old -> found.add(Limits.finding("DUP-FILING",
                limits.severity("DUP-FILING", scope.to()),
                "%s %s – %s 登记过不同数字的申报，差异待说明",
                "%s of %s to %s was logged with several figures; a difference to explain",
                old.form(), old.from(), old.to())));
        declared(scope, found);
    }

    /** Income tax is declared on the revenue of the year so far. */
    private void declared(Scope scope, List<Finding> found) {
        for (Filing filing : facts.filings.all()) {
            Period newYear = new Period(filing.to().year(), 1);
            Period from = filing.form().equals("statements") ? filing.from() : newYear;
            boolean isKnown = !filing.isVat() && scope.holds(filing.to()) && facts.firstMonth()
                    .map(first -> first.compareTo(from) <= 0).orElse(false);
            if (isKnown) {
                filing.figure("revenue").map(revenue ->
                        new Bridge.Builder("book-filed", from, filing.to()).between(
                                facts.months.of(from, filing.to(), Sum.NET), revenue))
                        .flatMap(this::residual).ifPresent(found::add);
            }
        }
    }
}
