package onebook.sample.paper;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** The code at the top left of an invoice. */
final class Qr {
    private Qr() { }

    static boolean[][] of(String text) {
        try {
            ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            boolean[][] dots = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (int y = 0; y < dots.length; y++) {
                for (int x = 0; x < dots.length; x++) {
                    dots[y][x] = matrix.get(x, y) == 1;
                }
            }
            return dots;
        } catch (WriterException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
