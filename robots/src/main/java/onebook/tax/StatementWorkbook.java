package onebook.tax;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Company;
import onebook.ledger.Records;
import onebook.report.FilledForm;
import onebook.report.Statements;

/**
 * statements.xlsx: 资产负债表, 利润表 and 现金流量表 in the layout of the tax bureau's file for 小企业会计准则 (月季报,
 * or 年 for a whole year), then 科目余额表, 勾稽关系 and, where asked for, 来源. Totals are formulas; what does
 * not agree is said in red below the forms.
 */
public final class StatementWorkbook {
    private final Statements statements;
    private final Company company;
    private final Optional<Records> records;

    private StatementWorkbook(Statements statements, Company company, Optional<Records> records) {
        this.statements = statements;
        this.company = company;
        this.records = records;
    }

    /** Throws {@link IllegalStateException} where a formula disagrees with the statements. */
    public static void write(Statements statements, Company company, Path target)
            throws IOException {
        new StatementWorkbook(statements, company, Optional.empty()).write(target);
    }

    /** With the sheet 来源, which names for each amount its accounts, parties and entries. */
    public static void write(Statements statements, Company company, Records sources, Path target)
            throws IOException {
        new StatementWorkbook(statements, company, Optional.of(sources)).write(target);
    }

    private void write(Path target) throws IOException {
        var to = statements.span().to();
        try (FormBook book = new FormBook(company.name() + " " + to, to.lastDay())) {
            List<StatementSheet> sheets = new ArrayList<>();
            for (FilledForm form : statements.forms()) {
                sheets.add(new StatementSheet(statements, form, book.sheet(nameOf(form))));
            }
            sheets.forEach(sheet -> sheet.fill(company));
            new TrialBalanceSheet(statements.trialBalance(), company).fill(book.sheet("科目余额表"));
            new IdentitySheet(statements, company).fill(book.sheet("勾稽关系"));
            records.ifPresent(known -> new StatementSources(statements, company, known)
                    .fill(book.sheet("来源"), sheets));
            book.save(target);
        }
    }

    /** As the bureau's file names its sheets. */
    private String nameOf(FilledForm form) {
        return form.equals(statements.balanceSheet()) ? form.form().title()
                : form.form().title() + (statements.isAnnual() ? "_年" : "_月季报");
    }
}
