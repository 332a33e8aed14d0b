package onebook.app.statements;

import onebook.report.Figure;
import onebook.report.FilledForm;
import onebook.report.Form;
import onebook.report.StatementLine;

/** One amount of a form. Requires a row with a number. */
record Spot(FilledForm form, Form.Row row, boolean isFirst) {

    int number() {
        return row.line().getAsInt();
    }

    Figure figure() {
        StatementLine line = form.line(number());
        return isFirst ? line.first() : line.second();
    }

    /** The amount of another line in the same column. */
    Spot on(int line) {
        return new Spot(form, form.form().line(line), isFirst);
    }
}
