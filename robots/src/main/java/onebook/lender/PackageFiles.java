package onebook.lender;

import java.util.Set;

/** The names of what a package holds. */
final class PackageFiles {
    static final String MIMETYPE_CONTENT = "application/vnd.onebook.package";
    static final String MANIFEST = "manifest.json";
    static final String MANIFEST_NOTE = "manifest.note";
    static final String CHECKPOINT = "log/checkpoint";
    static final String ENTRIES = "log/entries.jsonl.gz";
    static final String DISCLOSURES = "log/disclosures.jsonl.gz";
    static final String TILES = "log/tile/";
    static final String ANCHORS = "log/anchors/";
    static final String CHART = "books/chart.json";
    static final String TRIAL_BALANCE = "books/trial-balance.csv";
    static final String JOURNAL = "books/journal.csv";
    static final String STATEMENTS = "books/statements.csv";
    static final String STATEMENTS_XLSX = "books/statements.xlsx";
    static final String DOCUMENTS = "docs/";
    static final String FINDINGS = "report/findings.json";
    static final String REPORT = "report/report.html";
    static final String README = "verify/README.txt";

    /** Made for people; no check computes them again. */
    static final Set<String> INFORMATIVE = Set.of(STATEMENTS_XLSX, FINDINGS, REPORT, README);

    private PackageFiles() { }
}
