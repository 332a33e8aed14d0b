package onebook.lender.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Marks invoices = new Marks();
    private final Marks withheld = new Marks();
    private final List<Period> months = new ArrayList<>();
    private final Map<Period, Integer> places = new HashMap<>();
    private final Map<Period, Marks> again = new HashMap<>();
    private int waiting;
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
        if (isDocument && body.has("invoice") && invoices.add(body.text("sha256"))
                && !cited.has(body.text("sha256"))) {
            waiting++;
        }
    }

    @Override
    public void entry(JournalEntry entry) {
        for (Evidence one : entry.evidence()) {
            String document = one.document();
            if (!document.isEmpty()) {
                cite(document, entry.period());
                if (isShownInPart) {
                    withheld.add(document);
                }
            }
        }
    }

    /** Most documents are named within one month; of others the later months are kept beside. */
    private void cite(String document, Period month) {
        int place = places.computeIfAbsent(month, one -> {
            months.add(one);
            return months.size() - 1;
        });
        int before = cited.putIfAbsent(document, place);
        if (before < 0 && invoices.has(document)) {
            waiting--;
        } else if (before >= 0 && before != place) {
            again.computeIfAbsent(month, one -> new Marks()).add(document);
        }
    }

    @Override
    public List<Finding> answer(Scope scope) {
        Marks files = Marks.of(scope.files());
        int[] missing = new int[1];
        int[] unlogged = new int[1];
        int[] hidden = new int[1];
        cited.each((document, place) -> {
            if (scope.holds(months.get(place)) || again.entrySet().stream().anyMatch(later ->
                    scope.holds(later.getKey()) && later.getValue().has(document))) {
                boolean isLogged = logged.has(document);
                unlogged[0] += isLogged ? 0 : 1;
                if (isLogged && !files.has(document)) {
                    (withheld.has(document) ? hidden : missing)[0]++;
                }
            }
        });
        List<Finding> found = new ArrayList<>();
        count(found, missing[0], new Asked("POP-DOCUMENT", Severity.S2,
                "凭证引用的 %d 份文件不在资料包内",
                "%d documents that entries name are not in the package"));
        count(found, hidden[0], new Asked("HID-DOCUMENT", Severity.S3,
                "%d 份文件因其中名称或文字被隐去而未提供",
                "%d documents are kept back with the names or texts that are hidden"));
        count(found, unlogged[0], new Asked("POP-EVIDENCE", Severity.S3,
                "凭证引用的 %d 份文件未登记",
                "%d documents that entries name were never logged"));
        count(found, waiting, new Asked("POP-UNBOOKED", Severity.S4,
                "%d 份已登记的发票未记账",
                "%d logged invoices are not booked"));
        return found;
    }

    private record Asked(String id, Severity severity, String zh, String en) { }

    private static void count(List<Finding> found, int count, Asked asked) {
        if (count > 0) {
            found.add(Limits.finding(asked.id, asked.severity, asked.zh, asked.en, count));
        }
    }
}
