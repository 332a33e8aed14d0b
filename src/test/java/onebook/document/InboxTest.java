package onebook.document;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import onebook.document.Document.Media;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    private static final String SMALL_XML =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a><b>1</b></a>";

    @TempDir
    Path folder;

    @Test
    void a_file_is_kept_under_the_hash_of_its_bytes() throws IOException {
        Taken.Kept kept = (Taken.Kept) take("发票 1.xml", SMALL_XML.getBytes(UTF_8));

        assertThat(kept.isNew()).isTrue();
        assertThat(kept.document().id()).matches("[0-9a-f]{64}");
        assertThat(kept.document().name()).isEqualTo("发票 1.xml");
        assertThat(kept.document().media()).isEqualTo(Media.XML);
        assertThat(kept.document().size()).isEqualTo(SMALL_XML.length());
        assertThat(kept.document().path()).isEqualTo(evidence().resolve(kept.document().id()));
        assertThat(Files.readString(kept.document().path())).isEqualTo(SMALL_XML);
    }

    @Test
    void the_same_bytes_under_another_name_are_the_same_document() throws IOException {
        Taken.Kept first = (Taken.Kept) take("a.xml", SMALL_XML.getBytes(UTF_8));
        Taken.Kept second = (Taken.Kept) take("b.xml", SMALL_XML.getBytes(UTF_8));

        assertThat(second.document().id()).isEqualTo(first.document().id());
        assertThat(second.isNew()).isFalse();
        assertThat(filesIn(evidence())).containsExactly(first.document().id());
    }

    @Test
    void looking_copies_nothing() throws IOException {
        Path file = Files.write(folder.resolve("a.xml"), SMALL_XML.getBytes(UTF_8));

        Taken taken = Inbox.look(file);

        assertThat(((Taken.Kept) taken).document().path()).isEqualTo(file);
        assertThat(Files.exists(evidence())).isFalse();
    }

    @Test
    void what_is_declined_leaves_nothing_behind() throws IOException {
        assertThat(take("a.bin", Bytes.random(5000))).isInstanceOf(Taken.Declined.class);
        assertThat(Files.exists(evidence())).isFalse();
    }

    @Test
    void media_are_told_by_bytes_and_not_by_the_name() throws IOException {
        assertThat(media("x.pdf", SMALL_XML.getBytes(UTF_8))).isEqualTo(Media.XML);
        assertThat(media("x.png", Bytes.pdf())).isEqualTo(Media.PDF);
        assertThat(media("x.txt", Bytes.png(10, 10))).isEqualTo(Media.PNG);
        assertThat(media("x.xml", Bytes.zip("OFD.xml", SMALL_XML.getBytes(UTF_8))))
                .isEqualTo(Media.OFD);
        assertThat(media("x.zip", Bytes.zip("xl/workbook.xml", SMALL_XML.getBytes(UTF_8))))
                .isEqualTo(Media.XLSX);
        assertThat(media("x.dat", "日期,金额\n2026-01-01,1.00\n".getBytes(Charset.forName("GBK"))))
                .isEqualTo(Media.CSV);
        assertThat(media("x.dat", "日期\t金额\n".getBytes(UTF_16))).isEqualTo(Media.CSV);
        assertThat(media("x.dat", ("\uFEFF" + SMALL_XML).getBytes(UTF_8))).isEqualTo(Media.XML);
    }

    @Test
    void empty_file_is_refused() throws IOException {
        assertThat(refusal("a.pdf", new byte[0])).isEqualTo(Refusal.FILE_IS_EMPTY);
    }

    @Test
    void huge_file_is_refused_without_reading_it() throws IOException {
        Path file = folder.resolve("huge.csv");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(Inbox.MAX_BYTES + 1);
        }
        assertThat(refusal(Inbox.take(file, evidence()))).isEqualTo(Refusal.FILE_IS_TOO_LARGE);
    }

    @Test
    void missing_file_and_folder_are_refused() {
        assertThat(refusal(Inbox.take(folder.resolve("none.pdf"), evidence())))
                .isEqualTo(Refusal.FILE_IS_BROKEN);
        assertThat(refusal(Inbox.take(folder, evidence()))).isEqualTo(Refusal.FILE_IS_BROKEN);
    }

    @Test
    void unknown_formats_are_refused() throws IOException {
        assertThat(refusal("a", Bytes.random(5000))).isEqualTo(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT);
        assertThat(refusal("a.html", "<!DOCTYPE html><html><body>,</body></html>".getBytes(UTF_8)))
                .isEqualTo(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT);
        assertThat(refusal("a.zip", Bytes.zip("readme.txt", new byte[] {65})))
                .isEqualTo(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT);
        assertThat(refusal("a.txt", "just words".getBytes(UTF_8)))
                .isEqualTo(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT);
    }

    @Test
    void locked_pdf_is_refused_and_an_owner_locked_one_is_read() throws IOException {
        assertThat(refusal("a.pdf", Bytes.locked("secret"))).isEqualTo(Refusal.FILE_IS_ENCRYPTED);
        assertThat(media("b.pdf", Bytes.locked(""))).isEqualTo(Media.PDF);
    }

    @Test
    void locked_workbooks_and_archives_are_refused() throws IOException {
        byte[] compound = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1,
                (byte) 0xB1,
            0x1A, (byte) 0xE1}, 0, compound, 0, 8);
        byte[] name = "EncryptedPackage".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, compound, 1024, name.length);
        assertThat(refusal("a.xlsx", compound)).isEqualTo(Refusal.FILE_IS_ENCRYPTED);

        byte[] zip = Bytes.zip("OFD.xml", SMALL_XML.getBytes(UTF_8));
        zip[6] |= 1;
        int central = Bytes.indexOf(zip, new byte[] {'P', 'K', 1, 2});
        zip[central + 8] |= 1;
        assertThat(refusal("a.ofd", zip)).isEqualTo(Refusal.FILE_IS_ENCRYPTED);
    }

    @Test
    void broken_files_are_refused() throws IOException {
        byte[] pdf = Bytes.pdf();
        assertThat(refusal("a.pdf", Arrays.copyOf(pdf, 40))).isEqualTo(Refusal.FILE_IS_BROKEN);
        byte[] png = Bytes.png(300, 300);
        assertThat(refusal("a.png", Arrays.copyOf(png, png.length / 2)))
                .isEqualTo(Refusal.FILE_IS_BROKEN);
        assertThat(refusal("a.png", Arrays.copyOf(png, 12))).isEqualTo(Refusal.FILE_IS_BROKEN);
        byte[] zip = Bytes.zip("OFD.xml", SMALL_XML.getBytes(UTF_8));
        assertThat(refusal("a.ofd", Arrays.copyOf(zip, zip.length - 30)))
                .isEqualTo(Refusal.FILE_IS_BROKEN);
        assertThat(refusal("a.xml", "<a><b></a>".getBytes(UTF_8)))
                .isEqualTo(Refusal.FILE_IS_BROKEN);
    }

    @Test
    void picture_larger_than_any_paper_is_refused_by_its_header() throws IOException {
        assertThat(refusal("a.png", Bytes.pngHeader(100_000, 100_000)))
                .isEqualTo(Refusal.FILE_IS_TOO_LARGE);
        assertThat(refusal("b.png", Bytes.pngHeader(20_000, 20_000)))
                .isEqualTo(Refusal.FILE_IS_TOO_LARGE);
    }

    @Test
    void document_types_and_entities_are_hostile() throws IOException {
        String external = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM "
                + "\"file:///etc/passwd\">]><a>&x;</a>";
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b "
                + "\"&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;\">]><a>&d;&d;</a>";
        String plain = "<!DOCTYPE a><a/>";
        for (String xml : new String[] {external, laughs, plain}) {
            assertThat(refusal("a.xml", xml.getBytes(UTF_8))).as(xml)
                    .isEqualTo(Refusal.FILE_IS_HOSTILE);
        }
    }

    @Test
    void xml_nested_beyond_reason_is_hostile() throws IOException {
        String deep = "<a>".repeat(100) + "</a>".repeat(100);
        assertThat(refusal("a.xml", deep.getBytes(UTF_8))).isEqualTo(Refusal.FILE_IS_HOSTILE);
    }

    @Test
    void archive_that_unpacks_to_far_more_is_hostile() throws IOException {
        assertThat(refusal("a.ofd", Bytes.zip("OFD.xml", new byte[40 << 20])))
                .isEqualTo(Refusal.FILE_IS_HOSTILE);
    }

    @Test
    void archive_entries_that_leave_it_are_hostile() throws IOException {
        for (String name : new String[] {"../evil.xml", "Doc_0/../../evil.xml", "/etc/evil.xml",
                "C:\\evil.xml"}) {
            byte[] zip = Bytes.zip(new String[] {"OFD.xml", name}, SMALL_XML.getBytes(UTF_8));
            assertThat(refusal("a.ofd", zip)).as(name).isEqualTo(Refusal.FILE_IS_HOSTILE);
        }
    }

    @Test
    void archive_with_two_entries_of_one_name_is_hostile() throws IOException {
        byte[] zip = Bytes.zip(new String[] {"OFD.xml", "ofd.xml"}, SMALL_XML.getBytes(UTF_8));
        assertThat(refusal("a.ofd", zip)).isEqualTo(Refusal.FILE_IS_HOSTILE);
    }

    private Path evidence() {
        return folder.resolve("evidence");
    }

    private Taken take(String name, byte[] bytes) throws IOException {
        return Inbox.take(Files.write(folder.resolve(name), bytes), evidence());
    }

    private Media media(String name, byte[] bytes) throws IOException {
        Taken taken = take(name, bytes);
        assertThat(taken).as(name).isInstanceOf(Taken.Kept.class);
        return ((Taken.Kept) taken).document().media();
    }

    private Refusal refusal(String name, byte[] bytes) throws IOException {
        return refusal(take(name, bytes));
    }

    private static Refusal refusal(Taken taken) {
        assertThat(taken).isInstanceOf(Taken.Declined.class);
        assertThat(((Taken.Declined) taken).detail()).isNotBlank();
        return ((Taken.Declined) taken).refusal();
    }

    private static java.util.List<String> filesIn(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
