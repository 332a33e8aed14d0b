package onebook.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Hanzi without a font are empty boxes, and everything else still works: so they are looked at. */
class GlyphTest {
    private static final int SIZE = 48;
    private static String family;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        family = WaitForAsyncUtils.waitForAsyncFx(10_000, Look::loadFont);
    }

    private static int[] drawn(String text, String font) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Text node = new Text(text);
            node.setFont(Font.font(font, 32));
            StackPane paper = new StackPane(node);
            paper.setMinSize(SIZE, SIZE);
            paper.setMaxSize(SIZE, SIZE);
            new Scene(paper, SIZE, SIZE, Color.WHITE);
            WritableImage image = paper.snapshot(new SnapshotParameters(), null);
            int[] pixels = new int[SIZE * SIZE];
            image.getPixelReader().getPixels(0, 0, SIZE, SIZE, PixelFormat.getIntArgbInstance(),
                    pixels, 0, SIZE);
            return pixels;
        });
    }

    private static long ink(int[] pixels) {
        return Arrays.stream(pixels).filter(pixel -> (pixel & 0xff) < 128).count();
    }

    @Test
    void the_bundled_font_carries_the_family_the_windows_ask_for() {
        assertThat(family).isEqualTo("Noto Sans SC");
    }

    @Test
    void a_hanzi_is_drawn_and_is_no_box() {
        int[] account = drawn("账", family);
        int[] missing = drawn("\uE001", family);

        assertThat(ink(account)).isGreaterThan(100);
        assertThat(account).isNotEqualTo(missing);
        assertThat(ink(missing)).isPositive();
    }

    @Test
    void every_character_of_the_company_and_the_menu_has_its_own_glyph() {
        int[] missing = drawn("\uE001", family);
        for (String sign : "收件箱账簿银行税务贷款包机器人封印设置杭州清禾办公备有限司￥".split("")) {
            assertThat(drawn(sign, family)).as(sign).isNotEqualTo(missing);
        }
    }
}
