package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.lender.finding.AnswerTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersInPackageTest {
    @TempDir
    private Path folder;

    @Test
    void a_table_that_says_something_else_than_the_leaves_is_found_out() {
        for (String name : List.of(AnswerTables.SCORE, AnswerTables.RATIOS, AnswerTables.TIE_OUT,
                AnswerTables.PROFILE)) {
            Forgery.assertBroken(new Forgery(folder).resigned(members -> members.put(name,
                (new String(members.get(name), UTF_8) + " ").getBytes(UTF_8))), "INT-TABLE");
        }
    }

    @Test
    void a_package_from_before_there_were_these_tables_is_still_checked() {
        Verdict verdict = new Forgery(folder).resigned(members ->
            members.keySet().removeAll(List.of(AnswerTables.SCORE, AnswerTables.RATIOS,
                AnswerTables.TIE_OUT, AnswerTables.PROFILE)));
        assertThat(verdict.exitCode()).isZero();
        assertThat(verdict.answers().ratios()).isNotEmpty();
    }

    @Test
    void the_text_groups_by_severity_and_names_the_weakest_class_first() {
        ScriptedCompany company = ScriptedCompany.honest();
        company.declare("100000.00");
        company.bank("2026-02-02", "-160000.00", "老板", "1221");
        Verdict verdict = company.verdict(folder, Optional.empty());
        String text = VerdictText.of(verdict);
        assertThat(text).contains("S2 放款前问清 ask before lending  2")
            .contains("REC-FILED").contains("佐证 corroboration, the weakest class first")
            .doesNotContain("fraud");
        assertThat(text.indexOf("薪酬 payroll")).isLessThan(text.indexOf("成本费用 cost"));
        assertThat(VerdictText.json(verdict)).contains("\"corroboration\":[{\"amount\":")
            .contains("\"ratios\":[{").contains("\"tieout\":[{\"bank\":")
            .contains("\"to_explain\":\"").contains("\"findings\":[{");
    }

    @Test
    void each_profile_has_its_own_page() {
        ScriptedCompany taxes = ScriptedCompany.honest();
        assertThat(profile(taxes)).contains("申报销售额 sales declared")
            .contains("余额调节表 bank reconciliation 1002.01")
            .doesNotContain("销项发票");
        ScriptedCompany invoices = ScriptedCompany.honest();
        invoices.profile = "invoice-loan";
        invoices.sell("2026-02-20", "=客户\"丁\"", "80000.00");
        invoices.statusOfNewest("void");
        assertThat(profile(invoices)).contains("销项发票 invoices issued,作废 void,,1,,0.0400")
            .contains("没有开票的月份 months without,,0")
            .contains("\"'=客户\"\"丁\"\"\"")
            .doesNotContain("申报销售额");
    }

    private static String profile(ScriptedCompany company) {
        return new String(AnswerTables.of(company.replay().answers(company.scope()))
            .get(AnswerTables.PROFILE), UTF_8);
    }

    @Test
    void the_page_shows_a_picture_and_no_markup_of_others() {
        ScriptedCompany company = ScriptedCompany.honest();
        company.sell("2026-02-20", "<script>alert(1)</script>{{picture}}", "80000.00");
        String page = new String(PackageWriter.members(company.pack())
            .get(PackageFiles.REPORT), UTF_8);
        assertThat(page).contains("<svg role=\"img\"").contains("<a href=\"#m-2026-02\">")
            .contains("id=\"m-2026-02\"").contains("&lt;script&gt;")
            .doesNotContain("<script>").doesNotContain("{{");
    }

    @Test
    void populations_of_another_form_are_not_guessed_at() {
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("form", "x", "from", "2026-01", "to", "2026-03"),
                Map.of("form", "x", "from", "2026-03", "to", "2026-01", "figures", Map.of()),
                Map.of("form", "x", "from", "2026-01", "to", "2026-03", "figures",
                    Map.of("l1", "1")))) {
            malformed("filing", body);
        }
        malformed("taxlist", Map.of("from", "0001-01", "to", "9999-12", "invoices", List.of()));
        malformed("taxlist", Map.of("from", "2026-01", "to", "2026-01", "invoices",
            List.of(Map.of("key", "k", "status", "odd"))));
        malformed("accounts", Map.of("kind", "company"));
        malformed("anchor", Map.of("size", 1, "time", "yesterday"));
    }

    private void malformed(String kind, Map<String, Object> body) {
        List<byte[]> leaves = SmallBook.honest().leaf(kind, "", body).leaves;
        Forgery.assertMalformed(new Forgery(folder).resigned(members ->
            members.put(PackageFiles.ENTRIES, EntriesFile.write(leaves))));
    }
}
