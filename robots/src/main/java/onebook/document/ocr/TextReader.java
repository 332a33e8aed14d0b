package onebook.document.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads lines of print: the recognition model of PP-OCRv4 with greedy decoding. */
final class TextReader {
    private static final int HEIGHT = 48;
    private static final int MAX_WIDTH = 48 * 60;
    private static final int BATCH = 8;

    /**
     * A character of a line.
     *
     * @param at where its middle stands, in the picture's pixels from the box's left end
     * @param certainty 0 to 1
     */
    record Sign(char character, double at, double certainty) { }

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final List<String> labels;

    TextReader(OrtEnvironment environment, OrtSession session, List<String> keys) {
        this.environment = environment;
        this.session = session;
        this.labels = new ArrayList<>(keys.size() + 2);
        labels.add("");
        labels.addAll(keys);
        labels.add(" ");
    }

    /** What stands in each box, in the boxes' order. */
    List<List<Sign>> read(Pixels pixels, List<Slant> boxes) throws OrtException {
        List<Integer> order = new ArrayList<>();
        List<List<Sign>> read = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            order.add(i);
            read.add(List.of());
        }
        order.sort(Comparator.comparingInt(i -> width(boxes.get(i))));
        for (int from = 0; from < order.size();) {
            int to = from + 1;
            int least = width(boxes.get(order.get(from)));
            while (to < order.size() && to - from < BATCH
                    && width(boxes.get(order.get(to))) <= least * 6 / 5 + 16) {
                to++;
            }
            List<Slant> batch = order.subList(from, to).stream().map(boxes::get).toList();
            List<List<Sign>> lines = batch(pixels, batch);
            for (int i = 0; i < lines.size(); i++) {
                read.set(order.get(from + i), lines.get(i));
            }
            from = to;
        }
        return read;
    }

    private static int width(Slant box) {
        double width = Math.ceil(HEIGHT * box.width() / Math.max(1, box.height()));
        return (int) Math.max(16, Math.min(MAX_WIDTH, width));
    }

    private List<List<Sign>> batch(Pixels pixels, List<Slant> boxes) throws OrtException {
        int widest = boxes.stream().mapToInt(TextReader::width).max().orElse(16);
        int width = (widest + 31) / 32 * 32;
        FloatBuffer input = FloatBuffer.allocate(boxes.size() * 3 * HEIGHT * width);
        for (Slant box : boxes) {
            crop(pixels, box, width, input);
        }
        input.flip();
        long[] shape = {boxes.size(), 3, HEIGHT, width};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input, shape);
                OrtSession.Result result = session.run(
                        Map.of(session.getInputNames().iterator().next(), tensor))) {
            OnnxTensor out = (OnnxTensor) result.get(0);
            long[] size = out.getInfo().getShape();
            return decode(out.getFloatBuffer(), boxes, width, (int) size[1], (int) size[2]);
        }
    }

    /** The box levelled and brought to the model's height; what is right of it stays grey. */
    private static void crop(Pixels pixels, Slant box, int width, FloatBuffer out) {
        int own = width(box);
        double step = box.width() / own;
        double stepDown = box.height() / HEIGHT;
        double cos = Math.cos(box.angle());
        double sin = Math.sin(box.angle());
        int fine = stepDown > 1.5 ? 2 : 1;
        for (int channel = 0; channel < 3; channel++) {
            for (int row = 0; row < HEIGHT; row++) {
                for (int column = 0; column < width; column++) {
                    double sum = 0;
                    for (int part = 0; column < own && part < fine * fine; part++) {
                        double u = (column + (part % fine + 0.5) / fine) * step - box.width() / 2;
                        double v = (row + (part / fine + 0.5) / fine) * stepDown - box.height() / 2;
                        sum += pixels.between(box.x() + u * cos - v * sin - 0.5,
                                box.y() + u * sin + v * cos - 0.5, channel);
                    }
                    out.put(column < own ? (float) (sum / (fine * fine) / 127.5 - 1) : 0f);
                }
            }
        }
    }

    private List<List<Sign>> decode(FloatBuffer out, List<Slant> boxes, int width, int steps,
            int classes) {
        List<List<Sign>> lines = new ArrayList<>();
        float[] scores = new float[classes];
        for (Slant box : boxes) {
            List<Sign> line = new ArrayList<>();
            int before = 0;
            for (int step = 0; step < steps; step++) {
                out.get(scores);
                int best = 0;
                for (int c = 1; c < classes; c++) {
                    best = scores[c] > scores[best] ? c : best;
                }
                double at = (step + 0.5) / steps * width / width(box) * box.width();
                if (best != 0 && best != before) {
                    String label = best < labels.size() ? labels.get(best) : "";
                    for (char c : label.toCharArray()) {
                        line.add(new Sign(c, at, scores[best]));
                    }
                } else if (best != 0 && !line.isEmpty()) {
                    Sign last = line.get(line.size() - 1);
                    line.set(line.size() - 1, new Sign(last.character(), (last.at() + at) / 2,
                            Math.max(last.certainty(), scores[best])));
                }
                before = best;
            }
            lines.add(line);
        }
        return lines;
    }
}
