package onebook.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onebook.document.Reading;
import onebook.ledger.Refusal;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to break a reader, or that chance made. */
class HostileStatementTest {
    private static final String HEAD = "交易时间,收入金额,支出金额,账户余额,对方账号,对方户名,交易用途\n";
    private static final String RELS = "<Relationships>"
            + "<Relationship Id=\"rId1\" Type=\"http://any/relationships/%s\" Target=\"%s\"/>"
            + "</Relationships>";

    @TempDir
    private Path folder;

    @Test
    void empty_and_blank_files_are_named_empty() {
        assertRefused("", Refusal.FILE_IS_EMPTY);
        assertRefused(" \r\n\t\n\u3000", Refusal.FILE_IS_EMPTY);
    }

    @Test
    void text_without_a_statement_is_named_so() {
        assertRefused("亲爱的王先生，见信好。\n货款已付。\n", Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK);
        assertRefused("{\"a\":1}", Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK);
        assertRefused("日期,金额,备注\n2026-01-05,100.00,午饭\n2026-01-06,20.00,咖啡\n",
                Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK);
    }

    @Test
    void pdf_pictures_and_other_archives_are_no_known_format() throws IOException {
        assertRefused("%PDF-1.7\nxyz", Refusal.FILE_IS_NOT_A_KNOWN_FORMAT);
        assertRefused(zip(Map.of("word/document.xml", "<a/>")), Refusal.FILE_IS_NOT_A_KNOWN_FORMAT);
        assertRefused(zip(Map.of("_rels/.rels",
                RELS.formatted("officeDocument", "../../etc/passwd"))),
                Refusal.FILE_IS_NOT_A_KNOWN_FORMAT);
    }

    @Test
    void random_bytes_end_as_a_refusal_whatever_their_head() {
        Random random = new Random(7);
        byte[][] heads = {{}, {'P', 'K', 3, 4}, {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
                {(byte) 0xFF, (byte) 0xFE}, {'<', 't', 'r', '>'}};
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(4000) + 20];
            random.nextBytes(bytes);
            System.arraycopy(heads[i % heads.length], 0, bytes, 0, heads[i % heads.length].length);
            Reading<Statement> reading = StatementFiles.read(folder, "r" + i, bytes);
            assertThat(reading.value()).isEmpty();
            assertThat(reading.problems()).isNotEmpty();
        }
    }

    @Test
    void a_row_of_a_million_columns_is_too_large() {
        assertRefused(HEAD + ",".repeat(1_000_000) + "\n", Refusal.FILE_IS_TOO_LARGE);
        assertRefused("<table><tr>" + "<td>1</td>".repeat(1_000_000) + "</tr></table>",
                Refusal.FILE_IS_TOO_LARGE);
        assertRefused("<table><tr>" + "<td colspan=999>1</td>".repeat(1_000) + "</tr></table>",
                Refusal.FILE_IS_TOO_LARGE);
    }

    @Test
    void more_rows_than_a_small_company_has_are_too_large() {
        assertRefused(HEAD + "2026-01-01 10:00:00,1.00,,1.00,,,\n".repeat(100_001),
                Refusal.FILE_IS_TOO_LARGE);
    }

    @Test
    void an_open_quote_does_not_swallow_the_file() {
        String text = HEAD + "2026-01-05 10:00:00,1.00,,1.00,,\"没有收尾的引号,货款\n"
                + "2026-01-06 10:00:00,2.00,,3.00,,好的,货款\n".repeat(80);
        Reading<Statement> reading = StatementFiles.read(folder, "quote.csv",
                text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.value().orElseThrow().lines()).hasSize(81);
    }

    @Test
    void patterns_do_not_run_away_on_long_cells() {
        String nasty = "账号" + " :".repeat(200) + "a ".repeat(30_000) + "1".repeat(30_000)
                + "(".repeat(30_000);
        String text = nasty + "\n" + HEAD + "2026-01-05 10:00:00,1.00,,1.00," + nasty + "," + nasty
                + ",货款\n"
                + "9".repeat(5000) + ",1.00,,1.00,,,\n" + "2026-01-05 10:00:00," + "9".repeat(5000)
                + ",,1.00,,,\n";
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () ->
                assertThat(StatementFiles.read(folder, "n.csv",
                text.getBytes(StandardCharsets.UTF_8)).value().orElseThrow().lines()).hasSize(1));
    }

    @Test
    void a_zip_bomb_is_hostile() throws IOException {
        byte[] bomb = workbook("<worksheet><sheetData>" + " ".repeat(60_000_000)
                + "</sheetData></worksheet>", "");
        assertThat(bomb.length).isLessThan(200_000);
        assertRefused(bomb, Refusal.FILE_IS_HOSTILE);
    }

    @Test
    void a_document_type_in_a_workbook_is_hostile_and_reads_no_file() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "a secret");
        String dtd = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        String sheet = dtd + "<worksheet><sheetData><row r=\"1\">"
                + "<c t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>";
        assertRefused(workbook(sheet, ""), Refusal.FILE_IS_HOSTILE);
        assertRefused(workbook("<worksheet/>",
                "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + "<sst><si><t>&b;</t></si></sst>"),
                Refusal.FILE_IS_HOSTILE);
    }

    @Test
    void cells_far_to_the_right_and_rows_out_of_order_are_no_danger() throws IOException {
        assertRefused(workbook(sheet("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"), ""),
                Refusal.FILE_IS_TOO_LARGE);
        assertRefused(workbook(sheet("<row r=\"99999999\"><c t=\"s\"><v>77</v></c></row>"
                + "<row r=\"x\"><c r=\"1\"/></row>"), ""),
                Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK);
    }

    @Test
    void locked_workbooks_are_named_encrypted() throws Exception {
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(workbook("<worksheet/>", ""));
            }
            files.writeFilesystem(xlsx);
        }
        assertRefused(xlsx.toByteArray(), Refusal.FILE_IS_ENCRYPTED);
        ByteArrayOutputStream xls = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("交易时间");
            Biff8EncryptionKey.setCurrentUserPassword("geheim");
            workbook.write(xls);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertRefused(xls.toByteArray(), Refusal.FILE_IS_ENCRYPTED);
    }

    @Test
    void every_single_changed_byte_of_a_workbook_ends_as_a_reading() throws IOException {
        byte[] sound = workbook(
                sheet("<row><c t=\"inlineStr\"><is><t>日期</t></is></c></row>"), "");
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            byte[] changed = sound.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatCode(() -> StatementFiles.read(folder, "changed", changed))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_file_that_went_away_is_broken() {
        Reading<Statement> reading = new StatementReader()
                .read(new onebook.document.Document("", "gone.csv",
                onebook.document.Document.Media.CSV, 0, folder.resolve("gone.csv")));
        assertThat(reading.problems().get(0).name()).isEqualTo(Refusal.FILE_IS_BROKEN);
    }

    private void assertRefused(String text, Refusal refusal) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), refusal);
    }

    private void assertRefused(byte[] bytes, Refusal refusal) {
        Reading<Statement> reading = StatementFiles.read(folder, "any.csv", bytes);
        assertThat(reading.value()).isEmpty();
        assertThat(reading.isAccepted()).isFalse();
        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.problems().get(0).name()).isEqualTo(refusal);
        assertThat(reading.problems().get(0).text()).isNotBlank();
    }

    private static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static byte[] workbook(String sheet, String shared) throws IOException {
        return zip(Map.of("_rels/.rels", RELS.formatted("officeDocument", "xl/workbook.xml"),
                "xl/_rels/workbook.xml.rels", RELS.formatted("worksheet", "/xl/worksheets/s1.xml"),
                "xl/workbook.xml", "<workbook xmlns:r=\"http://any/relationships\">"
                        + "<sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>",
                "xl/worksheets/s1.xml", sheet, "xl/sharedStrings.xml", shared.isEmpty() ? "<sst/>"
                : shared));
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
