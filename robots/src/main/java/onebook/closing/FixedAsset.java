package onebook.closing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Side;
import onebook.words.Sentence;

/**
 * A card of the register: an asset that is written off in equal parts (年限平均法).
 *
 * @param residual share of the cost that remains, 0.05
 * @param months of its whole life, or those of {@code life}, a name in recurring.yaml
 * @param bought the day it was ready to be used
 * @param expense the account that bears it; department where that is kept by department
 * @param depreciated what was written off before this card, over {@code monthsDone} months
 * @param disposed the day it went; null while it is there
 * @param cleared the month in which its 固定资产清理 is settled; null before that
 */
public record FixedAsset(String id, String name, String kind, String account, BigDecimal cost,
        BigDecimal residual, String life, int months, LocalDate bought, String expense,
        String department, BigDecimal depreciated, int monthsDone, LocalDate disposed,
        Period cleared,
        RecurringRules rules) implements RecurringItem {

    /** What is missing is taken from the rules. Throws {@link IllegalArgumentException}. */
    public FixedAsset {
        RecurringItem.checkId(id);
        kind = kind == null ? "fixed" : kind;
        RecurringRules.Kind by = rules.kind(kind);
        account = account == null ? by.account() : account;
        expense = expense == null ? by.expense() : expense;
        residual = residual == null ? rules.residual().get(kind) : residual;
        depreciated = depreciated == null ? BigDecimal.ZERO : depreciated;
        department = department == null ? "" : department;
        months = months == 0 && rules.lives().containsKey(life)
                ? rules.lives().get(life).months() : months;
        require(name != null && !name.isBlank(), id + ": name");
        require(AccountCode.of(account).isWithin(AccountCode.of(by.account())),
                id + ": account within " + by.account());
        require(cost != null && cost.signum() > 0, id + ": cost above zero");
        require(residual.signum() >= 0 && residual.compareTo(BigDecimal.ONE) < 0,
                id + ": residual, a share from 0 to below 1");
        require(months > 0 && months <= 1200, id + ": months, or a life of the rules");
        require(bought != null, id + ": bought, a day");
        require(monthsDone >= 0 && monthsDone < months, id + ": monthsDone below months");
        require(disposed == null || !disposed.isBefore(bought), id + ": disposed after bought");
        require(cleared == null || disposed != null && by.leaves().equals(
                rules.clearing().account()) && cleared.compareTo(Period.of(disposed)) >= 0,
                id + ": cleared, a month from its disposal on");
        BigDecimal most = cost.multiply(BigDecimal.ONE.subtract(residual));
        require(depreciated.signum() >= 0 && depreciated.compareTo(most) <= 0,
                id + ": depreciated up to the cost less what remains");
        ClosingPolicy.money(cost);
        ClosingPolicy.money(depreciated);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("an asset needs " + what);
        }
    }

    private RecurringRules.Kind by() {
        return rules.kind(kind);
    }

    @Override
    public String rule() {
        return "write-off";
    }

    @Override
    public Sentence told() {
        return Sentence.of("recurring.asset", id, name, ClosingPolicy.money(cost),
                residual.toPlainString(), months, bought);
    }

    @Override
    public Set<AccountCode> accounts() {
        Set<AccountCode> accounts = new TreeSet<>();
        accounts.add(AccountCode.of(account));
        accounts.add(to());
        accounts.add(AccountCode.of(expense));
        return accounts;
    }

    private AccountCode to() {
        return AccountCode.of(by().isDirect() ? account : by().to());
    }

    // ---- the schedule

    /** 净残值. */
    public Money remains() {
        return ClosingPolicy.money(cost).times(residual, RoundingMode.HALF_UP);
    }

    private Money toWriteOff() {
        return ClosingPolicy.money(cost).minus(remains()).minus(ClosingPolicy.money(depreciated));
    }

    /** What a month bears; the last takes the rest. */
    public Money monthly() {
        return Money.rounded(toWriteOff().toDecimal().divide(BigDecimal.valueOf(
                months - monthsDone), 2, RoundingMode.HALF_UP), Money.CNY, RoundingMode.HALF_UP);
    }

    /** Months from the one it starts in; below zero before that. */
    private int index(Period month) {
        Period bought = Period.of(this.bought);
        Period first = by().startsNextMonth() ? bought.next() : bought;
        return (month.year() - first.year()) * 12 + month.month() - first.month();
    }

    private boolean isThere(Period month) {
        if (disposed == null) {
            return true;
        }
        int order = month.compareTo(Period.of(disposed));
        return order < 0 || order == 0 && by().endsWithDisposal();
    }

    /** What is written off in a month; zero before it starts, after its life, once it is gone. */
    public Money of(Period month) {
        int index = index(month) - monthsDone;
        int all = months - monthsDone;
        if (index < 0 || index >= all || !isThere(month)) {
            return Money.ZERO;
        }
        Money before = before(index);
        Money left = toWriteOff().minus(before);
        return index == all - 1 || monthly().compareTo(left) > 0 ? left : monthly();
    }

    private Money before(int index) {
        Money sum = monthly().times(BigDecimal.valueOf(index), RoundingMode.UNNECESSARY);
        return sum.compareTo(toWriteOff()) > 0 ? toWriteOff() : sum;
    }

    /** All that was written off by the end of a month, with what was before the card. */
    public Money writtenOff(Period month) {
        Money sum = ClosingPolicy.money(depreciated);
        int last = Math.min(index(month), months - 1);
        Period start = by().startsNextMonth() ? Period.of(bought).next() : Period.of(bought);
        Period one = start;
        for (int index = 0; index <= last; index++) {
            sum = sum.plus(of(one));
            one = one.next();
        }
        return sum;
    }

    // ---- entries

    @Override
    public List<Proposal> due(Period month, Ledger ledger) {
        List<Proposal> due = new ArrayList<>();
        Money amount = of(month);
        if (!amount.isZero()) {
            due.add(writeOff(month, amount));
        }
        if (disposed != null && Period.of(disposed).equals(month)) {
            due.add(removal(month));
        }
        if (month.equals(cleared) && ledger.isResolved(removalId())) {
            clearing(month, ledger).ifPresent(due::add);
        }
        return due;
    }

    private Proposal writeOff(Period month, Money amount) {
        boolean goes = disposed != null && Period.of(disposed).equals(month);
        Money whole = ClosingPolicy.money(cost);
        int number = index(month) + 1;
        Sentence why = depreciated.signum() == 0 && monthsDone == 0
                ? Sentence.of("recurring.write-off", whole, remains(), months, number,
                        writtenOff(month))
                : Sentence.of("recurring.write-off-left", whole, remains(),
                        ClosingPolicy.money(depreciated), months - monthsDone, number,
                        writtenOff(month));
        Posting bears = new Posting(AccountCode.of(expense), Side.DEBIT, amount, "",
                department.isEmpty() ? Posting.Details.NONE
                        : Posting.Details.NONE.with(Account.Dimension.DEPARTMENT, department));
        return draft("asset:" + id + ":" + month, goes ? disposed : month.lastDay(),
                by().summary() + " " + name,
                List.of(bears, new Posting(to(), Side.CREDIT, amount, "")), why);
    }

    private String removalId() {
        return "asset:" + id + ":removed";
    }

    private Proposal removal(Period month) {
        Money gone = writtenOff(month);
        Money whole = ClosingPolicy.money(cost);
        Money left = whole.minus(gone);
        boolean isClearing = by().leaves().equals(rules.clearing().account());
        List<Posting> lines = new ArrayList<>();
        lines.add(new Posting(AccountCode.of(by().leaves()), Side.DEBIT, left,
                isClearing ? name : ""));
        if (!by().isDirect()) {
            lines.add(new Posting(to(), Side.DEBIT, gone, ""));
        }
        lines.add(new Posting(AccountCode.of(account), Side.CREDIT,
                by().isDirect() ? left : whole, ""));
        return draft(removalId(), disposed, "处置 " + name, lines,
                Sentence.of("recurring.removed", whole, gone, left));
    }

    /** The balance of 固定资产清理 of this asset becomes a gain or a loss. */
    private Optional<Proposal> clearing(Period month, Ledger ledger) {
        AccountCode account = AccountCode.of(rules.clearing().account());
        Money balance = ledger.balance(account, name, month);
        if (balance.isZero()) {
            return Optional.empty();
        }
        boolean isLoss = balance.isPositive();
        Posting clears = new Posting(account, isLoss ? Side.CREDIT : Side.DEBIT, balance.abs(),
                name);
        Posting result = new Posting(AccountCode.of(
                isLoss ? rules.clearing().loss() : rules.clearing().gain()),
                clears.side().opposite(), balance.abs(), "");
        return Optional.of(draft("asset:" + id + ":cleared:" + month, month.lastDay(),
                (isLoss ? "固定资产清理净损失 " : "固定资产清理净收益 ") + name,
                isLoss ? List.of(result, clears) : List.of(clears, result),
                Sentence.of("recurring.cleared", account, name, balance)));
    }
}
