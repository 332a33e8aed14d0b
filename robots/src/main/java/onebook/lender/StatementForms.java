package onebook.lender;

import java.util.List;
import onebook.lender.finding.Resources;
import onebook.report.Forms;

/** The forms of the statements as the verifier carries them: it computes them with nothing else. */
final class StatementForms {
    private static final Forms STANDARD = Forms.parse(tables());

    private StatementForms() { }

    static Forms standard() {
        return STANDARD;
    }

    /** As {@link onebook.report.Form} describes them. */
    static List<String> tables() {
        return List.of(Resources.text("/templates/report/balance-sheet.csv"),
                Resources.text("/templates/report/income-statement.csv"),
                Resources.text("/templates/report/cash-flow.csv"));
    }
}
