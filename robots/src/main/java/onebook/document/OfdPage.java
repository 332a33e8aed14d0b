package onebook.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onebook.ledger.Evidence.Box;

/**
 * A page of an OFD: its text objects by id, as characters with places.
 *
 * @param width in millimetres
 */
public record OfdPage(int number, double width, double height, Map<String, List<Glyph>> objects,
        Map<String, Double> sizes) {
    private static final int MAX_GLYPHS = 100_000;

    static OfdPage of(int number, List<Xml> layers, String physicalBox) {
        double[] box = numbers(physicalBox);
        double width = box.length == 4 && box[2] > 0 ? box[2] : 210;
        double height = box.length == 4 && box[3] > 0 ? box[3] : 297;
        OfdPage page = new OfdPage(number, width, height, new LinkedHashMap<>(),
                new LinkedHashMap<>());
        int[] left = {MAX_GLYPHS};
        for (int layer = 0; layer < layers.size(); layer++) {
            boolean own = layer == layers.size() - 1;
            layers.get(layer).all("TextObject").forEach(object -> page.add(object, own, left));
        }
        return page;
    }

    public PageText text() {
        return new PageText(number, List.copyOf(objects.values()), Tilt.NONE);
    }

    /** Height of a picture of the page that is so wide, in the same unit. */
    public int heightOf(int pictureWidth) {
        return (int) Math.round(Math.min(10, height / width) * pictureWidth);
    }

    private void add(Xml object, boolean own, int[] left) {
        double[] boundary = numbers(object.attribute("Boundary"));
        if (boundary.length != 4 || left[0] <= 0) {
            return;
        }
        double[] matrix = numbers(object.attribute("CTM"));
        double size = number(object.attribute("Size"), 3.5);
        List<Glyph> glyphs = new ArrayList<>();
        object.all("TextCode").forEach(code -> place(code, boundary, matrix, size, glyphs));
        left[0] -= glyphs.size();
        String id = own ? object.attribute("ID") : "";
        String key = id.isEmpty() || objects.containsKey(id) ? "#" + objects.size() : id;
        objects.put(key, glyphs);
        sizes.put(key, size * (matrix.length == 6
                ? Math.max(Math.abs(matrix[0]), Math.abs(matrix[1])) : 1));
    }

    /** {@code <TextCode X="0" Y="3.6" DeltaX="g 19 1.5875">24112000000048542163</TextCode>}. */
    private void place(Xml code, double[] boundary, double[] matrix, double size, List<Glyph> out) {
        String text = code.rawText();
        double[] dx = deltas(code.attribute("DeltaX"), text.length());
        double[] dy = deltas(code.attribute("DeltaY"), text.length());
        double x = number(code.attribute("X"), 0);
        double y = number(code.attribute("Y"), size);
        for (int i = 0; i < text.length() && i < MAX_GLYPHS; i++) {
            double step = i < dx.length ? dx[i] : dx.length > 0 ? dx[dx.length - 1] : size / 2;
            double advance = Math.min(step > 0 ? step : size / 2, size * 1.05);
            String plain = Letters.plain(text.substring(i, i + 1));
            boolean blank = i > 0 && Letters.plain(text.substring(i - 1, i)).isBlank();
            if (!plain.isBlank()) {
                List<Glyph> glyphs = glyphs(plain, corner(boundary, matrix, x, y), advance, size,
                        matrix);
                Glyph first = glyphs.get(0);
                glyphs.set(0, new Glyph(first.character(), first.box(), first.certainty(), blank));
                out.addAll(glyphs);
            }
            x += i < dx.length ? dx[i] : dx.length > 0 ? dx[dx.length - 1] : 0;
            y += i < dy.length ? dy[i] : 0;
        }
    }

    private List<Glyph> glyphs(String text, double[] at, double advance, double size,
            double[] matrix) {
        double scale = matrix.length == 6 ? Math.max(Math.abs(matrix[0]), Math.abs(matrix[1])) : 1;
        List<Glyph> out = new ArrayList<>();
        double each = advance * scale / text.length();
        for (int i = 0; i < text.length(); i++) {
            out.add(new Glyph(text.charAt(i), new Box(share(at[0] + i * each, width),
                    share(at[1] - size * scale * 0.88, height), share(each, width),
                    share(size * scale, height)), 1000));
        }
        return out;
    }

    private static double[] corner(double[] boundary, double[] m, double x, double y) {
        return m.length == 6
                ? new double[] {boundary[0] + m[0] * x + m[2] * y + m[4],
                    boundary[1] + m[1] * x + m[3] * y + m[5]}
                : new double[] {boundary[0] + x, boundary[1] + y};
    }

    /** "g 4 1.5875 3.175" is 1.5875 four times, then 3.175. */
    private static double[] deltas(String text, int most) {
        List<Double> all = new ArrayList<>();
        String[] parts = text.isBlank() ? new String[0] : text.trim().split("[\\s,]+");
        for (int i = 0; i < parts.length && all.size() < most; i++) {
            if (parts[i].equals("g") && i + 2 < parts.length) {
                int times = (int) Math.min(most, number(parts[i + 1], 0));
                for (int k = 0; k < times; k++) {
                    all.add(number(parts[i + 2], 0));
                }
                i += 2;
            } else {
                all.add(number(parts[i], 0));
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] numbers(String text) {
        if (text.isBlank()) {
            return new double[0];
        }
        String[] parts = text.trim().split("\\s+");
        double[] all = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            all[i] = number(parts[i], 0);
        }
        return all;
    }

    private static double number(String text, double otherwise) {
        try {
            double value = text.isBlank() ? otherwise : Double.parseDouble(text);
            return Double.isFinite(value) && Math.abs(value) < 1e6 ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static int share(double part, double whole) {
        return (int) Math.round(part * 10_000 / whole);
    }
}
