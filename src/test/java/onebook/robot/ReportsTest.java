package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Company;
import onebook.ledger.Refusal;
import onebook.report.CustomReport;
import onebook.report.CustomReport.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final ChartOfAccounts CHART =
            new ChartOfAccounts(Templates.accounts(Company.Taxpayer.SMALL_SCALE));
    @TempDir
    private Path folder;

    @Test
    void the_reports_of_the_product_can_be_used_with_either_chart() {
        ChartOfAccounts general =
                new ChartOfAccounts(Templates.accounts(Company.Taxpayer.GENERAL));
        assertThat(Books.reports()).isNotEmpty().allSatisfy(name -> {
            assertThat(Reports.read(name, CHART).lines()).isNotEmpty();
            assertThat(Reports.read(name, general).lines()).isNotEmpty();
        });
    }

    @Test
    void a_report_of_ones_own_is_read_from_a_file() throws IOException {
        CustomReport report = read("""
                title: 费用
                columns: [month, {head: 去年, span: last-year}]
                rows:
                  - {label: 合计, sum: 5601 + 5602 - debit 5301.01, total: true}
                  - {label: 小标题}
                """);
        assertThat(report.columns()).containsExactly(new CustomReport.Column("本月", Span.MONTH),
                new CustomReport.Column("去年", Span.LAST_YEAR));
        assertThat(report.lines().get(0).isTotal()).isTrue();
        assertThat(report.lines().get(1).sum()).isEmpty();
    }

    @Test
    void every_mistake_is_named_with_its_row() {
        wrong("""
                title: ""
                colums: [month]
                columns: [month, weekly]
                rows:
                  - {label: a, sum: 5602 +}
                  - {label: b, sum: "5699"}
                  - {each: 5602}
                  - {each: 56.*}
                  - {label: c, each: 5602.*, sum: 5602}
                  - {sum: 5602, totl: true}
                  - 5602
                """, "unknown colums", "title is missing", "columns[2]: weekly is none of",
                "rows[1]: the sum cannot be read", "rows[2]: no account 5699",
                "rows[3]: each is an account and .*", "rows[4]: not an account code",
                "rows[5]: either a label or each", "rows[5]: each adds up by itself",
                "rows[6]: unknown totl", "rows[6]: either a label or each",
                "rows[7]: names with values");
    }

    @Test
    void what_is_no_report_is_refused() {
        wrong("{", "x.yaml");
        wrong("just words", "columns: a list", "rows: a list");
        wrong("", "No content");
        wrong("title: x\ncolumns: []\nrows: 5", "columns: a list", "rows: a list");
        wrong("a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]", "unknown a");
        wrong("title: x\ncolumns: [month]\nrows: [" + "{label: x},".repeat(501) + "]",
                "rows: a list of 1 to 500");
        refused("../../etc/passwd", "no report");
        refused("nothing-such", "no template");
        refused(folder.toString(), "no report");
        refused("\0", "");
    }

    @Test
    void a_file_that_is_too_large_is_refused() throws IOException {
        Path file = folder.resolve("large.yaml");
        Files.writeString(file, "# ".repeat(40_000));
        refused(file.toString(), "at most 64 KB");
    }

    private CustomReport read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), yaml);
        return Reports.read(file.toString(), CHART);
    }

    private void wrong(String yaml, String... named) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOfSatisfying(RefusedException.class, why -> {
            assertThat(why.refusal()).isEqualTo(Refusal.REPORT_CANNOT_BE_USED);
            assertThat(why.getMessage()).contains(named);
        });
    }

    private void refused(String name, String why) {
        assertThatThrownBy(() -> Reports.read(name, CHART)).isInstanceOfSatisfying(
                RefusedException.class, thrown -> {
            assertThat(thrown.refusal()).isEqualTo(Refusal.REPORT_CANNOT_BE_USED);
            assertThat(thrown.getMessage()).contains(why);
        });
    }
}
