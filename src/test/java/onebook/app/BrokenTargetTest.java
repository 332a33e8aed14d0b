package onebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books and statements that are saved where nothing can be saved. */
class BrokenTargetTest {
    private static final List<String> BUTTONS = List.of("#book-xlsx", "#book-pdf",
            "#statements-xlsx", "#statements-pdf");

    @TempDir
    private Path home;
    private Desktop desktop;

    @BeforeEach
    void open() throws Exception {
        desktop = Desktop.start(home, Language.ZH);
        desktop.open(Desktop.sample(home.resolve("sample")));
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    private void save(String button, Path folder) {
        desktop.go(button.startsWith("#book") ? Place.BOOKS : Place.STATEMENTS);
        desktop.answer(folder.resolve(name(button)));
        desktop.fire(button);
    }

    private static String name(String button) {
        return button.substring(1).replace('-', '.');
    }

    private static List<String> in(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_folder_that_is_a_file_is_told_as_a_sentence() throws Exception {
        Path noFolder = Files.writeString(home.resolve("notes"), "mine");
        for (String button : BUTTONS) {
            save(button, noFolder);
            assertThat(desktop.notice()).as(button).startsWith("这个文件读不了或写不进去");
        }
        assertThat(noFolder).hasContent("mine");
    }

    @Test
    void a_name_that_a_folder_has_is_told_and_nothing_half_stays_beside_it() throws Exception {
        Path folder = Files.createDirectory(home.resolve("out"));
        for (String button : BUTTONS) {
            Files.writeString(Files.createDirectory(folder.resolve(name(button)))
                    .resolve("kept"), "mine");
            save(button, folder);
            assertThat(desktop.notice()).as(button).startsWith("这个文件读不了或写不进去");
            assertThat(in(folder.resolve(name(button)))).containsExactly("kept");
        }
        assertThat(in(folder)).containsExactlyInAnyOrderElementsOf(
                BUTTONS.stream().map(BrokenTargetTest::name).toList());
    }

    @Test
    void a_folder_that_is_missing_is_made() {
        Path folder = home.resolve("new").resolve("folder");
        for (String button : BUTTONS) {
            save(button, folder);
            assertThat(desktop.notice()).as(button).contains(name(button));
            assertThat(folder.resolve(name(button))).isNotEmptyFile();
        }
    }
}
