package onebook.document.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds where print stands: the detection model of PP-OCRv4 and what follows it. */
final class TextFinder {
    /** About 115 dots per inch, of an invoice 215 mm wide and of an A4 page 297 mm high. */
    private static final int WIDTH_LYING = 992;
    private static final int HEIGHT_STANDING = 1280;
    private static final double THRESHOLD = 0.3;
    private static final double LEAST_SCORE = 0.5;
    private static final double UNCLIP = 1.6;
    private static final int MAX_BOXES = 1000;
    private static final double[] MEAN = {0.485, 0.456, 0.406};
    private static final double[] DEVIATION = {0.229, 0.224, 0.225};

    private final OrtEnvironment environment;
    private final OrtSession session;

    TextFinder(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /** Boxes around lines of print, in the picture's pixels. */
    List<Slant> find(BufferedImage image) throws OrtException {
        boolean lies = image.getWidth() * 5 > image.getHeight() * 6;
        double scale = Math.min(1.0, lies ? (double) WIDTH_LYING / image.getWidth()
                : (double) HEIGHT_STANDING / image.getHeight());
        int width = multiple(image.getWidth() * scale);
        int height = multiple(image.getHeight() * scale);
        float[] map = map(Pixels.of(Pixels.drawn(image, width, height)));
        double byX = (double) image.getWidth() / width;
        double byY = (double) image.getHeight() / height;
        List<Slant> boxes = new ArrayList<>();
        for (Slant box : new Blobs(map, width, height).boxes()) {
            boxes.add(box.scaled(byX, byY));
        }
        return boxes;
    }

    private static int multiple(double side) {
        return Math.max(32, (int) Math.round(side / 32) * 32);
    }

    /** How likely each pixel is print. */
    private float[] map(Pixels pixels) throws OrtException {
        int area = pixels.width() * pixels.height();
        FloatBuffer input = FloatBuffer.allocate(3 * area);
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < area; i++) {
                int value = pixels.bgr()[i * 3 + channel] & 0xFF;
                input.put((float) ((value / 255.0 - MEAN[channel]) / DEVIATION[channel]));
            }
        }
        input.flip();
        long[] shape = {1, 3, pixels.height(), pixels.width()};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input, shape);
                OrtSession.Result result = session.run(
                        Map.of(session.getInputNames().iterator().next(), tensor))) {
            FloatBuffer out = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] map = new float[area];
            out.get(map);
            return map;
        }
    }

    /** Connected pixels that are likely print, each as a box. */
    private static final class Blobs {
        private final float[] map;
        private final int width;
        private final int height;
        private final boolean[] done;

        Blobs(float[] map, int width, int height) {
            this.map = map;
            this.width = width;
            this.height = height;
            this.done = new boolean[map.length];
        }

        List<Slant> boxes() {
            List<Slant> boxes = new ArrayList<>();
            for (int i = 0; i < map.length && boxes.size() < MAX_BOXES; i++) {
                if (!done[i] && map[i] > THRESHOLD) {
                    Slant box = Slant.around(Slant.hull(edge(i)));
                    if (Math.min(box.width(), box.height()) >= 2 && score(box) >= LEAST_SCORE) {
                        double by = box.width() * box.height() * UNCLIP
                                / (2 * (box.width() + box.height()));
                        boxes.add(box.grown(by));
                    }
                }
            }
            return boxes;
        }

        /** Both ends of each row of the blob that holds the pixel. */
        private List<double[]> edge(int start) {
            int[] first = new int[height];
            int[] last = new int[height];
            java.util.Arrays.fill(first, Integer.MAX_VALUE);
            java.util.Arrays.fill(last, -1);
            java.util.ArrayDeque<Integer> open = new java.util.ArrayDeque<>();
            open.push(start);
            done[start] = true;
            while (!open.isEmpty()) {
                int at = open.pop();
                int x = at % width;
                int y = at / width;
                first[y] = Math.min(first[y], x);
                last[y] = Math.max(last[y], x);
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        visit(x + dx, y + dy, open);
                    }
                }
            }
            List<double[]> points = new ArrayList<>();
            for (int y = 0; y < height; y++) {
                if (last[y] >= 0) {
                    points.add(new double[] {first[y], y});
                    points.add(new double[] {last[y] + 1, y});
                    points.add(new double[] {first[y], y + 1});
                    points.add(new double[] {last[y] + 1, y + 1});
                }
            }
            return points;
        }

        private void visit(int x, int y, java.util.ArrayDeque<Integer> open) {
            int at = y * width + x;
            if (x >= 0 && y >= 0 && x < width && y < height && !done[at] && map[at] > THRESHOLD) {
                done[at] = true;
                open.push(at);
            }
        }

        private double score(Slant box) {
            double reach = (box.width() + box.height()) / 2 + 1;
            double sum = 0;
            int count = 0;
            int right = (int) Math.min(width, Math.ceil(box.x() + reach));
            int bottom = (int) Math.min(height, Math.ceil(box.y() + reach));
            for (int y = (int) Math.max(0, box.y() - reach); y < bottom; y++) {
                for (int x = (int) Math.max(0, box.x() - reach); x < right; x++) {
                    if (box.holds(x + 0.5, y + 0.5)) {
                        sum += map[y * width + x];
                        count++;
                    }
                }
            }
            return count == 0 ? 0 : sum / count;
        }
    }
}
