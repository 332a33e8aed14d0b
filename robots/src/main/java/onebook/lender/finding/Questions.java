package onebook.lender.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Records;
import onebook.lender.Body;
import onebook.lender.Finding;
import onebook.report.BalanceSheet;
import onebook.report.CashMovement;
import onebook.report.Forms;
import onebook.report.IncomeStatement;
import onebook.report.Span;
import onebook.seal.Leaf;

/** Every question there is, fed with a book leaf by leaf, in the order of the log. */
public final class Questions {
    private final Facts facts = new Facts();
    private final Corroboration corroboration = new Corroboration(facts);
    private final List<Question> questions = List.of(new TwiceQuestion(facts),
            new EvidenceQuestion(), new BankQuestion(facts), new AgainQuestion(facts),
            new PopulationQuestion(facts), new TieOutQuestion(facts),
            new RelatedQuestion(facts), new CircularQuestion(facts), new CutOffQuestion(facts),
            new LagQuestion(corroboration), new HabitsQuestion(facts));
    private final Question gaps = new GapsQuestion(facts);
    private final Forms forms;
    private final CashMovement cash;
    private ChartOfAccounts chart;

    /** Requires the chart the genesis leaf speaks of. */
    public Questions(Forms forms, ChartOfAccounts chart) {
        this.forms = forms;
        this.chart = chart;
        this.cash = new CashMovement(forms, chart);
    }

    /** The chart as it is from now on. */
    public void chart(ChartOfAccounts changed) {
        chart = changed;
        cash.chart(changed);
    }

    /** Any leaf; where it is an entry, {@link #entry} comes next. */
    public void leaf(Leaf leaf, Body body) {
        facts.leaf(leaf, body);
        corroboration.leaf(leaf, body);
        questions.forEach(one -> one.leaf(leaf, body));
    }

    /** So many leaves were known outside at that time, says somebody the reader knows. */
    public void anchored(long size, Instant at) {
        corroboration.anchored(size, at);
    }

    public void entry(JournalEntry entry) {
        Reading reading = Reading.of(entry);
        facts.entry(entry, reading);
        corroboration.entry(entry, reading);
        boolean isKnown = entry.postings().stream()
                .allMatch(line -> chart.find(line.account()).isPresent());
        if (isKnown && !facts.isSilent(entry)) {
            cash.add(entry);
        }
        questions.forEach(one -> one.entry(entry));
    }

    private List<Finding> findings(Scope scope, Scope near) {
        List<Finding> found = new ArrayList<>(gaps.answer(scope));
        questions.forEach(one -> found.addAll(one.answer(near)));
        return found;
    }

    /** @param records sums of the book; no entries are asked for */
    public Answers answers(Scope scope, Records records, ChartOfAccounts chart) {
        Scope near = facts.near(scope);
        TieOut tieOut = new TieOut(facts, near);
        Ratios.Statements statements = new Ratios.Statements(
                BalanceSheet.of(records, chart, forms, scope.to()),
                IncomeStatement.of(records, chart, forms, Span.of(scope.from(), scope.to())),
                cash);
        return new Answers(findings(scope, near), tieOut.months(), tieOut.bridges(),
                corroboration.cells(scope.from(), scope.to()),
                Ratios.of(statements, facts, near), Profile.of(facts, near));
    }
}
