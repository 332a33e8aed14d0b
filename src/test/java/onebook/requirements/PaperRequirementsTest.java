package onebook.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onebook.cli.Spoken;
import onebook.document.Document;
import onebook.ledger.JournalEntry;
import onebook.ledger.Outcome;
import onebook.robot.Desk;
import onebook.robot.EntryFilter;
import onebook.robot.OperationLog;
import onebook.robot.WaitingItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules ask of e-vouchers and scans. */
class PaperRequirementsTest {
    private static final Path RAIL = SmallCompany.sample("rail_26349125544111702541.pdf");
    private static final Path PRINT = SmallCompany.sample("scan0315.png");
    private static final Path SCAN = SmallCompany.sample("scan056793.png");
    @TempDir
    private Path folder;
    private SmallCompany company;

    @BeforeEach
    void begin() {
        company = new SmallCompany(folder);
    }

    private Path sale() {
        company.firm.sells(1, "2026-01-05", 1000);
        return company.firm.inbox().resolve("sale-1.xml");
    }

    private static Spoken read(SmallCompany company, Path file, String... more) {
        return Spoken.of(company.clock, more.length == 0
                ? new String[] {"document", "read", file.toString()}
                : new String[] {"document", "read", file.toString(), more[0], more[1]});
    }

    /** The file in the evidence folder that holds a document. */
    private Path kept(String name) {
        try (Desk desk = company.open()) {
            return desk.documents().stream().filter(one -> one.name().equals(name))
                    .map(Document::path).findFirst().orElseThrow();
        }
    }

    @Test
    void r_01_an_e_voucher_of_the_standard_is_read_and_its_posting_written_in_ten_elements() {
        assertThat(read(company, RAIL).out()).contains("rail-ticket, xbrl");
        assertThat(company.draftWith(RAIL, "2026-03-30", "差旅费", "account=5602.07 debit=100",
                "account=1001 credit=100").exit()).isZero();
        company.does("voucher", "review", "1", "--by", "李审");
        company.does("voucher", "post", "1", "--by", "赵记");
        assertThat(info(company.export("csv"), RAIL)).contains(
                "<UnifiedSocialCreditCodeOfAccountingEntity>91340104MA828A91X5<",
                "<NameOfAccountingEntity>", "<NumberOfAccountingDocuments>2026-03-0001<",
                "<PostingDate>2026-03-30<", "<AccountingPeriod>2026-03<",
                "<SummaryOfAccountingDocuments>差旅费<", "<DebitOrCredit>借<",
                "<NameOfGeneralLedgerSubject>管理费用<", "<NameOfSubsidiaryLedgerSubject>",
                "<RecordedAmount>100.00<");
    }

    private String info(Path export, Path file) {
        return SmallCompany.text(export.resolve("posting-info/" + SmallCompany.sha256(file)
                + ".xml"));
    }

    @Test
    void r_06_the_signature_of_an_e_voucher_is_never_called_verified() {
        Path sale = sale();
        for (Path file : List.of(sale, RAIL,
                SmallCompany.sample("dzfp_26342000000003415080.ofd"))) {
            assertThat(read(company, file, "--lang", "zh").out()).contains("电子签名未验证");
            assertThat(read(company, file, "--format", "json").out())
                    .contains("\"signature\":\"not-verified\"");
        }
        assertThat(read(company, PRINT, "--format", "json").out())
                .contains("\"signature\":\"none\"");
    }

    @Test
    void r_07_a_received_file_that_was_changed_is_found() throws IOException {
        company.takes(sale());
        assertThat(company.does("book", "verify")).startsWith("VERIFIED");
        Path kept = kept("sale-1.xml");
        kept.toFile().setWritable(true);
        Files.writeString(kept, Files.readString(kept).replace("1000.00", "9000.00"));
        Spoken verdict = company.run("book", "verify");
        assertThat(verdict.exit()).isEqualTo(1);
        assertThat(verdict.out()).contains("sale-1.xml");
    }

    @Test
    void r_29_an_e_voucher_is_used_once_and_not_in_an_altered_form() throws IOException {
        Path sale = sale();
        company.takes(sale);
        String once = company.entries();
        Path copy = Files.writeString(folder.resolve("again.xml"),
                Files.readString(sale).replace("\n", "\n\n"));
        Path altered = Files.writeString(folder.resolve("altered.xml"), Files.readString(sale)
                .replace("1000.00", "2000.00").replace("1010.00", "2020.00")
                .replace(">10.00", ">20.00"));
        Spoken run = company.takes(copy, altered);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("SAME_INVOICE_OTHER_AMOUNT");
        assertThat(company.entries()).isEqualTo(once);
    }

    @Test
    void r_30_a_print_of_an_e_voucher_alone_is_not_a_complete_archive() throws IOException {
        assertThat(company.draftWith(PRINT, "2026-03-30", "费用", "account=5602.05 debit=1",
                "account=1001 credit=1").exit()).isZero();
        Path export = folder.resolve("archive");
        Spoken spoken = company.run("book", "export", "--as", "csv", "--to", export.toString());
        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.err()).contains("scan0315.png is a print of an e-voucher");
        assertThat(Files.readString(export.resolve("documents.csv"))).contains("electronic-file");
    }

    @Test
    void r_31_of_a_scanned_paper_the_paper_is_asked_for() throws IOException {
        assertThat(read(company, SCAN, "--lang", "zh").out()).contains("纸质原件须保存");
        company.takes(SCAN);
        assertThat(Files.readString(company.export("csv").resolve("documents.csv")).lines())
                .anyMatch(line -> line.contains("scan056793.png") && line.endsWith("paper"));
    }

    @Test
    void r_32_the_posting_file_lies_beside_its_source_file() throws IOException {
        Path sale = sale();
        company.takes(sale);
        Path export = company.export("csv");
        assertThat(info(export, sale)).contains("sha256=\"" + SmallCompany.sha256(sale));
        assertThat(Files.readAllBytes(export.resolve("evidence/" + SmallCompany.sha256(sale)
                + ".xml"))).isEqualTo(Files.readAllBytes(sale));
    }

    @Test
    void r_35_what_recognition_proposes_shows_how_sure_it_is_and_who_confirmed_it() {
        company.takes(SCAN);
        try (Desk desk = company.open()) {
            WaitingItem item = desk.waiting().get(0);
            assertThat(desk.reading(item.id()).orElseThrow().source()).isEqualTo("ocr");
            assertThat(desk.reading(item.id()).orElseThrow().fields())
                    .anyMatch(field -> field.confidence() < 1 && field.page() == 1);
            assertThat(desk.entries(EntryFilter.ALL)).isEmpty();
            Outcome outcome = desk.accept(item.id(), SmallCompany.DAY, "人工确认",
                    SmallCompany.cash(), SmallCompany.BY);
            assertThat(outcome).isInstanceOf(Outcome.Posted.class);
            assertThat(desk.entries(EntryFilter.ALL)).extracting(JournalEntry::by)
                    .containsExactly(SmallCompany.BY);
            assertThat(OperationLog.of(desk).all(OperationLog.Filter.ALL))
                    .anyMatch(line -> line.who().equals(SmallCompany.BY)
                            && line.what().startsWith("accept "));
        }
    }
}
