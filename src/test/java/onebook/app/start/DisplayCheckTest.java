package onebook.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayCheckTest {
    private static final String HEADLESS = "monocle.platform";

    @Test
    void linux_without_a_display_is_told_what_to_do_in_both_languages() {
        String before = System.clearProperty(HEADLESS);
        try {
            assertThat(DisplayCheck.missing("Linux", name -> null)).get().asString()
                    .contains("没有图形界面", "no display", "./onebook --help");
            assertThat(DisplayCheck.missing("Linux", Map.of("DISPLAY", ":0")::get)).isEmpty();
            assertThat(DisplayCheck.missing("Linux", Map.of("WAYLAND_DISPLAY", "w-0")::get))
                    .isEmpty();
        } finally {
            if (before != null) {
                System.setProperty(HEADLESS, before);
            }
        }
    }

    @Test
    void other_systems_always_have_one() {
        assertThat(DisplayCheck.missing("Windows 11", name -> null)).isEmpty();
        assertThat(DisplayCheck.missing("Mac OS X", name -> null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no libgtk-3.so.0", "GTK version too old", "no glassgtk3 in path"})
    void a_missing_library_is_named_with_the_way_to_install_it(String words) {
        Throwable broken = new RuntimeException("start", new UnsatisfiedLinkError(words));

        assertThat(DisplayCheck.sentenceFor(broken)).contains("apt install libgtk-3-0");
    }

    @Test
    void anything_else_is_told_in_its_own_words() {
        assertThat(DisplayCheck.sentenceFor(new RuntimeException("out of paper")))
                .contains("out of paper", "./onebook --help");
    }
}
