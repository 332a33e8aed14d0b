package onebook.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onebook.document.Field;
import onebook.document.Inbox;
import onebook.document.Reading;
import onebook.document.Taken;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures drawn here, read by the engines that come with OneBook. */
class ScanTest {
    private static final String CODE = "01,32,,26332000000000000059,226.00,20260309,,A1B2,";

    @TempDir
    Path folder;

    @Test
    void a_worn_crooked_scan_with_a_code_is_accepted() throws IOException {
        Reading<Invoice> reading = read(Paper.worn(Paper.invoice().code(CODE).picture(200, 0.8)));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.source()).isEqualTo("ocr");
        Invoice invoice = reading.value().orElseThrow();
        assertThat(invoice.type()).isEqualTo("vat-ordinary");
        assertThat(invoice.number()).isEqualTo("26332000000000000059");
        assertThat(invoice.buyer())
                .isEqualTo(new Invoice.Party("上海示例（中国）贸易有限公司", "91310115MA1FB00K9D"));
        assertThat(invoice.seller())
                .isEqualTo(new Invoice.Party("杭州一本账科技有限公司", "91330106MA2K0NEB0A"));
        assertThat(invoice.lines()).singleElement().satisfies(line -> {
            assertThat(line.category()).isEqualTo("文具");
            assertThat(line.net()).hasToString("200.00");
            assertThat(line.tax()).hasToString("26.00");
        });
    }

    @Test
    void a_clean_scan_without_a_code_is_accepted_by_its_sums_and_words() throws IOException {
        Reading<Invoice> reading = read(Paper.invoice().picture(220, 0));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.value().orElseThrow().gross()).hasToString("226.00");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_scan_on_its_side_or_head_is_read_and_its_fields_are_found_there(int quarters)
            throws IOException {
        BufferedImage upright = Paper.invoice().code(CODE).picture(160, 0);
        Reading<Invoice> reading = read(turned(upright, quarters));

        assertThat(reading.value().orElseThrow().number()).isEqualTo("26332000000000000059");
        Field number = reading.fields().stream().filter(f -> f.path().equals("invoice.number"))
                .findFirst().orElseThrow();
        int x = number.box().orElseThrow().x() + number.box().orElseThrow().width() / 2;
        int y = number.box().orElseThrow().y() + number.box().orElseThrow().height() / 2;
        assertThat(x).isBetween(quarters == 1 ? 8900 : 800, quarters == 1 ? 9500 : 1700);
        assertThat(y).isBetween(quarters == 1 ? 8200 : 8900, quarters == 1 ? 9300 : 9500);
    }

    @Test
    void print_altered_under_its_code_goes_to_a_person() throws IOException {
        Paper altered = Paper.frame("26332000000000000059")
                .items(206, "*文具*中性笔", "900.00", "13%", "117.00")
                .sums(310, "900.00", "117.00", "1017.00", "壹仟零壹拾柒圆整").code(CODE);

        Reading<Invoice> reading = read(altered.picture(200, 0));

        assertThat(reading.isAccepted()).isFalse();
        assertThat(reading.problems()).extracting(Problem::name)
                .contains(Refusal.QR_DIFFERS_FROM_PRINT);
    }

    @Test
    void figures_altered_under_their_words_go_to_a_person() throws IOException {
        Paper altered = Paper.frame("26332000000000000059")
                .items(206, "*文具*中性笔", "900.00", "13%", "117.00")
                .sums(310, "900.00", "117.00", "1017.00", "贰佰贰拾陆圆整");

        assertThat(read(altered.picture(200, 0)).problems()).extracting(Problem::name)
                .contains(Refusal.WORDS_ARE_NOT_FIGURES);
    }

    @Test
    void an_english_page_is_read_through_tesseract() throws IOException {
        Reading<Invoice> reading = read(Paper.worn(PrintTest.english().picture(220, -0.6)));

        Invoice invoice = reading.value().orElseThrow();
        assertThat(invoice.type()).isEqualTo("commercial");
        assertThat(invoice.number()).isEqualTo("INV-2026-0042");
        assertThat(invoice.date()).isEqualTo("2026-01-21");
        assertThat(invoice.seller().name()).isEqualTo("Example Tools Ltd.");
        assertThat(invoice.buyer().name()).isEqualTo("Hangzhou Ledger Co., Ltd.");
        assertThat(invoice.net()).hasToString("2400.00");
        assertThat(invoice.tax()).hasToString("240.00");
        assertThat(invoice.gross()).hasToString("2640.00");
        assertThat(reading.problems()).extracting(Problem::name)
                .containsExactly(Refusal.NO_RULE_KNOWS_THIS);
    }

    @Test
    void a_pdf_that_is_only_a_picture_is_read_as_one() throws IOException {
        byte[] pdf = Paper.scannedPdf(Paper.invoice().code(CODE).picture(200, 0));
        Path file = Files.write(folder.resolve("scan.pdf"), pdf);

        Reading<Invoice> reading = new InvoiceReader()
                .read(((Taken.Kept) Inbox.look(file)).document());

        assertThat(reading.source()).isEqualTo("ocr");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void what_nobody_can_read_is_refused_by_name() throws IOException {
        BufferedImage blank = new BufferedImage(900, 600, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = blank.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 900, 600);
        g.dispose();
        BufferedImage noise = new BufferedImage(900, 600, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(5);
        for (int i = 0; i < 900 * 600; i++) {
            noise.setRGB(i % 900, i / 900, random.nextInt(1 << 24));
        }
        BufferedImage tiny = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR);
        for (BufferedImage image : List.of(blank, noise, tiny)) {
            assertThat(read(image).problems()).extracting(Problem::name)
                    .containsExactly(Refusal.NOT_READABLE);
        }
    }

    @Test
    void two_threads_read_the_same_as_one() throws Exception {
        BufferedImage image = Paper.invoice().code(CODE).picture(130, 0);
        Reading<Invoice> alone = read(image);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Reading<Invoice>> one = threads.submit(() -> read(image));
            Future<Reading<Invoice>> two = threads.submit(() -> read(image));
            assertThat(one.get()).isEqualTo(alone);
            assertThat(two.get()).isEqualTo(alone);
        } finally {
            threads.shutdownNow();
        }
    }

    private Reading<Invoice> read(BufferedImage image) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "scan", ".png"), Paper.png(image));
        return new InvoiceReader().read(((Taken.Kept) Inbox.look(file)).document());
    }

    private static BufferedImage turned(BufferedImage image, int quarters) {
        boolean onHead = quarters == 2;
        BufferedImage out = new BufferedImage(onHead ? image.getWidth() : image.getHeight(),
                onHead ? image.getHeight() : image.getWidth(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int toX = onHead ? image.getWidth() - 1 - x : image.getHeight() - 1 - y;
                int toY = onHead ? image.getHeight() - 1 - y : x;
                out.setRGB(toX, toY, image.getRGB(x, y));
            }
        }
        return out;
    }
}
