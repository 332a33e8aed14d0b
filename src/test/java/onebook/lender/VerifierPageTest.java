package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.seal.Signer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** verify.html as a lender uses it: files chosen, buttons pressed, what then stands on the page. */
class VerifierPageTest {
    private static final String HOSTILE = "<img src=x onerror=hacked=1><script>hacked=1</script>";

    @TempDir
    private static Path folder;
    private static Chromium page;

    @BeforeAll
    static void a_browser_with_the_page() throws Exception {
        page = Chromium.withPage(folder);
    }

    @AfterAll
    static void close_the_browser() {
        if (page != null) {
            page.close();
        }
    }

    @BeforeEach
    void a_page_in_chinese() throws InterruptedException {
        page.run("globalThis.isLeft = true, location.reload()");
        page.until("!globalThis.isLeft && document.readyState === 'complete'"
                + " && typeof OneBook === 'object'");
        page.run("document.documentElement.lang === 'en' && "
                + "document.getElementById('language').click()");
    }

    private static String text(String id) {
        return page.run("document.getElementById('" + id + "').innerText").asText();
    }

    private static void press(String text) throws InterruptedException {
        String button = "[...document.querySelectorAll('button')].find(one => one.textContent === "
                + Chromium.quoted(text) + ")";
        page.until("!!" + button);
        page.run(button + ".click()");
    }

    private static void verify(SmallBook book, String policy) throws Exception {
        Path file = Files.createTempFile(folder, "x", ".obk");
        page.choose("#file", book.write(file));
        page.run("document.getElementById('policy').value = " + Chromium.quoted(policy));
        page.run("document.getElementById('verify').click()");
        page.until("/^exit/.test(document.getElementById('verdict').className)");
        page.until("document.getElementById('progress').hidden");
    }

    private static String policy() {
        return "log " + SmallBook.SIGNER.vkey() + "\n";
    }

    private static void keepPicture(String name) throws IOException {
        String pictures = System.getProperty("onebook.pictures");
        if (pictures != null) {
            Files.write(Path.of(pictures, name + ".png"), page.picture());
        }
    }

    @Test
    void the_page_is_one_file_that_loads_nothing() {
        String html = new String(VerifierPage.html(), UTF_8);
        assertThat(VerifierPage.html()).isEqualTo(html.getBytes(UTF_8)).hasSizeLessThan(300_000);
        assertThat(html).contains("default-src 'none'; connect-src 'none'; script-src 'sha256-")
                .doesNotContain("unsafe-", "http:", "https:", "{{", "import(", "innerHTML",
                        "eval(", "fetch(", "document.write");
        assertThat(html.split("</script>", -1)).hasSize(3);
    }

    @Test
    void before_anything_is_chosen_it_says_what_to_do_and_verifies_nothing() throws IOException {
        assertThat(text("verdict")).contains("请选择一个资料包");
        assertThat(page.run("document.getElementById('verify').disabled").asBoolean()).isTrue();
        assertThat(page.run("document.body.innerText").asText())
                .contains("公钥、策略和保存的检查点只能来自资料包之外");
        keepPicture("empty");
    }

    @Test
    void from_a_line_to_the_document_it_takes_three_presses() throws Exception {
        verify(SmallBook.honest(), policy());
        assertThat(text("verdict")).contains("核验通过", "杭州清禾<办公>设备有限公司", SmallBook.ORIGIN);
        assertThat(page.run("document.activeElement.closest('#verdict') !== null").asBoolean())
                .isTrue();
        press("1000.00");
        press("5001");
        press("2026-01-0002");
        page.until("document.getElementById('pane2').innerText.includes('<invoice>')");
        assertThat(text("pane2")).contains("收到 \"货款\", 云帆", "1010.00", "保存副本");
        keepPicture("document");
        press("English");
        page.until("document.getElementById('verdict').innerText.includes('VERIFIED')");
        assertThat(text("statements")).contains("Revenue", "1000.00");
        keepPicture("english");
    }

    @Test
    void without_a_policy_the_identity_is_unverified() throws Exception {
        verify(SmallBook.honest(), "");
        assertThat(text("verdict")).contains("身份未核实");
        assertThat(text("findings")).contains("POLICY-NO-KEY");
        keepPicture("unverified");
    }

    @Test
    void a_table_that_says_something_else_is_red_with_both_figures() throws Exception {
        Path file = folder.resolve("red.obk");
        new Forgery(folder).resigned(Forgery.edit(PackageFiles.STATEMENTS, "1000.00", "9000.00"));
        Files.move(folder.resolve("x.obk"), file);
        page.choose("#file", file);
        page.run("document.getElementById('policy').value = " + Chromium.quoted(policy()));
        page.run("document.getElementById('verify').click()");
        page.until("document.getElementById('verdict').className === 'exit1'");
        page.until("!!document.querySelector('#statements .bad')");
        assertThat(text("verdict")).contains("完整性核验失败");
        assertThat(text("statements")).contains("资料包内写的是 9000.00,9000.00");
        keepPicture("broken");
    }

    @Test
    void what_is_no_package_is_malformed() throws Exception {
        page.choose("#file", Files.writeString(folder.resolve("text.obk"), "no package"));
        page.run("document.getElementById('verify').click()");
        page.until("document.getElementById('verdict').className === 'exit3'");
        assertThat(text("verdict")).contains("格式错误", "不要依据它放款");
    }

    @Test
    void work_that_is_cancelled_ends_without_a_verdict() throws Exception {
        page.choose("#file", SmallBook.honest().write(folder.resolve("cancelled.obk")));
        page.run("document.getElementById('verify').click(),"
                + "document.getElementById('cancel').click()");
        page.until("document.getElementById('cancel').hidden");
        assertThat(text("verdict")).isEqualTo("已取消，没有结论。");
        assertThat(page.run("document.getElementById('verify').disabled").asBoolean()).isFalse();
    }

    /** Nothing of a package becomes markup or runs, and what turns the direction is written out. */
    @Test
    void hostile_names_are_only_text() throws Exception {
        SmallBook book = new SmallBook();
        Map<String, Object> genesis = book.genesis();
        genesis.put("legal_name", HOSTILE + "\u202egnp.exe");
        book.leaf("genesis", "", genesis);
        String document = book.file("<html><script>hacked=1</script>" + HOSTILE, "html");
        book.leaf("doc", "", Map.of("sha256", document, "name", HOSTILE, "media", "html", "size",
                1, "channel", "file"));
        book.entry(new JournalEntry(EntryNumber.parse("2026-01-0001"),
                LocalDate.parse("2026-01-05"), JournalEntry.Kind.ORDINARY, HOSTILE + "\u202e",
                List.of(Posting.debit("1122", SmallBook.yuan("7.00"), HOSTILE),
                        Posting.credit("5001", SmallBook.yuan("7.00"))),
                List.of(Evidence.ofField(document, HOSTILE, HOSTILE)), HOSTILE, HOSTILE, HOSTILE,
                HOSTILE, Optional.empty()));
        verify(book.close(), policy());
        press("7.00");
        press("1122");
        press("2026-01-0001");
        page.until("document.getElementById('pane2').innerText.includes('<html><script>')");
        assertThat(text("verdict")).contains(HOSTILE + "⟨U+202E⟩gnp.exe");
        assertThat(text("pane2")).contains(HOSTILE + "⟨U+202E⟩");
        assertThat(page.run("typeof hacked + document.querySelectorAll('main img, main script')"
                + ".length").asText()).isEqualTo("undefined0");
        keepPicture("hostile");
    }

    /** The same name has the same letters wherever it stands; nothing of it is shown. */
    @Test
    void what_is_hidden_is_shown_as_hidden() throws Exception {
        verify(new SmallBook().covered().honestly().hiding(new Hiding(true, true, Set.of(),
                Set.of())), policy());
        assertThat(text("verdict")).contains("核验通过，有待说明事项");
        assertThat(text("findings")).contains("HID-DOCUMENT");
        press("1000.00");
        press("5001");
        press("2026-01-0002");
        page.until("document.getElementById('pane2').innerText.includes('隐去')");
        assertThat(text("pane1")).contains("〔内容已隐去〕");
        assertThat(text("pane2")).contains("〔内容已隐去〕").containsPattern("〔隐去 [\\w-]{8}〕")
                .doesNotContain("~", "货款", "云帆");
        keepPicture("hidden");
        press("English");
        page.until("document.getElementById('verdict').innerText.includes('FINDINGS')");
        press("1000.00");
        press("5001");
        press("2026-01-0002");
        page.until("/\\[hidden [\\w-]{8}\\]/.test(document.getElementById('pane2').innerText)");
    }

    @Test
    void since_when_a_log_is_protected_and_that_stamps_are_not_checked() throws Exception {
        Signer witness = Signer.create("witness.example");
        SmallBook book = SmallBook.honest();
        book.leaf(Anchor.KIND, "", new Anchor(witness.cosign(book.checkpoint(),
                Instant.parse("2026-03-01T08:00:00Z")), Optional.of(new byte[] {1})).body());
        KeyAttackTest.rotated(book, SmallBook.SIGNER, KeyAttackTest.NEXT);
        verify(book, policy());
        assertThat(text("verdict")).contains("外部见证", "1 次", "没有认识的见证人", "本页不核对");
        page.run("document.getElementById('verdict').className = ''");
        verify(book, policy() + "witness w " + witness.witnessKey() + "\nquorum w\n");
        assertThat(text("verdict")).contains("自何时受外部保护", "2026-03-01T08:00:00Z");
        assertThat(text("findings")).contains("KEY-ROTATED");
        keepPicture("protected");
    }

    @Test
    void pictures_and_papers_are_shown_from_the_package() throws Exception {
        SmallBook book = new SmallBook().begin();
        String picture = logged(book, PNG, "png");
        String paper = logged(book, PDF, "pdf");
        book.entry("2026-01-05", JournalEntry.Kind.ORDINARY, List.of(
                Evidence.ofField(picture, "invoice.gross", "7.00"),
                Evidence.ofField(paper, "invoice.gross", "7.00")),
                Posting.debit("1122", SmallBook.yuan("7.00")),
                Posting.credit("5001", SmallBook.yuan("7.00")));
        verify(book.close(), policy());
        press("7.00");
        press("1122");
        press("2026-01-0001");
        page.until("document.querySelector('#pane2 img')?.naturalWidth === 1");
        page.until("document.querySelector('#pane2 iframe')?.src.startsWith('blob:')");
        keepPicture("papers");
    }

    private static final byte[] PNG = java.util.Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEU"
            + "gAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] PDF = ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R"
            + "/MediaBox[0 0 200 100]>>endobj\ntrailer<</Root 1 0 R>>\n").getBytes(UTF_8);

    private static String logged(SmallBook book, byte[] content, String extension) {
        String hash = onebook.seal.Sha256.hex(content);
        book.documents.put(hash + "." + extension, content);
        book.leaf("doc", "", Map.of("sha256", hash, "name", "x." + extension, "media", extension,
                "size", content.length, "channel", "file"));
        return hash;
    }
}
