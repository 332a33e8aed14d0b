package onebook.lender.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Body;
import onebook.lender.Finding;
import onebook.lender.Finding.Severity;
import onebook.lender.finding.Months.Sum;
import onebook.lender.finding.Reading.Flow;
import onebook.seal.Leaf;

/** POP and REC of bank accounts: chains, statements, accounts nobody brought a statement of. */
final class BankQuestion implements Question {
    private final Facts facts;
    private final Limits limits = Limits.standard();
    private final List<String> broken = new ArrayList<>();

    BankQuestion(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void leaf(Leaf leaf, Body body) {
        if (leaf.kind().equals("bankstmt") && body.textOrEmpty("proof").equals("BROKEN")) {
            broken.add(body.textOrEmpty("account"));
        }
    }

    @Override
    public List<Finding> answer(Scope scope) {
        List<Finding> found = new ArrayList<>();
        broken.forEach(account -> found.add(Limits.finding("POP-STATEMENT", Severity.S2,
                "账户 %s 有一份对账单余额不连续", "a statement of %s has balances that do not continue",
                account)));
        BankState.of(facts, scope.to()).forEach(state -> account(state, found));
        Money revenue = revenue(scope);
        statements(scope, revenue, found);
        accounts(scope, found);
        transfers(scope, revenue, found);
        return found;
    }

    private Money revenue(Scope scope) {
        return facts.months.of(scope.from(), scope.to(), Sum.NET);
    }

    private void account(BankState state, List<Finding> found) {
        String account = state.account();
        if (facts.bank.isTwice(account)) {
            found.add(Limits.finding("DUP-BANK", Severity.S3, "账户 %s 有银行流水登记了两次",
                    "a bank line of %s was logged twice", account));
        }
        if (state.chain().gaps() > 0) {
            found.add(Limits.finding("POP-BALANCE", Severity.S2,
                    "账户 %s 的银行余额有 %d 处不连续，差异待说明",
                    "%s: the bank balances break off %d times; a difference to explain", account,
                    state.chain().gaps()));
        } else if (state.chain().closing().isPresent()) {
            reconcile(state, state.chain().closing().get(), found);
        }
    }

    /** Bank less book is what waits, or a difference to explain. */
    private void reconcile(BankState state, Money closing, List<Finding> found) {
        Money difference = state.difference().orElseThrow();
        if (!difference.isZero()) {
            found.add(Limits.finding("REC-BANK", Severity.S3,
                    "账户 %s 银行余额 %s、账面余额 %s，除 %s 的未记账流水外尚有差异 %s 待说明",
                    "%s: the bank says %s, the book %s; beside lines of %s that are not booked"
                            + " a difference of %s to explain",
                    state.account(), closing, state.book(), state.waiting(), difference));
        } else if (state.waitingLines() > 0) {
            found.add(Limits.finding("REC-WAITING", Severity.S4, "账户 %s 有 %d 笔银行流水未记账，合计 %s",
                    "%s: %d bank lines are not booked, together %s", state.account(),
                    state.waitingLines(), state.waiting()));
        }
    }

    /** Accounts the book posts to in the span, without one bank line. */
    private void statements(Scope scope, Money revenue, List<Finding> found) {
        for (Map.Entry<String, Money> moved
                : facts.cash.received(scope.from(), scope.to()).entrySet()) {
            if (!facts.bank.accounts().contains(moved.getKey())) {
                Severity severity = limits.above("POP-STATEMENTS", scope.to(), moved.getValue(),
                        revenue).orElse(limits.severity("POP-STATEMENTS", scope.to()));
                found.add(Limits.finding("POP-STATEMENTS", severity,
                        "账户 %s 有账面收付（收入 %s）而没有银行流水，差异待说明",
                        "%s: the book has movements, %s of them in, but no line of a statement;"
                                + " a difference to explain", moved.getKey(), moved.getValue()));
            }
        }
    }

    /** Accounts the bank lists and the book does not keep. */
    private void accounts(Scope scope, List<Finding> found) {
        Set<String> kept = new HashSet<>();
        for (OwnAccounts.Account account : facts.accounts.company()) {
            boolean isKept = !account.code().isEmpty() && kept.add(account.code());
            if (!isKept && !account.isClosed()) {
                found.add(Limits.finding("POP-ACCOUNT",
                        limits.severity("POP-ACCOUNT", scope.to()),
                        "已开立账户清单中的 %s 不在账簿里，差异待说明",
                        "the list of opened accounts has %s, which the book does not keep;"
                                + " a difference to explain", account.shown()));
            }
        }
    }

    /** Money to or from the company itself that is no transfer between accounts of the book. */
    private void transfers(Scope scope, Money revenue, List<Finding> found) {
        List<Money> amounts = new ArrayList<>();
        for (BankLines.Row line : facts.bank.all()) {
            boolean isOwn = !facts.company().isEmpty() && line.party().equals(facts.company());
            Optional<Period> booked = facts.bank.booked(line).map(number -> number.period());
            if (isOwn && booked.isPresent() && scope.holds(line.month())
                    && facts.bank.flow(line) != Flow.TRANSFER) {
                amounts.add(line.amount().abs());
            }
        }
        Money sum = Money.sum(amounts);
        if (!sum.isZero()) {
            limits.above("POP-TRANSFER", scope.to(), sum, revenue).ifPresent(severity ->
                    found.add(Limits.finding("POP-TRANSFER", severity,
                            "%d 笔与本单位名下账户的往来（合计 %s）不是账簿内账户之间的划转，差异待说明",
                            "%d bank lines to or from the company itself, together %s, are no"
                                    + " transfers between accounts of the book; a difference to"
                                    + " explain", amounts.size(), sum)));
        }
    }
}
