package onebook.document.ocr;

import ai.onnxruntime.OrtException;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import onebook.document.PageText;
import onebook.document.Refused;
import onebook.document.Tilt;
import onebook.ledger.Refusal;

/**
 * Chooses the engine for a page by what is printed on it: PP-OCR looks first, and where a sample of
 * the print holds no Chinese, Tesseract reads the page.
 */
public final class Ocr implements OcrEngine {
    private static final Logger LOG = Logger.getLogger(Ocr.class.getName());
    private static final Ocr SHARED = new Ocr();

    private final Lazy<PpOcr> chinese = new Lazy<>(PpOcr::new);
    private final Lazy<LatinOcr> latin = new Lazy<>(LatinOcr::new);

    private Ocr() { }

    /** The engines of this process; each is loaded when it is first needed. */
    public static Ocr shared() {
        return SHARED;
    }

    @Override
    public PageText read(BufferedImage image, int page) throws Refused {
        Optional<PpOcr> engine = chinese.get();
        if (engine.isEmpty()) {
            throw new Refused(Refusal.NOT_READABLE,
                    "the recognition of Chinese does not run on this machine");
        }
        try {
            PpOcr.Look look = engine.get().look(image);
            if (look.boxes().isEmpty()) {
                return new PageText(page, List.of(), Tilt.NONE);
            }
            Optional<LatinOcr> tesseract = look.isChinese() ? Optional.empty() : latin.get();
            return tesseract.isPresent()
                    ? tesseract.get().read(look.image(), PpOcr.tilt(look), page)
                    : engine.get().read(look, page);
        } catch (OrtException | RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "recognition failed", e);
            throw new Refused(Refusal.NOT_READABLE, "recognition failed: " + e.getMessage());
        }
    }

    /** Made once, by whoever asks first; empty for ever where it cannot be made. */
    private static final class Lazy<T> {
        private final Callable<T> maker;
        private Optional<T> made;

        Lazy(Callable<T> maker) {
            this.maker = maker;
        }

        synchronized Optional<T> get() {
            if (made == null) {
                try {
                    made = Optional.of(maker.call());
                } catch (Exception | LinkageError e) {
                    LOG.log(Level.WARNING, "an engine for recognition cannot be loaded", e);
                    made = Optional.empty();
                }
            }
            return made;
        }
    }
}
