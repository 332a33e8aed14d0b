package onebook.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onebook.app.common.Texts.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_chosen_is_there_the_next_time() {
        Preferences first = Preferences.in(folder.resolve("home/desktop.properties"));
        first.language(Language.EN);
        first.isDark(true);
        first.textPercent(130);
        first.person(" 王芳 ");

        Preferences second = Preferences.in(folder.resolve("home/desktop.properties"));
        assertThat(second.language()).isEqualTo(Language.EN);
        assertThat(second.isDark()).isTrue();
        assertThat(second.textPercent()).isEqualTo(130);
        assertThat(second.person()).isEqualTo("王芳");
    }

    @Test
    void recent_books_are_newest_first_each_once_and_only_those_that_exist() throws IOException {
        Preferences preferences = Preferences.in(folder.resolve("desktop.properties"));
        Path first = Files.createFile(folder.resolve("a.onebook"));
        Path second = Files.createFile(folder.resolve("b.onebook"));
        preferences.opened(first);
        preferences.opened(folder.resolve("gone.onebook"));
        preferences.opened(second);
        preferences.opened(first);

        assertThat(preferences.recent()).containsExactly(first, second);
    }

    @Test
    void a_file_that_makes_no_sense_counts_as_none() throws IOException {
        Path file = folder.resolve("desktop.properties");
        Files.write(file, new byte[] {(byte) 0xff, 0, '\\', 'u', 'x'});

        assertThat(Preferences.in(file).textPercent()).isEqualTo(100);
        assertThat(Preferences.in(file).recent()).isEmpty();
    }

    @Test
    void a_text_size_that_is_not_offered_counts_as_the_usual() throws IOException {
        Path file = folder.resolve("desktop.properties");
        Files.writeString(file, "text=100000000000\nlanguage=fr\n");

        assertThat(Preferences.in(file).textPercent()).isEqualTo(100);
        assertThat(Preferences.in(file).language()).isEqualTo(Language.EN);
    }
}
