package onebook.app.statements;

import java.util.Map;
import onebook.app.common.Texts;
import onebook.app.common.Texts.Language;
import onebook.report.BalanceSheet;
import onebook.report.FilledForm;
import onebook.report.Form;
import onebook.report.Identity;
import onebook.report.IncomeStatement;
import onebook.report.Span;
import onebook.report.StatementNotes;
import onebook.tax.TaxPeriod;

/** What the forms say, in Chinese as they are printed, and in English. */
final class FormWords {
    private static final Map<String, String> COLUMNS = Map.of("期末余额", "ending", "年初余额",
            "beginning", "本期金额", "period", "本年累计金额", "year", "上年金额", "last-year", "期初余额",
            "opening", "本期发生额", "turnover");

    private final Texts texts;

    FormWords(Texts texts) {
        this.texts = texts;
    }

    private boolean isChinese() {
        return texts.language() == Language.ZH;
    }

    String name(FilledForm form) {
        return texts.get(form instanceof BalanceSheet ? "statements.position"
                : form instanceof IncomeStatement ? "statements.income" : "statements.cash");
    }

    String caption(Form.Row row) {
        return isChinese() ? row.chinese() : row.english();
    }

    String column(FilledForm form, boolean isFirst) {
        return column(isFirst ? form.titles().first() : form.titles().second());
    }

    /** The columns have Chinese names; each has its place among these words. */
    private String column(String chinese) {
        return texts.orElse("statements.column." + COLUMNS.getOrDefault(chinese, ""), chinese);
    }

    /** The day of a position, the months of a flow. */
    String when(FilledForm form, Span span) {
        return form instanceof BalanceSheet ? span.to().lastDay().toString() : span(span);
    }

    String span(Span span) {
        if (span.isAnnual()) {
            return texts.get("statements.of-year", span.from().year());
        }
        if (span.from().equals(span.to())) {
            return texts.get("statements.of-month", span.to().year(), span.to().month());
        }
        String[] quarter = TaxPeriod.quarterOf(span.to()).toString().split("Q");
        return texts.get("statements.of-quarter", quarter[0], quarter[1]);
    }

    String identity(Identity identity) {
        return isChinese() ? identity.chinese() : identity.english();
    }

    String column(Identity identity) {
        return column(identity.column());
    }

    String formOf(Identity identity) {
        return identity.form().isEmpty() ? texts.get("statements.between") : identity.form();
    }

    String note(StatementNotes.Note note) {
        return isChinese() ? note.chinese() : note.english();
    }
}
