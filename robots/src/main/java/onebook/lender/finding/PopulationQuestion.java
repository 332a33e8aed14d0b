package onebook.lender.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Finding;
import onebook.lender.finding.Invoices.Row;
import onebook.lender.finding.Invoices.Status;
import onebook.lender.finding.Months.Sum;

/** POP: the tax bureau's list of invoices against the book, both ways. */
final class PopulationQuestion implements Question {
    private final Facts facts;
    private final Limits limits = Limits.standard();

    PopulationQuestion(Facts facts) {
        this.facts = facts;
    }

    /** How many, and what they add up to. */
    private static final class Tally {
        private int count;
        private Money gross = Money.ZERO;

        void add(Money amount) {
            count++;
            gross = gross.plus(amount.abs());
        }
    }

    @Override
    public List<Finding> answer(Scope scope) {
        List<Finding> found = new ArrayList<>();
        if (facts.invoices.isAnyListed()) {
            direction(scope, true, found);
            direction(scope, false, found);
        }
        return found;
    }

    private void direction(Scope scope, boolean isSale, List<Finding> found) {
        Tally missing = new Tally();
        Tally unlisted = new Tally();
        Tally changed = new Tally();
        for (Row row : facts.invoices.all()) {
            Optional<Period> month = row.month();
            if (row.isSale() == isSale && month.isPresent() && scope.holds(month.get())
                    && facts.invoices.isListed(month.get())) {
                boolean isBooked = facts.cited.standing(row).isPresent();
                if (row.status() == Status.NONE && isBooked) {
                    unlisted.add(row.gross());
                } else if (row.status() == Status.VOID && isBooked
                        || row.status() != Status.NONE && row.isFile()
                        && row.status() != Status.VOID && !row.fileGross().isZero()
                        && !row.fileGross().equals(row.gross())) {
                    changed.add(row.fileGross());
                } else if (row.status() != Status.NONE && !isBooked && !isSettled(row)) {
                    missing.add(row.gross());
                }
            }
        }
        Money whole = whole(scope, isSale);
        String zh = isSale ? "销项" : "进项";
        String en = isSale ? "sales" : "purchases";
        add(found, new Asked("POP-INVOICE", scope.to(), whole), missing,
                "税局清单中有 %d 张" + zh + "发票（合计 %s）未入账，差异待说明",
                "the bureau lists %d invoices of " + en + ", together %s, that are not booked;"
                        + " a difference to explain");
        add(found, new Asked("POP-UNLISTED", scope.to(), whole), unlisted,
                "账上有 %d 张" + zh + "发票（合计 %s）不在税局清单中，差异待说明",
                "%d invoices of " + en + ", together %s, are booked but not in the bureau's list;"
                        + " a difference to explain");
        add(found, new Asked("POP-STATUS", scope.to(), whole), changed,
                "%d 张" + zh + "发票（合计 %s）在税局清单中已作废或金额不同，差异待说明",
                "%d invoices of " + en + ", together %s, are void or of another amount in the"
                        + " bureau's list; a difference to explain");
    }

    /** Void, or nothing was sold by it. */
    private static boolean isSettled(Row row) {
        return row.status() == Status.VOID || row.gross().isZero();
    }

    private Money whole(Scope scope, boolean isSale) {
        return facts.months.of(scope.from(), scope.to(), isSale ? Sum.NET : Sum.PURCHASES);
    }

    private void add(List<Finding> found, Asked asked, Tally tally, String zh, String en) {
        if (tally.count > 0) {
            found.add(Limits.finding(asked.id, limits.above(asked.id, asked.at, tally.gross,
                    asked.whole).orElse(limits.severity(asked.id, asked.at)), zh, en,
                    tally.count, tally.gross));
        }
    }

    /** A finding, when, and what its amount is a share of. */
    private record Asked(String id, Period at, Money whole) { }
}
