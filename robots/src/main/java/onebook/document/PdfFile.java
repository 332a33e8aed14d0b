package onebook.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import onebook.ledger.Refusal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A PDF opened for its attachments, its text with places, and its pages as pictures. */
public final class PdfFile implements AutoCloseable {
    static final int MAX_PAGES = 50;
    private static final int MAX_ATTACHMENT = 10 << 20;
    private static final long MEMORY = 256L << 20;

    /** Damaged files make these write pages of warnings; what is wrong is said by a refusal. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
        ImageIO.setUseCache(false);
    }

    private final PDDocument pdf;

    private PdfFile(PDDocument pdf) {
        this.pdf = pdf;
    }

    public static PdfFile open(Path path) throws Refused {
        try {
            PdfFile file = new PdfFile(load(path));
            if (file.pages() == 0) {
                file.close();
                throw new Refused(Refusal.FILE_IS_BROKEN, "a PDF without pages");
            }
            return file;
        } catch (InvalidPasswordException e) {
            throw new Refused(Refusal.FILE_IS_ENCRYPTED, "a PDF locked with a password");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Refused(Refusal.FILE_IS_BROKEN, "the PDF cannot be opened: "
                    + e.getMessage());
        }
    }

    /** What is no plain file on the disk leaves no trace there. */
    private static PDDocument load(Path path) throws IOException {
        return path.getFileSystem() == FileSystems.getDefault()
                ? Loader.loadPDF(path.toFile(), "", null, null,
                        MemoryUsageSetting.setupMixed(MEMORY).streamCache)
                : Loader.loadPDF(Files.readAllBytes(path), "", null, null,
                        MemoryUsageSetting.setupMainMemoryOnly().streamCache);
    }

    public int pages() {
        return pdf.getNumberOfPages();
    }

    /** Embedded files by name, those up to 10 MB. */
    public Map<String, byte[]> attachments() throws Refused {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try {
            PDDocumentNameDictionary names = pdf.getDocumentCatalog().getNames();
            PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
            if (files != null) {
                collect(files, all, 0);
            }
            return all;
        } catch (IOException | RuntimeException e) {
            throw new Refused(Refusal.FILE_IS_BROKEN, "the PDF's attachments are damaged");
        }
    }

    private static void collect(PDNameTreeNode<PDComplexFileSpecification> node,
            Map<String, byte[]> all,
            int depth) throws IOException {
        Map<String, PDComplexFileSpecification> names = node.getNames();
        if (names != null) {
            for (Map.Entry<String, PDComplexFileSpecification> entry : names.entrySet()) {
                PDEmbeddedFile file = entry.getValue().getEmbeddedFile();
                if (file != null && all.size() < 20) {
                    all.put(entry.getKey(), file.createInputStream().readNBytes(MAX_ATTACHMENT));
                }
            }
        }
        if (node.getKids() != null && depth < 8) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                collect(kid, all, depth + 1);
            }
        }
    }

    /** The first 50 pages' text with places; a page without text has no runs. */
    public List<PageText> text() throws Refused {
        List<PageText> pages = new ArrayList<>();
        try {
            for (int page = 1; page <= Math.min(pages(), MAX_PAGES); page++) {
                pages.add(PdfGlyphs.of(pdf, page));
            }
            return pages;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Refused(Refusal.FILE_IS_BROKEN, "the PDF's text is damaged: "
                    + e.getMessage());
        }
    }

    /**
     * The page as a picture.
     *
     * @param page from 1
     * @param longestSide in pixels, at most
     */
    public BufferedImage render(int page, int longestSide) throws Refused {
        try {
            PDPage sheet = pdf.getPage(page - 1);
            PDRectangle box = sheet.getCropBox();
            float longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
            PDFRenderer renderer = new PDFRenderer(pdf);
            return renderer.renderImage(page - 1, longestSide / longest, ImageType.BGR);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Refused(Refusal.FILE_IS_BROKEN, "page " + page + " cannot be drawn");
        }
    }

    /** Width of the page in points. */
    public int width(int page) {
        return Math.round(pdf.getPage(page - 1).getCropBox().getWidth());
    }

    @Override
    public void close() {
        try {
            pdf.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
