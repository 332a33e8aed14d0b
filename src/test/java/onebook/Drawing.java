package onebook;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The drawing of the README as a list: the packages in order, their arrows, and what is banned. */
final class Drawing {
    /** Package, what it may import besides ledger (and what those may import), what it is for. */
    static final List<Part> ORDER = List.of(
        part("ledger", "", "vocabulary: accounts, postings, entries, proposals, refusals"),
        part("words", "", "what is said to a person, in Chinese and in English"),
        part("seal", "", "proof: leaves, RFC 6962 log, signed checkpoints, verifier"),
        part("store", "seal", "the only SQL: the journal on disk and the evidence files"),
        part("document", "", "files taken in, read by text, as tables or by recognition"),
        part("invoice", "document", "readers: documents become invoices"),
        part("bank", "document", "readers: files become statements"),
        part("rules", "invoice bank words", "invoices and statement lines become proposals"),
        part("reconcile", "bank words", "statement lines find what they pay"),
        part("exchange", "document words seal",
            "what other programs give and take: vouchers, charts, audits"),
        part("report", "", "balances become statements"),
        part("print", "report", "books and reports on paper and in sheets"),
        part("tax", "report", "balances become returns, each cell with its entries"),
        part("closing", "rules tax", "what a month and a year end with: entries and questions"),
        part("anchor", "store", "witnesses and time stamps from outside"),
        part("lender", "report seal", "the package a stranger can check"),
        part("schedule", "", "when robots run"),
        part("robot", "store reconcile exchange print closing lender anchor schedule",
            "strings steps together"),
        part("cli", "robot", "the command line"),
        part("app", "robot", "the desktop"));

    static final List<Ban> BANS = List.of(
        ban("javafx. atlantafx. org.kordamp. org.testfx.", "app",
            "everything but the desktop works without a screen"),
        ban("java.sql. javax.sql.rowset. org.sqlite. org.postgresql.", "store",
            "one writer: a second place with SQL is a second place that could change history"),
        ban("javax.sql.", "store schedule robot",
            "the schedule is handed the store's DataSource and nobody else asks for one"),
        ban("ai.onnxruntime. net.sourceforge.tess4j. org.bytedeco. com.sun.jna.", "document.ocr",
            "native engines differ by machine; one package hides them"),
        ban("okhttp3. java.net.http. com.sun.net.httpserver.", "lender.submit anchor",
            "OneBook works offline; only handing over and witnessing talk to somebody"),
        ban("org.bouncycastle.", "anchor",
            "the book's own proof needs the JDK only; time stamps need CMS"),
        ban("com.github.kagkarlsson.", "schedule", "the engine of the schedule can be replaced"),
        ban("picocli.", "cli", "commands are a surface, not a way to call each other"));

    private Drawing() {
    }

    /** For each package everything its arrows lead to; ORDER is sorted, so one pass is enough. */
    static Map<String, Set<String>> reach() {
        Map<String, Set<String>> reach = new LinkedHashMap<>();
        for (Part part : ORDER) {
            Set<String> all = new TreeSet<>(List.of("ledger", part.name));
            part.arrows.forEach(arrow -> all.addAll(reach.get(arrow)));
            reach.put(part.name, all);
        }
        return reach;
    }

    static boolean isIn(JavaClass type, String part) {
        return (type.getPackageName() + ".").startsWith("onebook." + part + ".");
    }

    private static Part part(String name, String arrows, String purpose) {
        return new Part(name, arrows.isEmpty() ? List.of() : List.of(arrows.split(" ")), purpose);
    }

    private static Ban ban(String libraries, String places, String reason) {
        return new Ban(List.of(libraries.split(" ")), List.of(places.split(" ")), reason);
    }

    record Part(String name, List<String> arrows, String purpose) {
    }

    record Ban(List<String> libraries, List<String> places, String reason) {
        boolean forbids(Dependency use) {
            String target = use.getTargetClass().getBaseComponentType().getName();
            return libraries.stream().anyMatch(target::startsWith)
                && places.stream().noneMatch(place -> isIn(use.getOriginClass(), place));
        }

        @Override
        public String toString() {
            return String.join(", ", places) + ": " + String.join(" ", libraries)
                + " because " + reason;
        }
    }
}
