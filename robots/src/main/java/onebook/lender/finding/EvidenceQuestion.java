package onebook.lender.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.lender.Body;
import onebook.lender.Finding;
import onebook.lender.Finding.Severity;
import onebook.seal.Leaf;

/** POP: documents that entries of the span name but nobody can look at; invoices that wait. */
final class EvidenceQuestion implements Question {
    private final Marks logged = new Marks();
    private final Marks cited = new Marks();
    private final Marks withheld = new Marks();
    private final Set<String> invoices = new HashSet<>();
    private final Map<Period, Set<String>> named = new TreeMap<>();
    private boolean isShownInPart;

    @Override
    public void leaf(Leaf leaf, Body body) {
        isShownInPart = !leaf.covered().isEmpty();
        if (isShownInPart && body.has("sha256")) {
            withheld.add(body.text("sha256"));
        }
        boolean isDocument = leaf.kind().equals("doc");
        if (isDocument || leaf.kind().equals("bankstmt")) {
            logged.add(body.text("sha256"));
        }
        if (isDocument && body.has("invoice") && !cited.has(body.text("sha256"))) {
            invoices.add(body.text("sha256"));
        }
    }

    @Override
    public void entry(JournalEntry entry) {
        for (Evidence one : entry.evidence()) {
            String document = one.document();
            if (!document.isEmpty()) {
                if (isShownInPart) {
                    withheld.add(document);
                }
                if (cited.add(document)) {
                    invoices.remove(document);
                }
                named.computeIfAbsent(entry.period(), month -> new HashSet<>()).add(document);
            }
        }
    }

    @Override
    public List<Finding> answer(Scope scope) {
        Set<String> missing = new HashSet<>();
        Set<String> unlogged = new HashSet<>();
        Set<String> hidden = new HashSet<>();
        named.forEach((month, documents) -> {
            if (scope.holds(month)) {
                documents.forEach(document -> {
                    if (!logged.has(document)) {
                        unlogged.add(document);
                    } else if (!scope.files().contains(document)) {
                        (withheld.has(document) ? hidden : missing).add(document);
                    }
                });
            }
        });
        List<Finding> found = new ArrayList<>();
        count(found, "POP-DOCUMENT", Severity.S2, missing.size(), "凭证引用的 %d 份文件不在资料包内",
                "%d documents that entries name are not in the package");
        count(found, "HID-DOCUMENT", Severity.S3, hidden.size(),
                "%d 份文件因其中名称或文字被隐去而未提供",
                "%d documents are kept back with the names or texts that are hidden");
        count(found, "POP-EVIDENCE", Severity.S3, unlogged.size(), "凭证引用的 %d 份文件未登记",
                "%d documents that entries name were never logged");
        count(found, "POP-UNBOOKED", Severity.S4, invoices.size(), "%d 份已登记的发票未记账",
                "%d logged invoices are not booked");
        return found;
    }

    private static void count(List<Finding> found, String id, Severity severity, int count,
            String zh, String en) {
        if (count > 0) {
            found.add(Limits.finding(id, severity, zh, en, count));
        }
    }
}
