package onebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import onebook.ledger.Account.Kind;
import onebook.ledger.AccountCode;
import onebook.ledger.Side;

/** Fills a form whose lines are what stands on accounts: 会小企01 and 会小企02. */
final class BalanceLines {
    private final LineRules rules;
    private final Sums sums;

    private BalanceLines(LineRules rules, Sums sums) {
        this.rules = rules;
        this.sums = sums;
    }

    /** Every line of the form, totals too. */
    static SortedMap<Integer, Figure> of(Form form, Sums sums) {
        BalanceLines lines = new BalanceLines(form.rules(), sums);
        return form.rules().evaluate(lines::line);
    }

    private Figure line(int number) {
        return Figure.sum(rules.rows().get(number).stream().map(this::figure).toList());
    }

    private Figure figure(Clause clause) {
        return switch (clause.verb()) {
            case "debit" -> sums.figure(clause, Side.DEBIT);
            case "credit" -> sums.figure(clause, Side.CREDIT);
            case "party-debit" -> sums.parties(clause, Side.DEBIT);
            case "party-credit" -> sums.parties(clause, Side.CREDIT);
            case "rest" -> rest(Kind.valueOf(clause.operands().get(0)));
            case "profit" -> profit();
            default -> throw new IllegalArgumentException("no such clause: " + clause.verb());
        };
    }

    private Figure rest(Kind kind) {
        boolean isDebit = kind == Kind.ASSET || kind == Kind.COST;
        List<Figure> rest = new ArrayList<>();
        for (AccountCode code : unnamed(rules, sums)) {
            if (sums.isOf(code, kind)) {
                rest.add(sums.of(code, isDebit ? Side.DEBIT : Side.CREDIT));
            }
        }
        return Figure.sum(rest);
    }

    private Figure profit() {
        return Figure.sum(sums.firstLevel().stream()
                .filter(code -> sums.isOf(code, Kind.INCOME, Kind.EXPENSE))
                .map(code -> sums.of(code, Side.CREDIT))
                .filter(figure -> !figure.amount().isZero()).toList());
    }

    /** First-level accounts with postings that no row of the form names. */
    static List<AccountCode> unnamed(LineRules rules, Sums sums) {
        return sums.firstLevel().stream().filter(code -> !rules.names(code.value())).toList();
    }
}
