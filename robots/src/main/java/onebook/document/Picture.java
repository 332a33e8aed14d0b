package onebook.document;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import onebook.ledger.Refusal;

/** A picture file, opened only after its header says that it fits. */
public final class Picture {
    static final long MAX_PIXELS = 80_000_000;
    static final int MAX_SIDE = 30_000;
    private static final int MAX_PAGES = 50;

    static {
        ImageIO.setUseCache(false); // no copy of a picture on the disk
    }

    private Picture() { }

    /** Width and height as the header states them. */
    static int[] size(Path file) throws Refused, IOException {
        return withReader(file, reader -> check(reader, 0));
    }

    /** Number of pictures in the file: more than one only in a TIFF. */
    public static int pages(Path file) throws Refused, IOException {
        return withReader(file, reader ->
                Math.min(MAX_PAGES, Math.max(1, reader.getNumImages(true))));
    }

    /** The picture as opaque RGB on white; page counts from 1. */
    public static BufferedImage read(Path file, int page) throws Refused, IOException {
        return withReader(file, reader -> {
            check(reader, page - 1);
            ImageReadParam param = reader.getDefaultReadParam();
            return onWhite(reader.read(page - 1, param));
        });
    }

    private interface Use<T> {
        T with(ImageReader reader) throws Refused, IOException;
    }

    private static <T> T withReader(Path file, Use<T> use) throws Refused, IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(
                file.getFileSystem() == FileSystems.getDefault() ? file.toFile()
                        : new ByteArrayInputStream(Files.readAllBytes(file)))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Refused(Refusal.FILE_IS_BROKEN, "the picture's header is damaged");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, true);
                return use.with(reader);
            } catch (IOException | RuntimeException e) {
                throw new Refused(Refusal.FILE_IS_BROKEN, "the picture cannot be opened: "
                        + e.getMessage());
            } finally {
                reader.dispose();
            }
        }
    }

    private static int[] check(ImageReader reader, int index) throws Refused, IOException {
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
            throw new Refused(Refusal.FILE_IS_TOO_LARGE, width + " x " + height + " pixels");
        }
        return new int[] {width, height};
    }

    private static BufferedImage onWhite(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        BufferedImage flat = new BufferedImage(
                image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = flat.createGraphics();
        g.setColor(java.awt.Color.WHITE);
        g.fillRect(0, 0, flat.getWidth(), flat.getHeight());
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return flat;
    }
}
