package onebook.robot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in the inbox ends as a named refusal or waits, and the rest goes on. */
class HostileInboxTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-02-20T12:00");
    private final Map<String, byte[]> hostile = new LinkedHashMap<>();
    private Firm firm;

    @BeforeEach
    void fill() throws IOException {
        firm = Firm.first(folder.resolve("firm")).begin(clock);
        xml();
        archives();
        noise();
        hostile.forEach(firm::put);
        Files.createDirectories(firm.inbox().resolve("a folder.xml"));
        Files.writeString(folder.resolve("secret.xml"), "<secret/>");
        Files.createSymbolicLink(firm.inbox().resolve("link.xml"), folder.resolve("secret.xml"));
        try (RandomAccessFile huge = new RandomAccessFile(
                firm.inbox().resolve("huge.pdf").toFile(), "rw")) {
            huge.setLength(200L * MEGABYTE);
        }
        firm.sells(1, "2026-01-05", 1000);
        firm.buys(2, "2026-01-06", 500);
    }

    private void xml() {
        String secret = folder.resolve("secret.xml").toUri().toString();
        text("entity.xml", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret
                + "\">]><EInvoice><EInvoiceData>&x;</EInvoiceData></EInvoice>");
        text("laughs.xml", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"" + "ha".repeat(1000)
                + "\"><!ENTITY b \"" + "&a;".repeat(1000) + "\"><!ENTITY c \"" + "&b;".repeat(1000)
                + "\">]><a>&c;</a>");
        text("deep.xml", "<a>".repeat(200_000) + "</a>".repeat(200_000));
        text("wide.xml", "<EInvoice>" + "<b/>".repeat(300_000) + "</EInvoice>");
        text("broken.xml", "<EInvoice><EInvoiceData>");
        text("exponent.xml", "<EInvoice><EInvoiceData><BasicInformation><TotalAmWithoutTax>"
                + "1E+999999999</TotalAmWithoutTax><TotalTaxAm>-1E-999999999</TotalTaxAm>"
                + "</BasicInformation></EInvoiceData></EInvoice>");
        text("future.xml", "<EInvoice><EInvoiceData/><TaxSupervisionInfo><IssueTime>99999-12-31"
                + "</IssueTime></TaxSupervisionInfo></EInvoice>");
    }

    private void archives() throws IOException {
        hostile.put("bomb.ofd", zip("OFD.xml", new byte[400 * MEGABYTE]));
        hostile.put("bomb.xlsx", zip("xl/workbook.xml", new byte[400 * MEGABYTE]));
        hostile.put("slip.ofd", zip("../../../../slipped.xml", new byte[9]));
        hostile.put("cut.xlsx", Arrays.copyOf(zip("a", new byte[5000]), 90));
        hostile.put("empty.ofd", zip("nothing", new byte[0]));
    }

    private void noise() {
        text("empty.xml", "");
        text("program.exe", "MZ\u0000\u0001 this program cannot be run");
        text("page.html", "<html><script>alert(1)</script></html>");
        text("start.pdf", "%PDF-1.7\n");
        text("loop.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj\n"
                + "trailer<</Root 1 0 R>>\n%%EOF");
        text("junk.csv", "\"".repeat(50_001) + "\n,,,,\n\u0000\u0000");
        text("wide.csv", "日期,金额\n" + "2026-01-01,1".repeat(1) + ",".repeat(200_000) + "\n");
        text("formula.csv", "日期,摘要,金额\n2026-01-01,=cmd|' /C calc'!A0,1E+999999999\n");
        Random random = new Random(5);
        for (String name : List.of("noise.png", "noise.jpg", "noise.pdf", "noise.ofd", "noise.xlsx",
                "noise.xls", "noise.csv", "noise.xml")) {
            byte[] bytes = new byte[4000];
            random.nextBytes(bytes);
            hostile.put(name, bytes);
        }
        byte[] png = new byte[64];
        System.arraycopy(new byte[] {(byte) 137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13,
            73, 72, 68, 82, 0x7f, -1, -1, -1, 0x7f, -1, -1, -1, 8, 2}, 0, png, 0, 26);
        hostile.put("gigantic.png", png);
    }

    private void text(String name, String text) {
        hostile.put(name, text.getBytes(UTF_8));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : new TreeSet<>(List.of("OFD.xml", name))) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.equals(name) ? content : "<OFD/>".getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    @Timeout(120)
    void hostile_files_are_named_and_the_sound_ones_booked() throws IOException {
        try (Desk desk = Desk.open(firm.book(), clock)) {
            RunReport dry = desk.run("daily", true, "王芳", RunReport.Progress.SILENT);
            RunReport report = desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
            assertThat(report.diff()).isEqualTo(dry.diff());
            assertThat(report.entries()).hasSize(2);
            for (String name : hostile.keySet()) {
                assertThat(report.diff()).as(name).anyMatch(line -> isNamed(line, name));
            }
            assertThat(report.diff()).anyMatch(line -> isNamed(line, "huge.pdf"));
            assertThat(report.diff()).noneMatch(line -> line.contains("link.xml"));
            assertThat(desk.entries(EntryFilter.ALL)).hasSize(2);
            assertThat(desk.audit()).isEmpty();
            assertThat(desk.run("daily", false, "王芳", RunReport.Progress.SILENT).entries())
                    .isEmpty();
        }
        assertThat(folder.resolve("slipped.xml")).doesNotExist();
        try (var files = Files.list(firm.folder().resolve("evidence"))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .allMatch(name -> name.matches("[0-9a-f]{64}"));
        }
    }

    /** "! noise.png FILE_IS_BROKEN: …" or "? noise.png NOT_READABLE …". */
    private static boolean isNamed(String line, String file) {
        String[] words = line.split(" ");
        return (words[0].equals("!") || words[0].equals("?")) && line.startsWith(file, 2)
                && Refusal.valueOf(line.substring(3 + file.length()).split("[ :]")[0]) != null;
    }
}
