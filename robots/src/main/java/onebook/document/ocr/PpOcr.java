package onebook.document.ocr;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onebook.document.Glyph;
import onebook.document.Letters;
import onebook.document.PageText;
import onebook.document.Tilt;
import onebook.ledger.Evidence.Box;

/** PP-OCRv4 on onnxruntime: Chinese, and Latin letters as they occur on Chinese pages. */
final class PpOcr {
    private static final int SAMPLE = 16;
    private static final double WIDE = 5;
    private static final double NOISE = 0.4;
    private static final double SENSE = 0.75;
    private static final int MANY = 8;

    private final TextFinder finder;
    private final TextReader reader;

    /** Loads models and libraries. Throws where they cannot run on this machine. */
    PpOcr() throws OrtException, IOException {
        libraries();
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        environment.setTelemetry(false);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(
                Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        finder = new TextFinder(environment, environment.createSession(
                resource("/models/ch_PP-OCRv4_det_infer.onnx"), options));
        String keys = new String(resource("/models/ppocr_keys_v1.txt"), StandardCharsets.UTF_8);
        reader = new TextReader(environment, environment.createSession(
                resource("/models/ch_PP-OCRv4_rec_infer.onnx"), options), keys.lines().toList());
    }

    /** Without this, onnxruntime unpacks 28 MB at each start. */
    private static void libraries() throws IOException {
        String os = NativeFiles.os();
        String platform = (os.equals("windows") ? "win" : os.equals("mac") ? "osx" : "linux")
                + (NativeFiles.isArm() ? "-aarch64" : "-x64");
        String where = "/ai/onnxruntime/native/" + platform + "/";
        String library = System.mapLibraryName("onnxruntime");
        String bridge = System.mapLibraryName("onnxruntime4j_jni");
        Path folder = NativeFiles.folder("onnxruntime-" + NativeFiles.size(where + library));
        boolean all = NativeFiles.copy(where + library, folder.resolve(library))
                && NativeFiles.copy(where + bridge, folder.resolve(bridge));
        if (all) {
            System.setProperty("onnxruntime.native.path", folder.toString());
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PpOcr.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the model " + name + " is not installed");
            }
            return in.readAllBytes();
        }
    }

    /**
     * Print that was found, and the longest of it read to know its script.
     *
     * @param image the picture, turned upright
     * @param quarters by how many quarter turns clockwise
     * @param stands false where most boxes are taller than wide: the page lies on its side
     */
    record Look(BufferedImage image, int quarters, boolean stands, List<Slant> boxes,
            Map<Slant, List<TextReader.Sign>> sample) {

        boolean isChinese() {
            return sample.values().stream().flatMap(List::stream)
                    .filter(s -> s.certainty() > 0.8 && isHanzi(s.character())).count() > 4;
        }

        double certainty() {
            return sample.values().stream().flatMap(List::stream)
                    .mapToDouble(TextReader.Sign::certainty).average().orElse(0);
        }
    }

    /**
     * Looks at the picture as it is, and turned where its print stands on end or makes no sense.
     */
    Look look(BufferedImage image) throws OrtException {
        Look look = look(image, 0);
        if (!look.stands()) {
            Look right = look(image, 1);
            look = right.certainty() >= SENSE ? right : better(right, look(image, 3));
        } else if (look.boxes().size() >= MANY && look.certainty() < SENSE) {
            look = better(look, look(image, 2));
        }
        return look;
    }

    private static Look better(Look one, Look other) {
        return other.certainty() > one.certainty() ? other : one;
    }

    private Look look(BufferedImage raw, int quarters) throws OrtException {
        BufferedImage image = Pixels.turned(raw, quarters);
        List<Slant> boxes = finder.find(image);
        double median = boxes.stream().mapToDouble(Slant::height).sorted()
                .skip(boxes.size() / 2).findFirst().orElse(0);
        List<Slant> level = boxes.stream().filter(b -> b.height() < b.width() * 1.5
                || b.height() < median * 1.8).toList();
        List<Slant> sample = level.stream().sorted(Comparator.comparingDouble(b -> -b.width()))
                .limit(SAMPLE).toList();
        List<List<TextReader.Sign>> read = reader.read(Pixels.of(image), sample);
        Map<Slant, List<TextReader.Sign>> signs = new HashMap<>();
        for (int i = 0; i < sample.size(); i++) {
            signs.put(sample.get(i), read.get(i));
        }
        long tall = boxes.stream().filter(b -> b.height() > 2 * b.width()).count();
        return new Look(image, quarters, boxes.size() < MANY || tall * 2 <= boxes.size(), level,
                signs);
    }

    private static boolean isHanzi(char c) {
        return c >= '\u4E00' && c <= '\u9FFF';
    }

    PageText read(Look look, int page) throws OrtException {
        BufferedImage image = look.image();
        Tilt tilt = tilt(look);
        List<Slant> rest = look.boxes().stream().filter(b -> !look.sample().containsKey(b))
                .toList();
        List<List<TextReader.Sign>> read = reader.read(Pixels.of(image), rest);
        Map<Slant, List<TextReader.Sign>> signs = new HashMap<>(look.sample());
        for (int i = 0; i < rest.size(); i++) {
            signs.put(rest.get(i), read.get(i));
        }
        List<List<Glyph>> runs = new ArrayList<>();
        for (Slant box : look.boxes()) {
            signs.computeIfPresent(box, (b, line) -> isNoise(line) ? List.of() : line);
            runs.addAll(new Run(box, image, tilt).split(signs.get(box)));
        }
        return new PageText(page, Seams.closed(runs), tilt);
    }

    /** What the model makes of lines, stamps and empty paper. */
    private static boolean isNoise(List<TextReader.Sign> line) {
        return line.stream().allMatch(s -> s.certainty() < NOISE);
    }

    static Tilt tilt(Look look) {
        double aspect = (double) look.image().getHeight() / look.image().getWidth();
        return new Tilt(angle(look.boxes()), aspect, look.quarters());
    }

    /** The median slant of long boxes. */
    private static double angle(List<Slant> boxes) {
        double[] angles = boxes.stream().filter(b -> b.width() > WIDE * b.height())
                .mapToDouble(Slant::angle).sorted().toArray();
        return angles.length == 0 ? 0 : angles[angles.length / 2];
    }

    /** One box's characters, given places on the page and split where a wide gap is. */
    private record Run(Slant box, BufferedImage image, Tilt tilt) {

        List<List<Glyph>> split(List<TextReader.Sign> signs) {
            double em = box.height() * 0.66;
            List<List<Glyph>> runs = new ArrayList<>();
            List<Glyph> run = new ArrayList<>();
            TextReader.Sign before = null;
            boolean blank = false;
            for (int i = 0; i < signs.size(); i++) {
                TextReader.Sign sign = signs.get(i);
                String plain = Letters.plain(String.valueOf(sign.character()));
                if (plain.isBlank()) {
                    blank = true;
                    continue;
                }
                double gap = before == null ? 0
                        : sign.at() - before.at() - half(before, em) - half(sign, em);
                if (before != null && gap > em * (blank ? 0.7 : 1.3)) {
                    runs.add(run);
                    run = new ArrayList<>();
                }
                for (char c : plain.toCharArray()) {
                    run.add(glyph(c, sign, em, blank));
                }
                before = sign;
                blank = false;
            }
            runs.add(run);
            return runs;
        }

        private static double half(TextReader.Sign sign, double em) {
            return sign.character() < 0x250 ? em * 0.26 : em * 0.5;
        }

        private Glyph glyph(char c, TextReader.Sign sign, double em, boolean blank) {
            double[] middle = box.along(sign.at());
            double half = half(sign, em);
            int certainty = (int) Math.round(Math.min(1, sign.certainty()) * 1000);
            Box place = new Box(share(middle[0] - half, image.getWidth()),
                    share(middle[1] - em / 2, image.getHeight()),
                    share(2 * half, image.getWidth()), share(em, image.getHeight()));
            return new Glyph(c, tilt.straight(place), certainty, blank);
        }

        private static int share(double part, int whole) {
            return (int) Math.round(part * 10_000 / whole);
        }
    }
}
