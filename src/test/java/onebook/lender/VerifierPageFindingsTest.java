package onebook.lender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import onebook.lender.finding.AnswerTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page asks what the program asks, word for word, and shows what was computed. */
class VerifierPageFindingsTest {
    private static final String POLICY = "log " + SmallBook.SIGNER.vkey() + "\nwitness one "
            + ScriptedCompany.WITNESS.witnessKey() + "\n";

    @TempDir
    private static Path folder;
    private static Chromium page;

    @BeforeAll
    static void a_browser_with_the_page() throws Exception {
        page = Chromium.withPage(folder);
        page.run("globalThis.told = async (packed, policy) => {"
                + " const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));"
                + " const {verdict} = await OneBook.openPackage(bytes, policy, null, () => null);"
                + " return [String(verdict.exit), ...verdict.findings.map(one =>"
                + " [one.severity, one.id, one.zh, one.en].join(' | '))]; }; 0");
    }

    @AfterAll
    static void close_the_browser() {
        if (page != null) {
            page.close();
        }
    }

    private static Path packed(Consumer<ScriptedCompany> script, String profile)
            throws IOException {
        ScriptedCompany company = ScriptedCompany.honest();
        script.accept(company);
        company.profile = profile.isEmpty() ? company.profile : profile;
        Path file = Files.createTempFile(folder, "company", ".obk");
        PackageWriter.write(company.pack(), file);
        return file;
    }

    private static List<String> assertSame(String name, Path file) throws IOException {
        JsonNode told = page.run("told('" + Base64.getEncoder().encodeToString(
                Files.readAllBytes(file)) + "'," + Chromium.quoted(POLICY) + ")");
        Verdict verdict = PackageVerifier.verify(file, Policy.parse(POLICY), Optional.empty());
        List<String> expected = new ArrayList<>(List.of("" + verdict.exitCode()));
        verdict.findings().forEach(one -> expected.add(one.severity() + " | " + one.id() + " | "
                + one.zh() + " | " + one.en()));
        assertThat(verdict.exitCode()).as(name).isIn(Verdict.VERIFIED,
                Verdict.VERIFIED_WITH_FINDINGS);
        assertThat(told).as(name).extracting(JsonNode::asText)
                .containsExactlyElementsOf(expected);
        return verdict.findings().stream().map(Finding::id).toList();
    }

    /** The tables under report/ are compared too: one that differs would be INT-TABLE. */
    @Test
    void every_deceit_and_its_honest_twin_is_asked_the_same_by_page_and_program()
            throws IOException {
        for (FraudTest.Pair pair : FraudTest.pairs().toList()) {
            Path deceit = packed(pair.deceit(), "");
            String id = pair.finding().split(" ")[1];
            assertThat(assertSame(pair.name() + ": deceit", deceit)).contains(id);
            assertThat(assertSame(pair.name() + ": honest", packed(pair.honest(), "")))
                    .doesNotContain(id);
        }
    }

    @Test
    void a_loan_on_invoices_has_its_own_page() throws IOException {
        for (FraudTest.Pair pair : FraudTest.pairs().toList().subList(0, 8)) {
            assertSame(pair.name(), packed(pair.deceit(), "invoice-loan"));
        }
    }

    @Test
    void a_member_of_the_report_that_says_something_else_is_no_verified_package()
            throws IOException {
        for (String name : List.of(AnswerTables.SCORE, AnswerTables.RATIOS, AnswerTables.TIE_OUT,
                AnswerTables.PROFILE)) {
            new Forgery(folder).resigned(Forgery.edit(name, "010.00", "910.00"));
            JsonNode told = page.run("told('" + Base64.getEncoder().encodeToString(
                    Files.readAllBytes(folder.resolve("x.obk"))) + "',"
                    + Chromium.quoted(POLICY) + ")");
            assertThat(told.get(0).asInt()).as(name).isEqualTo(Verdict.INTEGRITY_FAILURE);
            assertThat(told.get(1).asText()).as(name).contains("INT-TABLE", name);
        }
    }

    @Test
    void the_page_shows_what_was_found_by_how_grave_it_is() throws Exception {
        Path file = packed(company -> {
            company.sell("2026-02-20", "客户丁", "80000.00");
            company.unlistNewest();
            company.accounts("private", List.of(Map.of("holder", "客户甲")));
        }, "");
        page.choose("#file", file);
        page.run("document.getElementById('policy').value = " + Chromium.quoted(POLICY));
        page.run("document.documentElement.lang === 'en' &&"
                + " document.getElementById('language').click()");
        page.run("document.getElementById('verify').click()");
        page.until("document.querySelectorAll('#answers table').length > 3");
        assertThat(text("findings")).contains("S1 停止 (1)", "POP-UNLISTED", "差异待说明")
                .containsSubsequence("S1", "S2");
        page.run("document.querySelectorAll('#answers details').forEach(one =>"
                + " { one.open = true; })");
        assertThat(text("answers")).contains("账票税银", "2026-04", "账（含税）→ 银", "佐证程度（最弱在前",
                "收入 revenue", "资产负债率", "BS47/BS30", "贷款资料页", "应收账龄", "余额调节表");
        String pictures = System.getProperty("onebook.pictures");
        if (pictures != null) {
            Files.write(Path.of(pictures, "answers.png"), page.picture());
        }
        page.run("document.getElementById('language').click()");
        page.until("document.getElementById('answers').innerText.includes('Corroboration')");
        assertThat(text("findings")).contains("ask before lending", "difference to explain");
    }

    private static String text(String id) {
        return page.run("document.getElementById('" + id + "').innerText").asText();
    }
}
