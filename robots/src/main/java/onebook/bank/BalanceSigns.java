package onebook.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/** Finds the signs of amounts that stand without one: the balance before and after tell. */
final class BalanceSigns {
    private final List<StatementLine> signed = new ArrayList<>();
    private final List<StatementLine> doubtful = new ArrayList<>();

    private BalanceSigns(List<StatementLine> asInFile, boolean isNewestFirst,
            Optional<Money> opening) {
        int size = asInFile.size();
        for (int i = 0; i < size; i++) {
            int before = isNewestFirst ? i + 1 : i - 1;
            boolean isFirst = before < 0 || before >= size;
            take(asInFile.get(i), isFirst ? opening : asInFile.get(before).balance());
        }
    }

    static BalanceSigns of(List<StatementLine> asInFile, Optional<Money> opening) {
        BalanceSigns oldestFirst = new BalanceSigns(asInFile, false, opening);
        BalanceSigns newestFirst = new BalanceSigns(asInFile, true, opening);
        return newestFirst.signed.size() > oldestFirst.signed.size() ? newestFirst : oldestFirst;
    }

    private void take(StatementLine line, Optional<Money> before) {
        if (line.amount().isZero() || line.amount().isNegative()) {
            signed.add(line);
            return;
        }
        Optional<Money> change = before.filter(b -> b.currency().equals(line.amount().currency()))
                .flatMap(b -> line.balance().map(after -> after.minus(b)));
        if (change.isPresent() && change.get().abs().equals(line.amount())) {
            signed.add(withAmount(line, change.get()));
        } else {
            doubtful.add(line);
        }
    }

    private static StatementLine withAmount(StatementLine line, Money amount) {
        return new StatementLine(line.row(), line.date(), line.time(), amount, line.balance(),
                line.party(), line.partyAccount(), line.memo(), line.reference(), line.status());
    }

    List<StatementLine> lines() {
        return signed;
    }

    List<Problem> problems() {
        return doubtful.stream()
                .map(line -> new Problem(Refusal.KEY_FIELD_IS_DOUBTFUL, "line:" + line.row(),
                "row %d: nothing says which way %s went".formatted(line.row(), line.amount())))
                .toList();
    }

    List<Statement.LeftOut> leftOut() {
        return doubtful.stream().map(line -> new Statement.LeftOut(line.row(),
                "%s %s %s".formatted(line.date(), line.amount(), line.memo()),
                "nothing says which way it went")).toList();
    }
}
