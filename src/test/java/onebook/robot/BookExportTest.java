package onebook.robot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import onebook.seal.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class BookExportTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-12-20T12:00");
    private Firm firm;

    @BeforeEach
    void begin() {
        firm = Firm.first(folder.resolve("firm")).begin(clock);
    }

    private Path exported(BookExport.Form form, Charset charset) {
        Path target = folder.resolve("out-" + form + charset);
        try (Desk desk = Desk.open(firm.book(), clock)) {
            BookExport.Report report = BookExport.write(desk, target, form, charset);
            assertThat(report.missing()).isEmpty();
        }
        return target;
    }

    private static Desk copied(Path export, Path book, SettableClock clock) throws IOException {
        Files.createDirectories(book);
        Desk desk = Desk.open(Firm.first(book).begin(clock).book(), clock);
        new AccountRegister(desk).load(export.resolve("accounts.csv"), "王芳");
        VoucherImport.Report report = VoucherImport.run(desk,
                VoucherImport.Order.of(export.resolve("vouchers.csv")), "王芳",
                RunReport.Progress.SILENT);
        assertThat(report.problems()).isEmpty();
        return desk;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_book_that_is_exported_and_imported_has_the_same_balances(long seed)
            throws IOException {
        try (Desk desk = Desk.open(firm.book(), clock)) {
            new RandomBook(desk, seed).fill(120);
        }
        Path export = exported(BookExport.Form.CSV, seed % 2 == 0 ? UTF_8 : GB18030);
        try (Desk before = Desk.open(firm.book(), clock);
                Desk after = copied(export, folder.resolve("copy"), clock)) {
            Period from = Period.parse("2026-01");
            for (Period to = from; to.month() < 12; to = to.next()) {
                assertThat(after.trialBalance(to, to).csv())
                        .isEqualTo(before.trialBalance(to, to).csv());
            }
            assertThat(facts(after)).isEqualTo(facts(before));
            assertThat(after.chart().all()).isEqualTo(before.chart().all());
            assertThat(after.audit()).isEmpty();
            BookExport.write(after, folder.resolve("again"), BookExport.Form.CSV, UTF_8);
        }
        String balances = Files.readString(export.resolve("balances.csv"),
                seed % 2 == 0 ? UTF_8 : GB18030);
        assertThat(Sha256.hex(Files.readString(folder.resolve("again/balances.csv"))))
                .isEqualTo(Sha256.hex(balances));
    }

    /** All that an entry says, but where it came from, in order of number. */
    private static List<String> facts(Desk desk) {
        List<String> facts = new ArrayList<>();
        for (JournalEntry entry : desk.entries(EntryFilter.ALL)) {
            facts.add(entry.number() + " " + entry.date() + " " + entry.kind() + " "
                    + entry.summary() + " " + entry.corrects() + " " + entry.rule() + " "
                    + entry.why() + " " + entry.attachments() + " " + entry.hands().preparer()
                    + " " + entry.hands().reviewer());
            entry.postings().forEach(line -> facts.add(said(line)));
        }
        return facts;
    }

    private static String said(Posting line) {
        return line.account() + " " + line.side() + " " + line.amount() + " " + line.party() + " "
                + line.details();
    }

    @Test
    void the_manifest_lists_every_file_with_its_hash_and_how_long_it_is_kept()
            throws IOException {
        firm.sells(1, "2026-01-05", 1000);
        try (Desk desk = Desk.open(firm.book(), clock)) {
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
        }
        Path export = exported(BookExport.Form.CSV, UTF_8);
        Map<String, String[]> listed = new TreeMap<>();
        Files.readAllLines(export.resolve("manifest.csv")).stream().skip(1)
                .map(line -> line.split(",")).forEach(cell -> listed.put(cell[0], cell));
        try (Stream<Path> files = Files.walk(export)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = export.relativize(file).toString().replace('\\', '/');
                if (!name.equals("manifest.csv")) {
                    String[] cell = listed.remove(name);
                    assertThat(cell).as(name).isNotNull();
                    assertThat(cell[2]).isEqualTo(Sha256.hex(Files.readAllBytes(file)));
                    assertThat(cell[4]).contains("保管 30 年");
                    assertThat(cell[5]).isEqualTo("2056-12-31");
                }
            }
        }
        assertThat(listed).isEmpty();
        assertThat(Files.readString(export.resolve("log.csv"))).contains("run R0001 daily");
        assertThat(Files.readAllLines(export.resolve("documents.csv"))).hasSize(2)
                .last().asString().contains("sale-1.xml", "2026-01-0001");
    }

    @Test
    void each_source_document_says_how_it_was_booked() throws Exception {
        firm.sells(1, "2026-01-05", 1000);
        String document;
        try (Desk desk = Desk.open(firm.book(), clock)) {
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
            document = desk.documents().get(0).id();
        }
        Element root = xml(exported(BookExport.Form.BEANCOUNT, UTF_8)
                .resolve("posting-info/" + document + ".xml"));
        assertThat(text(root, "UnifiedSocialCreditCodeOfAccountingEntity")).contains(firm.taxId());
        assertThat(text(root, "NameOfAccountingEntity")).contains(firm.name());
        assertThat(text(root, "NumberOfAccountingDocuments")).containsExactly("2026-01-0001");
        assertThat(text(root, "PostingDate")).containsExactly("2026-01-05");
        assertThat(text(root, "AccountingPeriod")).containsExactly("2026-01");
        assertThat(text(root, "SummaryOfAccountingDocuments")).hasSize(1);
        assertThat(text(root, "DebitOrCredit")).containsExactly("借", "贷", "贷");
        assertThat(text(root, "NameOfGeneralLedgerSubject"))
                .containsExactly("应收账款", "主营业务收入", "应交税费");
        assertThat(text(root, "NameOfSubsidiaryLedgerSubject")).contains("应交增值税");
        assertThat(text(root, "RecordedAmount")).containsExactly("1010.00", "1000.00", "10.00");
    }

    private static Element xml(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)
                    .getDocumentElement();
        }
    }

    private static List<String> text(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void the_audit_interface_has_all_vouchers_and_balances_in_its_order(String charset)
            throws Exception {
        try (Desk desk = Desk.open(firm.book(), clock)) {
            new RandomBook(desk, 9).fill(60);
        }
        Path export = exported(BookExport.Form.GBT24589, Charset.forName(charset));
        Element ledger = xml(export.resolve("general-ledger.xml"));
        List<JournalEntry> entries;
        try (Desk desk = Desk.open(firm.book(), clock)) {
            entries = desk.entries(EntryFilter.ALL);
            assertThat(ledger.getElementsByTagName("会计科目").getLength())
                    .isEqualTo(desk.accounts().size());
        }
        int lines = entries.stream().mapToInt(entry -> entry.postings().size()).sum();
        assertThat(ledger.getElementsByTagName("记账凭证").getLength()).isEqualTo(lines);
        assertThat(sum(ledger, "记账凭证", "借方本币金额"))
                .isEqualByComparingTo(sum(ledger, "记账凭证", "贷方本币金额"));
        assertThat(Files.readString(export.resolve("general-ledger.xml"),
                Charset.forName(charset))).contains(" encoding=\"" + charset + "\"",
                "<科目编号 locID=\"020301\">", "<借方本币金额 locID=\"020509\">",
                "<记账标志 locID=\"020616\">1<");
        Element first = (Element) ledger.getElementsByTagName("记账凭证").item(0);
        assertThat(first.getElementsByTagName("*").item(0).getNodeName()).isEqualTo("记账凭证日期");
        Element master = xml(export.resolve("public-archives.xml"));
        assertThat(text(master, "会计核算单位")).containsExactly(firm.name());
    }

    private static BigDecimal sum(Element root, String table, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        NodeList rows = root.getElementsByTagName(table);
        for (int i = 0; i < rows.getLength(); i++) {
            for (String amount : text((Element) rows.item(i), field)) {
                sum = sum.add(new BigDecimal(amount.isEmpty() ? "0" : amount));
            }
        }
        return sum;
    }

    @Test
    void a_damaged_book_gives_all_but_what_is_damaged_and_says_what() throws IOException {
        firm.sells(1, "2026-01-05", 1000);
        try (Desk desk = Desk.open(firm.book(), clock)) {
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
            Files.delete(desk.documents().get(0).path());
            BookExport.Report report =
                    BookExport.write(desk, folder.resolve("out"), BookExport.Form.CSV, UTF_8);
            assertThat(report.missing()).singleElement().asString()
                    .contains("sale-1.xml is not in the evidence folder");
        }
        assertThat(folder.resolve("out/vouchers.csv")).content().contains("2026-01-0001");
        assertThat(folder.resolve("out/missing.txt")).exists();
    }

    @ParameterizedTest
    @EnumSource(BookExport.Form.class)
    void a_book_that_another_program_writes_can_be_exported(BookExport.Form form) {
        try (Desk writer = Desk.open(firm.book(), clock);
                Desk reader = Desk.open(firm.book(), clock)) {
            assertThat(writer.isReadOnly()).isFalse();
            assertThat(BookExport.write(reader, folder.resolve("out"), form, UTF_8).missing())
                    .isEmpty();
        }
        assertThat(folder.resolve("out/manifest.csv")).exists();
        assertThat(folder.resolve(".part-out")).doesNotExist();
    }

    @Test
    void a_folder_that_holds_something_is_left_alone() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(taken.resolve("mine.txt"), "mine");
        try (Desk desk = Desk.open(firm.book(), clock)) {
            assertThatThrownBy(() -> BookExport.write(desk, taken, BookExport.Form.CSV, UTF_8))
                    .isInstanceOfSatisfying(RefusedException.class, refused ->
                            assertThat(refused.refusal()).isEqualTo(Refusal.FOLDER_IS_NOT_EMPTY));
        }
        assertThat(taken).isDirectoryContaining("glob:**mine.txt");
    }

    @Test
    void beancount_gets_each_account_entry_and_month_end() throws IOException {
        try (Desk desk = Desk.open(firm.book(), clock)) {
            desk.book().journal().transaction(() -> {
                desk.book().post(RandomBook.plain("a", "2026-01-05", "说\"一\"句\\话\n",
                        Posting.debit("1122", Money.parse("100.50"), "甲公司"),
                        Posting.credit("5001", Money.parse("100.50"))), "王芳");
                return null;
            });
        }
        assertThat(Files.readString(exported(BookExport.Form.BEANCOUNT, UTF_8)
                .resolve("book.beancount"))).contains(
                "option \"operating_currency\" \"CNY\"",
                "2026-01-01 open Assets:A1122 CNY\n  code: \"1122\"\n  name: \"应收账款\"",
                "2026-01-01 open Liabilities:A2221:01 CNY",
                "2026-01-05 * \"说\\\"一\\\"句\\\\话 \"\n  entry: \"2026-01-0001\"",
                "  Assets:A1122                                100.50 CNY\n    party: \"甲公司\"",
                "  Income:A5001                                -100.50 CNY",
                "2026-02-01 balance Assets:A1122                                100.50 CNY");
    }
}
