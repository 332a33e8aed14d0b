package onebook.document.ocr;

import java.awt.image.BufferedImage;
import onebook.document.PageText;
import onebook.document.Refused;

/** Sees print. */
public interface OcrEngine {

    /**
     * @param page its number in the document, from 1
     * @return runs of characters; none where there is no print
     */
    PageText read(BufferedImage image, int page) throws Refused;
}
