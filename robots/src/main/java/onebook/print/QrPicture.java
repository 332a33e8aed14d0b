package onebook.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A text as a QR code; the opposite of reading one. */
public final class QrPicture {
    /** In bytes of UTF-8: version 40, level L. */
    public static final int MOST_BYTES = 2_900;
    private static final int QUIET = 4;
    private static final int SCALE = 6;

    private QrPicture() { }

    /** Black where set, one per module, with its quiet zone. Requires a text that fits. */
    static BitMatrix of(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(
                    EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, QUIET,
                    EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("a text that no QR code holds", tooLong);
        }
    }

    /** Requires a text of at most {@link #MOST_BYTES}. */
    public static byte[] png(String text) {
        BitMatrix modules = of(text);
        int side = modules.getWidth() * SCALE;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean isSet = modules.get(x / SCALE, y / SCALE);
                image.setRGB(x, y, (isSet ? Color.BLACK : Color.WHITE).getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
