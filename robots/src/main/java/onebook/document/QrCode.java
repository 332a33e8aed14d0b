package onebook.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import onebook.ledger.Evidence.Box;

/** Finds a QR code in a picture. */
public final class QrCode {
    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.QR_CODE));

    private QrCode() { }

    /**
     * What the first code says and where it stands; first the top left quarter is searched, then
     * all.
     */
    public static Optional<Region> read(BufferedImage image, int page) {
        int width = image.getWidth();
        int height = image.getHeight();
        return part(image, page, width * 2 / 5, height / 2)
                .or(() -> part(image, page, width, height));
    }

    /** The code in a picture file's bytes. */
    public static Optional<String> read(byte[] picture) {
        try {
            BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(
                    new ByteArrayInputStream(picture)));
            boolean fits = image != null
                    && (long) image.getWidth() * image.getHeight() < Picture.MAX_PIXELS;
            return fits ? read(image, 1).map(Region::text) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Region> part(BufferedImage image, int page, int width, int height) {
        if (width < 21 || height < 21) {
            return Optional.empty();
        }
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        LuminanceSource source = new RGBLuminanceSource(width, height, pixels);
        for (BinaryBitmap bitmap : List.of(new BinaryBitmap(new HybridBinarizer(source)),
                new BinaryBitmap(new GlobalHistogramBinarizer(source)))) {
            try {
                Result result = new QRCodeReader().decode(bitmap, HINTS);
                return Optional.of(region(result, page, image));
            } catch (NotFoundException e) {
                continue;
            } catch (ReaderException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Region region(Result result, int page, BufferedImage image) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = 0;
        float bottom = 0;
        for (ResultPoint point : result.getResultPoints()) {
            left = Math.min(left, point.getX());
            top = Math.min(top, point.getY());
            right = Math.max(right, point.getX());
            bottom = Math.max(bottom, point.getY());
        }
        Box box = new Box(share(left, image.getWidth()), share(top, image.getHeight()),
                share(right - left, image.getWidth()), share(bottom - top, image.getHeight()));
        return new Region(page, box, result.getText(), 1000);
    }

    private static int share(float part, int whole) {
        return Math.round(part * 10_000 / whole);
    }
}
