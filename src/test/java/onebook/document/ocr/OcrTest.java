package onebook.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import onebook.document.Glyph;
import onebook.document.PageText;
import onebook.document.Refused;
import onebook.document.TextLine;
import onebook.ledger.Evidence.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engines, on pages whose print is known because it was drawn here. */
class OcrTest {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;

    @Test
    void chinese_with_figures_and_letters_is_read_to_the_character() throws Refused {
        String text = Ocr.shared().read(chinese().image(), 1).text();

        String narrow = text.replace('（', '(').replace('）', ')');
        assertThat(narrow.split("\n")).as("the width of brackets cannot be seen").containsExactly(
                "电子发票(增值税专用发票)", "发票号码:26332000000123456789",
                "统一社会信用代码/纳税人识别号:91330106MA2KXXXX7Q", "价税合计(大写)壹万陆仟圆整¥16000.00");
    }

    @ParameterizedTest(name = "turned by {0} degrees")
    @ValueSource(doubles = {1.5, -1.5, 3})
    void page_that_was_scanned_badly_is_read_too(double degrees) throws Refused {
        PageText page = Ocr.shared().read(chinese().scannedBadly(degrees).image(), 1);

        assertThat(page.text()).contains("26332000000123456789", "91330106MA2KXXXX7Q",
                "壹万陆仟圆整", "16000.00");
        assertThat(page.lines()).hasSize(4);
        assertThat(Math.toDegrees(page.tilt().radians())).isCloseTo(degrees, within(0.3));
    }

    @Test
    void latin_page_is_read_with_its_blanks() throws Refused {
        PageText page = Ocr.shared().read(DrawnPage.blank(WIDTH, HEIGHT)
                .print("Northgate Cloud Software Ltd.", 100, 150, 40)
                .print("Invoice number INV-2026-40718", 100, 300, 28)
                .print("Team plan, annual subscription", 100, 420, 28)
                .print("Total due 2,560.00", 100, 540, 28).image(), 1);

        assertThat(page.lines().stream().map(line -> line.region().text())).containsExactly(
                "Northgate Cloud Software Ltd.", "Invoice number INV-2026-40718",
                "Team plan, annual subscription", "Total due 2,560.00");
    }

    @ParameterizedTest(name = "turned by {0} degrees")
    @CsvSource({"0", "2"})
    void field_is_marked_where_it_stands_on_the_page_as_it_came(double degrees) throws Refused {
        DrawnPage drawn = chinese();
        BufferedImage image = degrees == 0 ? drawn.image() : drawn.scannedBadly(degrees).image();
        TextLine line = Ocr.shared().read(image, 1).lines().get(1);

        Box box = line.first(Pattern.compile("[0-9]{20}")).orElseThrow().region().box();

        double turn = Math.toRadians(degrees);
        double x = 265 + 170 - WIDTH / 2.0;
        double y = 290 - HEIGHT / 2.0;
        double middleX = (x * Math.cos(turn) - y * Math.sin(turn)) / WIDTH * 10_000 + 5000;
        double middleY = (x * Math.sin(turn) + y * Math.cos(turn)) / HEIGHT * 10_000 + 5000;
        assertThat((double) box.x() + box.width() / 2.0).isCloseTo(middleX, within(250.0));
        assertThat((double) box.y() + box.height() / 2.0).isCloseTo(middleY, within(120.0));
        assertThat(box.width()).isBetween(2000, 2900);
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1400, 900", "1, 1", "3000, 2", "2, 3000", "31, 33"})
    void blank_page_of_any_size_has_no_print(int width, int height) throws Refused {
        assertThat(Ocr.shared().read(DrawnPage.blank(width, height).image(), 1).runs()).isEmpty();
    }

    @Test
    void noise_is_no_certain_print() throws Refused {
        PageText page = Ocr.shared().read(
                DrawnPage.blank(700, 500).noisy(90).image(), 1);

        assertThat(page.runs().stream().flatMap(List::stream)
                .filter(glyph -> glyph.certainty() > 900).map(Glyph::character).toList())
                .hasSizeLessThan(10);
    }

    @Test
    void two_pages_at_once_are_read_as_one_after_the_other() throws Refused {
        BufferedImage image = chinese().image();
        String alone = Ocr.shared().read(image, 1).text();

        CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> text(image));
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> text(image));

        assertThat(one.join()).isEqualTo(alone);
        assertThat(other.join()).isEqualTo(alone);
    }

    private static String text(BufferedImage image) {
        try {
            return Ocr.shared().read(image, 1).text();
        } catch (Refused e) {
            throw new CompletionException(e);
        }
    }

    private static DrawnPage chinese() {
        return DrawnPage.blank(WIDTH, HEIGHT)
                .print("电子发票（增值税专用发票）", 450, 120, 40)
                .print("发票号码：26332000000123456789", 125, 300, 28)
                .print("统一社会信用代码/纳税人识别号：91330106MA2KXXXX7Q", 125, 480, 28)
                .print("价税合计（大写）壹万陆仟圆整", 125, 700, 28)
                .print("¥16000.00", 1000, 700, 28);
    }
}
