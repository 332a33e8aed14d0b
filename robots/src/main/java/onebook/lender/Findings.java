package onebook.lender;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Finding.Severity;

/**
 * Questions that remain when the book is what was sealed: things twice, gaps, balances that do not
 * continue, bank against book. Each is a difference to explain; none says why it is there.
 */
final class Findings {
    private final Replay book;
    private final Period from;
    private final Period to;
    private final List<Finding> found = new ArrayList<>();

    private Findings(Replay book, Period from, Period to) {
        this.book = book;
        this.from = from;
        this.to = to;
    }

    /** @param files hashes of the documents the package carries */
    static List<Finding> of(Replay book, Period from, Period to, Set<String> files) {
        Findings findings = new Findings(book, from, to);
        findings.twice();
        findings.bookedTwice();
        findings.gaps();
        findings.evidence(files);
        findings.statements();
        findings.book.bank().forEach(findings::account);
        return findings.found;
    }

    /** Both texts are formats that take the same values. */
    private void add(String id, Severity severity, String zh, String en, Object... values) {
        found.add(new Finding(id, severity, zh.formatted(values), en.formatted(values)));
    }

    /** DUP: one file logged twice; one invoice number in several files. */
    private void twice() {
        Set<String> files = new HashSet<>();
        Map<String, Set<String>> amounts = new LinkedHashMap<>();
        Map<String, Integer> forms = new HashMap<>();
        for (Replay.LoggedDocument document : book.documents()) {
            if (!files.add(document.sha256())) {
                add("DUP-DOCUMENT", Severity.S3, "同一文件登记了两次：%s",
                        "one file was logged twice: %s", document.sha256());
            }
            document.invoice().ifPresent(invoice -> {
                amounts.computeIfAbsent(invoice.text("key"), key -> new HashSet<>())
                        .add(invoice.textOrEmpty("gross"));
                forms.merge(invoice.text("key"), 1, Integer::sum);
            });
        }
        amounts.forEach((key, values) -> {
            if (values.size() > 1) {
                add("DUP-INVOICE", Severity.S2, "%s 出现不同金额，差异待说明",
                        "%s is there with several amounts; a difference to explain", key);
            } else if (forms.get(key) > 1) {
                add("DUP-FORM", Severity.S4, "%s 有多份文件", "%s is there in several files", key);
            }
        });
    }

    /** DUP: two standing entries of the same invoice and lines, neither from a bank line. */
    private void bookedTwice() {
        Map<String, String> keys = new HashMap<>();
        book.documents().forEach(document -> document.invoice().ifPresent(
                invoice -> keys.put(document.sha256(), invoice.text("key"))));
        Map<String, JournalEntry> first = new HashMap<>();
        for (JournalEntry entry : book.standing()) {
            if (entry.evidence().stream().anyMatch(one -> one.path().startsWith("line:"))) {
                continue;
            }
            entry.evidence().stream().map(one -> keys.get(one.document())).filter(Objects::nonNull)
                    .distinct().forEach(key -> {
                        JournalEntry before = first.putIfAbsent(key + lines(entry), entry);
                        if (before != null) {
                            add("DUP-BOOKED", Severity.S2, "%s 记账两次：%s 与 %s，差异待说明",
                                    "%s is booked as %s and as %s; a difference to explain", key,
                                    before.number(), entry.number());
                        }
                    });
        }
    }

    private static String lines(JournalEntry entry) {
        return entry.postings().stream().map(line -> " " + line.account() + line.side()
                + line.amount()).sorted().collect(Collectors.joining());
    }

    /** SEQ: months of the span without entries or not closed; voucher numbers are a law. */
    private void gaps() {
        Set<Period> months = book.entries().stream().map(JournalEntry::period)
                .collect(Collectors.toSet());
        for (Period month = from; month.compareTo(to) <= 0; month = month.next()) {
            if (!months.contains(month)) {
                add("SEQ-MONTH", Severity.S3, "%s 没有凭证", "there is no entry in %s", month);
            }
            if (!book.isClosed(month)) {
                add("SEQ-OPEN", Severity.S3, "%s 尚未结账，数字可能还会变化",
                        "%s is not closed; its figures may still change", month);
            }
        }
    }

    /** POP: documents that entries of the span name but nobody can look at. */
    private void evidence(Set<String> files) {
        Set<String> missing = new HashSet<>();
        Set<String> unlogged = new HashSet<>();
        Set<String> cited = new HashSet<>();
        for (JournalEntry entry : book.entries()) {
            boolean within = isWithin(entry.period());
            for (Evidence one : entry.evidence()) {
                if (one.document().isEmpty()) {
                    continue;
                }
                cited.add(one.document());
                if (within && !book.knows(one.document())) {
                    unlogged.add(one.document());
                } else if (within && !files.contains(one.document())) {
                    missing.add(one.document());
                }
            }
        }
        count("POP-DOCUMENT", Severity.S2, missing.size(), "凭证引用的 %d 份文件不在资料包内",
                "%d documents that entries name are not in the package");
        count("POP-EVIDENCE", Severity.S3, unlogged.size(), "凭证引用的 %d 份文件未登记",
                "%d documents that entries name were never logged");
        count("POP-UNBOOKED", Severity.S4, book.documents().stream()
                .filter(one -> one.invoice().isPresent() && !cited.contains(one.sha256())).count(),
                "%d 份已登记的发票未记账", "%d logged invoices are not booked");
    }

    private void count(String id, Severity severity, long count, String zh, String en) {
        if (count > 0) {
            add(id, severity, zh, en, count);
        }
    }

    private boolean isWithin(Period period) {
        return period.compareTo(from) >= 0 && period.compareTo(to) <= 0;
    }

    private void statements() {
        for (Replay.LoggedStatement statement : book.statements()) {
            if (statement.proof().equals("BROKEN")) {
                add("POP-STATEMENT", Severity.S2, "账户 %s 有一份对账单余额不连续",
                        "a statement of %s has balances that do not continue",
                        statement.account());
            }
        }
    }

    /** POP and REC for one bank account. */
    private void account(String account, List<Replay.LoggedLine> lines) {
        List<Replay.LoggedLine> until = lines.stream()
                .filter(line -> !line.date().isAfter(to.lastDay())).toList();
        BankChain chain = BankChain.of(until);
        Set<String> ids = new HashSet<>();
        if (lines.stream().anyMatch(line -> !line.id().isEmpty() && !ids.add(line.id()))) {
            add("DUP-BANK", Severity.S3, "账户 %s 有银行流水登记了两次",
                    "a bank line of %s was logged twice", account);
        }
        if (chain.gaps() > 0) {
            add("POP-BALANCE", Severity.S2, "账户 %s 的银行余额有 %d 处不连续，差异待说明",
                    "%s: the bank balances break off %d times; a difference to explain", account,
                    chain.gaps());
        } else if (chain.closing().isPresent()) {
            reconcile(account, until, chain.closing().get());
        }
    }

    /** REC: bank less book is what waits, or a difference to explain. */
    private void reconcile(String account, List<Replay.LoggedLine> lines, Money closing) {
        Money inBook = Balances.of(book.entries(), entry -> entry.period().compareTo(to) <= 0)
                .balance(AccountCode.of(account));
        Set<String> booked = book.standing().stream().flatMap(entry -> entry.evidence().stream())
                .map(one -> Replay.source(one.document(), one.path())).collect(Collectors.toSet());
        List<Replay.LoggedLine> waiting = lines.stream()
                .filter(line -> !booked.contains(line.source())).toList();
        Money sum = waiting.stream().map(Replay.LoggedLine::amount).reduce(Money.ZERO, Money::plus);
        Money difference = closing.minus(inBook).minus(sum);
        if (!difference.isZero()) {
            add("REC-BANK", Severity.S3,
                    "账户 %s 银行余额 %s、账面余额 %s，除 %s 的未记账流水外尚有差异 %s 待说明",
                    "%s: the bank says %s, the book %s; beside lines of %s that are not booked"
                            + " a difference of %s to explain",
                    account, closing, inBook, sum, difference);
        } else if (!waiting.isEmpty()) {
            add("REC-WAITING", Severity.S4, "账户 %s 有 %d 笔银行流水未记账，合计 %s",
                    "%s: %d bank lines are not booked, together %s", account, waiting.size(), sum);
        }
    }
}
