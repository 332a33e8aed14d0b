package onebook.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import onebook.document.Document.Media;
import onebook.ledger.Refusal;

/** Tells what bytes are by looking at them. */
final class Sniff {
    private static final int HEAD = 1 << 16;
    private static final Pattern HTML =
            Pattern.compile("(?is)\\s*(<\\?xml[^>]*>\\s*)?(<!doctype\\s+html|<html).*");
    private static final Pattern XML = Pattern.compile("(?s)\\s*<[?!A-Za-z_].*");

    private Sniff() { }

    static Media media(Path file) throws IOException, Refused {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String start = new String(head, 0, Math.min(head.length, 1024), ISO_8859_1);
        if (start.contains("%PDF-")) {
            return Media.PDF;
        } else if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Media.PNG;
        } else if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Media.JPEG;
        } else if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return Media.TIFF;
        } else if (start.startsWith("PK\3\4")) {
            return zipped(file);
        } else if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return compound(file);
        }
        return text(head);
    }

    private static Media zipped(Path file) throws IOException, Refused {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("OFD.xml") != null) {
                return Media.OFD;
            } else if (zip.getEntry("xl/workbook.xml") != null) {
                return Media.XLSX;
            }
        } catch (ZipException e) {
            throw Zip.refused(e);
        }
        throw new Refused(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT, "an archive of other files");
    }

    /** A compound file names its streams in UTF-16: "Workbook", "Book", "EncryptedPackage". */
    private static Media compound(Path file) throws IOException, Refused {
        String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
        if (bytes.contains(utf16("EncryptedPackage"))) {
            throw new Refused(Refusal.FILE_IS_ENCRYPTED, "a workbook locked with a password");
        } else if (bytes.contains(utf16("Workbook")) || bytes.contains(utf16("Book"))) {
            return Media.XLS;
        }
        throw new Refused(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT, "an old office file, not a workbook");
    }

    private static String utf16(String text) {
        return new String(text.getBytes(UTF_16LE), ISO_8859_1);
    }

    private static Media text(byte[] head) throws Refused {
        String text = TextFile.decode(head).orElseThrow(() -> new Refused(
                Refusal.FILE_IS_NOT_A_KNOWN_FORMAT,
                "the bytes are no text and no format OneBook knows"));
        if (HTML.matcher(text).matches()) {
            throw new Refused(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT, "a web page");
        } else if (XML.matcher(text).matches()) {
            return Media.XML;
        } else if (text.contains(",") || text.contains("\t") || text.contains(";")) {
            return Media.CSV;
        }
        throw new Refused(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT, "text without columns");
    }
}
