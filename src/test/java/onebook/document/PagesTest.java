package onebook.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onebook.ledger.Evidence.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters with places, lines of them, and pages that came turned. */
class PagesTest {

    @Test
    void full_width_figures_and_radicals_are_folded_and_brackets_stay() {
        assertThat(Letters.plain("１２％ ＡＢ：￥５")).isEqualTo("12% AB:¥5");
        assertThat(Letters.plain("⾦⽅⻓⻔⻋⻢")).isEqualTo("金方长门车马");
        assertThat(Letters.plain("中辰（上海）公司，一号")).isEqualTo("中辰（上海）公司，一号");
        assertThat(Letters.plain("－5 ＊文具＊ −3")).isEqualTo("-5 *文具* -3");
    }

    @Test
    void runs_side_by_side_are_one_line_read_from_left_to_right() {
        PageText page = page(run("右边", 5000, 1000), run("左边", 1000, 1010), run("下一行", 1000, 1400));

        assertThat(page.text()).isEqualTo("左边右边\n下一行");
    }

    @Test
    void runs_that_lie_on_each_other_are_two_lines() {
        PageText page = page(run("甲乙丙", 1000, 1000), run("丁戊己", 1000, 1060));

        assertThat(page.lines()).hasSize(2);
    }

    @Test
    void found_text_knows_its_place() {
        TextLine line = page(run("发票号码", 1000, 1000), run("26", 3000, 1000)).lines().get(0);

        Region region = line.first(Pattern.compile("号码([0-9]+)")).orElseThrow().region();

        assertThat(region.text()).isEqualTo("26");
        assertThat(region.box()).isEqualTo(new Box(3000, 1000, 400, 200));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_place_on_a_turned_page_is_found_again_on_the_page_as_it_came(int quarters) {
        Box upright = new Box(1000, 2000, 600, 100);
        Tilt tilt = new Tilt(0, 0.7, quarters);

        Box back = tilt.back(upright);

        Box expected = switch (quarters) {
            case 1 -> new Box(2000, 8400, 100, 600);
            case 2 -> new Box(8400, 7900, 600, 100);
            case 3 -> new Box(7900, 1000, 100, 600);
            default -> upright;
        };
        assertThat(back).isEqualTo(expected);
    }

    @Test
    void straightening_and_its_opposite_meet() {
        Tilt tilt = new Tilt(Math.toRadians(1.5), 0.65);
        Box box = new Box(7000, 1500, 900, 200);

        Box there = tilt.straight(box);
        Box again = tilt.back(there);

        assertThat(there).isNotEqualTo(box);
        assertThat(Math.abs(again.x() - box.x()) + Math.abs(again.y() - box.y()))
                .isLessThanOrEqualTo(2);
    }

    @Test
    void blanks_are_kept_between_latin_words_only() {
        List<Glyph> glyphs = new ArrayList<>(run("AB", 0, 0));
        glyphs.addAll(later(run("CD", 500, 0)));
        glyphs.addAll(later(run("中文", 1000, 0)));

        assertThat(Region.of(1, glyphs).text()).isEqualTo("AB CD中文");
    }

    private static List<Glyph> later(List<Glyph> run) {
        List<Glyph> out = new ArrayList<>(run);
        out.set(0, new Glyph(run.get(0).character(), run.get(0).box(), 1000, true));
        return out;
    }

    @SafeVarargs
    private static PageText page(List<Glyph>... runs) {
        return new PageText(1, List.of(runs), Tilt.NONE);
    }

    private static List<Glyph> run(String text, int x, int y) {
        List<Glyph> run = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            run.add(new Glyph(text.charAt(i), new Box(x + i * 200, y, 200, 200), 1000));
        }
        return run;
    }
}
