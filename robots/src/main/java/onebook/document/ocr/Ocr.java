package onebook.document.ocr;

import java.awt.image.BufferedImage;
import java.util.List;
import onebook.document.PageText;
import onebook.document.Refused;
import onebook.document.Tilt;

/** Chooses the engine for a page by what is printed on it. */
public final class Ocr implements OcrEngine {
    private static final Ocr SHARED = new Ocr();

    private Ocr() { }

    public static Ocr shared() {
        return SHARED;
    }

    @Override
    public PageText read(BufferedImage image, int page) throws Refused {
        return new PageText(page, List.of(), Tilt.NONE);
    }
}
