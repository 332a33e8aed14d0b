package onebook.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onebook.ledger.Refusal;

/** Opens a file just far enough to know that reading it is safe and possible. */
final class Screening {
    private static final String PNG_END = "IEND\u00aeB`\u0082";

    private Screening() { }

    static void screen(Path file, Document.Media media) throws Refused, IOException {
        switch (media) {
            case XML -> Xml.parse(Files.readAllBytes(file));
            case OFD, XLSX -> {
                try (Zip zip = Zip.open(file)) {
                    zip.tryAll();
                }
            }
            case PDF -> PdfFile.open(file).close();
            case PNG -> screenPng(file);
            case JPEG, TIFF -> Picture.size(file);
            default -> { }
        }
    }

    private static void screenPng(Path file) throws Refused, IOException {
        Picture.size(file);
        byte[] bytes = Files.readAllBytes(file);
        if (!new String(bytes, ISO_8859_1).contains(PNG_END)) {
            throw new Refused(Refusal.FILE_IS_BROKEN, "the picture breaks off before its end");
        }
    }
}
