package onebook.document.ocr;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.Tesseract;
import net.sourceforge.tess4j.Word;
import onebook.document.Glyph;
import onebook.document.PageText;
import onebook.document.Tilt;
import onebook.ledger.Evidence.Box;

/** Tesseract: pages in Latin script. One page at a time. */
final class LatinOcr {
    private static final int SPARSE = 11;
    private static final int LEAST_SIDE = 1600;

    private final Path data;

    /** Puts libraries and language data where Tesseract finds them. */
    LatinOcr() throws IOException {
        Path folder = NativeFiles.folder("tesseract-5.5.3");
        String platform = (NativeFiles.os().equals("mac") ? "macosx-" : "linux-")
                + (NativeFiles.isArm() ? "arm64" : "x86_64");
        String tesseract = NativeFiles.os().equals("mac") ? "libtesseract.5.5.dylib"
                : "libtesseract.so.5.5";
        String leptonica = NativeFiles.os().equals("mac") ? "libleptonica.6.dylib"
                : "libleptonica.so.6";
        boolean own = library("/org/bytedeco/tesseract/" + platform + "/", tesseract, "tesseract",
                folder)
                & library("/org/bytedeco/leptonica/" + platform + "/", leptonica, "leptonica",
                folder);
        if (own) {
            String path = System.getProperty("jna.library.path", "");
            System.setProperty("jna.library.path",
                    path.isEmpty() ? folder.toString() : folder + java.io.File.pathSeparator
                    + path);
        }
        data = Files.createDirectories(folder.resolve("tessdata"));
        if (!NativeFiles.copy("/tessdata/eng.traineddata", data.resolve("eng.traineddata"))) {
            throw new IOException("the language data of Tesseract are not installed");
        }
    }

    /** Once under the name other libraries ask for, once under the name JNA asks for. */
    private static boolean library(String where, String file, String name, Path folder)
            throws IOException {
        return NativeFiles.copy(where + file, folder.resolve(file))
                & NativeFiles.copy(where + file, folder.resolve(System.mapLibraryName(name)));
    }

    synchronized PageText read(BufferedImage image, Tilt tilt, int page) {
        int times = Math.max(1, Math.min(3,
                (LEAST_SIDE + image.getWidth() - 1) / image.getWidth()));
        BufferedImage large = times == 1 ? image
                : Pixels.drawn(image, image.getWidth() * times, image.getHeight() * times);
        Tesseract tesseract = new Tesseract();
        tesseract.setDatapath(data.toString());
        tesseract.setLanguage("eng");
        tesseract.setPageSegMode(SPARSE);
        tesseract.setVariable("user_defined_dpi", "300");
        tesseract.setVariable("debug_file", NativeFiles.os().equals("windows") ? "NUL"
                : "/dev/null");
        List<List<Glyph>> runs = new ArrayList<>();
        for (Word word : tesseract.getWords(large, TessPageIteratorLevel.RIL_WORD)) {
            runs.add(run(word, large, tilt));
        }
        return new PageText(page, runs, tilt);
    }

    private static List<Glyph> run(Word word, BufferedImage image, Tilt tilt) {
        String text = word.getText().strip();
        Rectangle box = word.getBoundingBox();
        int certainty = Math.max(0, Math.min(1000, Math.round(word.getConfidence() * 10)));
        List<Glyph> run = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            int left = box.x + box.width * i / text.length();
            int right = box.x + box.width * (i + 1) / text.length();
            Box place = new Box(share(left, image.getWidth()), share(box.y, image.getHeight()),
                    share(right - left, image.getWidth()), share(box.height, image.getHeight()));
            run.add(new Glyph(text.charAt(i), tilt.straight(place), certainty, i == 0));
        }
        return run;
    }

    private static int share(int part, int whole) {
        return (int) (part * 10_000L / whole);
    }
}
