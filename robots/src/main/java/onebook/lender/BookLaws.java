package onebook.lender;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.seal.Leaf;
import onebook.seal.Sha256;

/**
 * The laws every entry had to satisfy when it was posted, tried once more: a log that breaks one
 * was not written by a book, whoever signed it.
 */
final class BookLaws {
    private static final int MOST_FAILURES = 50;

    private final List<Finding> failures = new ArrayList<>();
    private final Map<EntryNumber, JournalEntry> entries = new LinkedHashMap<>();
    private final Set<EntryNumber> corrected = new HashSet<>();
    private final Set<String> proposals = new HashSet<>();
    private final Map<Period, Integer> sequences = new HashMap<>();
    private final Map<AccountCode, Boolean> leaves = new HashMap<>();
    private ChartOfAccounts chart;
    private Optional<Period> lastClosed = Optional.empty();

    BookLaws(ChartOfAccounts chart) {
        this.chart = chart;
    }

    /** Both texts are formats that take the same values. */
    void require(boolean holds, String id, String zh, String en, Object... values) {
        if (!holds && failures.size() < MOST_FAILURES) {
            failures.add(Finding.broken(id, zh.formatted(values), en.formatted(values)));
        }
    }

    /** What an account is from now on; none where it is taken out of the chart. */
    void chart(AccountCode code, Optional<Account> changed) {
        List<Account> accounts = new ArrayList<>(chart.all());
        accounts.removeIf(account -> account.code().equals(code));
        changed.ifPresent(accounts::add);
        boolean isUsed = changed.isEmpty() && entries.values().stream().anyMatch(entry -> entry
                .postings().stream().anyMatch(line -> line.account().isWithin(code)));
        require(!isUsed, "INT-CHART", "科目 %s 已记过账，却被删除",
                "account %s was removed after it was posted to", code);
        boolean isWhole = accounts.stream().allMatch(account -> account.code().parent().map(
                parent -> accounts.stream().anyMatch(one -> one.code().equals(parent)))
                .orElse(true));
        require(isWhole, "INT-CHART", "科目 %s 的上级不在科目表里",
                "account %s is changed so that a detail stands under none", code);
        if (isWhole) {
            chart = new ChartOfAccounts(accounts);
            leaves.clear();
        }
    }

    void post(JournalEntry entry, Leaf leaf) {
        EntryNumber number = entry.number();
        require(number.period().toString().equals(leaf.period())
                        && number.period().contains(entry.date()), "INT-ENTRY-PERIOD",
                "凭证 %s 的日期不在其期间内", "entry %s is dated outside its period", number);
        int due = sequences.merge(number.period(), 1, Integer::sum);
        require(number.sequence() == due, "INT-ENTRY-NUMBER",
                "凭证号不连续：应为第 %d 号，实为 %s",
                "voucher numbers are not continuous: %d was due, %s came", due, number);
        require(lastClosed.map(last -> number.period().compareTo(last) > 0).orElse(true),
                "INT-ENTRY-CLOSED", "凭证 %s 记入已结账期间",
                "entry %s was posted into a closed period", number);
        require(proposals.add(entry.proposal()), "INT-ENTRY-TWICE", "凭证 %s 的依据已记过账",
                "entry %s posts a proposal that was posted before", number);
        postings(entry);
        entry.takesBack().ifPresent(wrong -> correction(entry, wrong));
        require(entry.kind() != JournalEntry.Kind.SUPPLEMENT
                        || entry.corrects().map(entries::containsKey).orElse(false),
                "INT-ENTRY-SUPPLEMENT", "凭证 %s 所补充的凭证不存在",
                "entry %s supplements an entry that is not there", number);
        require(entries.put(number, entry) == null, "INT-ENTRY-NUMBER", "凭证号 %s 重复",
                "voucher number %s came twice", number);
    }

    private void postings(JournalEntry entry) {
        Map<String, Money> sums = new HashMap<>();
        for (Posting line : entry.postings()) {
            sums.merge(line.amount().currency(), line.signed(), Money::plus);
            require(isPostable(line.account()), "INT-ENTRY-ACCOUNT",
                    "凭证 %s 使用了不可记账的科目 %s",
                    "entry %s posts to %s, which is no detail account of the chart",
                    entry.number(), line.account());
        }
        boolean isBalanced = entry.postings().size() >= 2 && sums.size() == 1
                && sums.values().stream().allMatch(Money::isZero);
        require(isBalanced, "INT-ENTRY-BALANCE", "凭证 %s 借贷不平", "entry %s does not balance",
                entry.number());
    }

    private boolean isPostable(AccountCode code) {
        return leaves.computeIfAbsent(code, one -> chart.find(one).isPresent()
                && chart.isLeaf(one));
    }

    private void correction(JournalEntry red, EntryNumber number) {
        JournalEntry wrong = entries.get(number);
        boolean isRed = wrong != null && wrong.takesBack().isEmpty() && corrected.add(number)
                && red.kind() == JournalEntry.Kind.CORRECTION
                && red.postings().equals(wrong.postings().stream().map(Posting::red).toList());
        require(isRed, "INT-ENTRY-CORRECTION", "凭证 %s 不是 %s 的红字冲销",
                "entry %s is not the red entry of %s", red.number(), number);
    }

    /** Compares what a close leaf states with the entries before it; it may state less. */
    void close(Leaf leaf, Body body, Map<String, Long> counts) {
        Period period = body.period("period");
        require(leaf.period().equals(period.toString())
                        && lastClosed.map(last -> period.compareTo(last) > 0).orElse(true),
                "INT-CLOSE-ORDER", "结账顺序不对：%s", "periods were not closed in order: %s", period);
        lastClosed = Optional.of(period);
        require(holds(period, body) && body.object("counts")
                        .map(stated -> stated.values().equals(counts)).orElse(true), "INT-CLOSE",
                "%s 结账记录与凭证不符", "the close of %s states other figures than its entries",
                period);
    }

    private boolean holds(Period period, Body body) {
        List<JournalEntry> month = entries.values().stream()
                .filter(entry -> entry.period().equals(period)).toList();
        Money total = month.stream().map(JournalEntry::total).reduce(Money.ZERO, Money::plus);
        String trialBalance = body.textOrEmpty("trial_balance_sha256");
        return (!body.has("entries") || body.number("entries") == month.size())
                && body.money("debit_total").orElse(total).equals(total)
                && body.money("credit_total").orElse(total).equals(total)
                && (trialBalance.isEmpty() || trialBalance.equals(Sha256.hex(
                        BookTables.trialBalance(Records.of(entries.values()), chart,
                                period, period))));
    }

    List<Finding> failures() {
        return List.copyOf(failures);
    }

    List<JournalEntry> entries() {
        return List.copyOf(entries.values());
    }

    ChartOfAccounts chart() {
        return chart;
    }
}
