package onebook.requirements;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import onebook.Tree;
import onebook.cli.Spoken;
import onebook.robot.BookEncryption;
import onebook.robot.Desk;
import onebook.robot.EntryFilter;
import onebook.robot.Firm;
import onebook.robot.Passphrases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules ask of data: that they come in, go out, stay and are understood. */
class DataRequirementsTest {
    /** Asks how large files of its own jar are; that is a connection in name only. */
    private static final String SIZES = "onebook.document.ocr.NativeFiles";
    private static final DescribedPredicate<JavaClass> DOORS = DescribedPredicate.describe(
            "open a connection", type -> type.getName().matches("java\\.net\\.(Socket|ServerSocket"
                    + "|DatagramSocket|URLConnection|HttpURLConnection)|java\\.net\\.http\\..*"
                    + "|java\\.nio\\.channels\\..*Socket.*|okhttp3\\..*"));
    private static final String PASSPHRASE = "账簿的口令有十个字。";
    @TempDir
    private Path folder;
    private SmallCompany company;

    @BeforeEach
    void begin() {
        company = new SmallCompany(folder);
    }

    private void sells() {
        company.firm.sells(1, "2026-01-05", 1000);
        company.takes(company.firm.inbox().resolve("sale-1.xml"));
    }

    @Test
    void r_02_what_was_exported_makes_the_same_trial_balance_in_another_book() {
        company.does("book", "account", "add", "1002.01", "工商银行");
        company.posts(1, "2026-01-15", "投资款", "account=1002.01 debit=900",
                "account=3001 credit=900");
        sells();
        Path vouchers = company.export("csv").resolve("vouchers.csv");
        Firm copy = Firm.first(folder.resolve("copy")).begin(company.clock);
        Spoken taken = Spoken.of(company.clock, "book", "import", vouchers.toString(),
                "--create-accounts", "--book", copy.book().toString());
        assertThat(taken.exit()).as(taken.err()).isZero();
        assertThat(taken.out()).contains("2 of 2 vouchers posted");
        assertThat(Spoken.of(company.clock, "book", "balance", "--book", copy.book().toString())
                .out()).isEqualTo(company.does("book", "balance")).contains("1002.01", "900.00");
        assertThat(company.export("gbt24589").resolve("general-ledger.xml")).isNotEmptyFile();
    }

    @Test
    void r_03_every_text_of_the_desktop_is_there_in_chinese() {
        ResourceBundle chinese = bundle("zh");
        assertThat(chinese.keySet()).containsAll(bundle("en").keySet()).hasSizeGreaterThan(300);
        assertThat(chinese.keySet().stream().map(chinese::getString).filter(text ->
                text.codePoints().anyMatch(letter ->
                        Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN)).count())
                .isGreaterThan(chinese.keySet().size() * 9L / 10);
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("onebook.app.messages", new Locale(language),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Test
    void r_09_accounts_and_dimensions_are_kept_and_used_ones_stay() {
        company.does("book", "account", "add", "5602.77", "展览费", "--dimension", "department");
        assertThat(company.does("book", "account", "list")).contains("展览费", "department");
        assertThat(company.draft("2026-01-15", "展位", "account=5602.77 debit=9",
                "account=1001 credit=9").out()).contains("DIMENSION_IS_MISSING");
        company.posts(2, "2026-01-15", "展位", "account=5602.77 debit=9 department=市场部",
                "account=1001 credit=9");
        assertThat(company.run("book", "account", "remove", "5602.77").err())
                .startsWith("ACCOUNT_HAS_POSTINGS");
    }

    @Test
    void r_20_an_archive_leaves_with_what_each_file_is() throws Exception {
        sells();
        Path export = company.export("csv");
        List<String> manifest = Files.readAllLines(export.resolve("manifest.csv"));
        for (String file : List.of("vouchers.csv", "balances.csv", "accounts.csv", "log.csv",
                "documents.csv")) {
            assertThat(manifest).anyMatch(line -> line.contains(file)
                    && line.contains(SmallCompany.sha256(export.resolve(file))));
        }
    }

    @Test
    void r_23_on_the_disk_a_book_may_be_unreadable_without_its_passphrase() throws Exception {
        sells();
        try (Desk desk = company.open()) {
            new BookEncryption(desk).encrypt(PASSPHRASE.toCharArray(), SmallCompany.BY);
        }
        try (Stream<Path> all = Files.walk(company.folder())) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(one -> !one.startsWith(company.firm.inbox())).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString()).doesNotContain("SQLite format", "<EInvoice>");
            }
        }
        assertThat(company.run("book", "entries").err()).startsWith("PASSPHRASE_IS_MISSING");
        try (Desk desk = Desk.open(company.firm.book(), company.clock,
                new Passphrases(Optional.empty(), Optional.of(PASSPHRASE.toCharArray())))) {
            assertThat(desk.entries(EntryFilter.ALL)).hasSize(1);
        }
    }

    @Test
    void r_24_what_is_restored_has_the_root_of_what_was_backed_up() {
        sells();
        Path backup = folder.resolve("b.obb");
        String made = company.does("book", "backup", "--to", backup.toString(), "--format",
                "json");
        String root = made.replaceAll("(?s).*\"root\":\"([^\"]+)\".*", "$1");
        Path copy = folder.resolve("copy/book.onebook");
        Spoken restored = Spoken.of(company.clock, "book", "restore", backup.toString(), "--to",
                copy.toString(), "--lang", "en");
        assertThat(restored.out()).contains("VERIFIED", root);
        assertThat(Spoken.of(company.clock, "book", "balance", "--book", copy.toString()).out())
                .isEqualTo(company.does("book", "balance"));
    }

    @Test
    void r_25_everything_stays_beside_the_book_and_nothing_opens_a_connection() throws Exception {
        sells();
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(Path::getFileName)).containsExactly(Path.of("firm"));
        }
        try (Desk desk = company.open()) {
            assertThat(desk.documents()).isNotEmpty().allMatch(document ->
                    document.path().startsWith(company.folder()));
        }
        noClasses().that().resideOutsideOfPackages("onebook.lender..", "onebook.anchor..")
                .and().doNotHaveFullyQualifiedName(SIZES).should().dependOnClassesThat(DOORS)
                .check(product());
    }

    private static JavaClasses product() {
        String tests = DataRequirementsTest.class.getProtectionDomain().getCodeSource()
                .getLocation().getPath();
        return new ClassFileImporter()
                .withImportOption(place -> !place.asURI().toString().contains(tests))
                .importPackages("onebook");
    }

    @Test
    void r_27_the_data_leave_whatever_state_the_book_is_in() throws Exception {
        sells();
        company.does("close", "--period", "2026-01");
        try (Desk other = company.open()) {
            assertThat(other.isReadOnly()).isFalse();
            assertThat(company.export("csv").resolve("vouchers.csv")).content()
                    .contains("1010.00");
        }
        company.byForce("DROP TRIGGER entry_refuses_update", "UPDATE entry SET summary = 'x'");
        assertThat(company.export("beancount").resolve("book.beancount")).isNotEmptyFile();
    }

    @Test
    void r_43_each_file_says_how_long_it_is_kept() throws Exception {
        sells();
        Path export = company.export("csv");
        List<String> manifest = Files.readAllLines(export.resolve("manifest.csv"));
        assertThat(manifest).anyMatch(line -> line.contains("vouchers.csv")
                && line.contains("会计凭证，保管 30 年") && line.contains("2056-12-31"));
        assertThat(Tree.text("templates/exchange/retention.csv"))
                .contains("statement,月度季度财务报告,10", "annual,年度财务报告,permanent");
    }

    @Test
    void r_44_a_chinese_manual_comes_with_it_and_knows_every_command() {
        String manual = Tree.text("docs/manual.zh-CN.md");
        assertThat(manual.length()).isGreaterThan(3000);
        for (String command : List.of("book create", "book import", "book open", "book account",
                "book ledger", "book export", "book log", "book verify", "voucher", "book person",
                "close", "recurring", "reconcile", "tax fill")) {
            assertThat(manual).contains("onebook " + command);
        }
    }
}
