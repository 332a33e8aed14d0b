package onebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TabPane;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.robot.Firm;
import onebook.robot.Staff;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of every window, for {@code -Dscreenshots=DIR}; skipped where that is not given. */
class ScreenshotsTest {
    private static final String FOLDER = System.getProperty("screenshots", "");
    /** Only these windows, such as "SEAL,LENDER"; all where it is empty. */
    private static final String PLACES = System.getProperty("screenshots.places", "");

    @TempDir
    private Path home;
    private Path out;

    @BeforeEach
    void asked() throws IOException {
        Assumptions.assumeFalse(FOLDER.isEmpty(), "-Dscreenshots=DIR was not given");
        out = Files.createDirectories(Path.of(FOLDER));
    }

    @ParameterizedTest
    @CsvSource({"ZH, false, 1280, 800", "EN, false, 1280, 800", "ZH, true, 1280, 800",
        "ZH, false, 960, 600"})
    void each_window_is_drawn(Language language, boolean isDark, int width, int height)
            throws Exception {
        Path book = Desktop.sample(home.resolve("sample"));
        String tag = language.code() + (isDark ? "-dark" : "") + (width < 1000 ? "-small" : "");
        try (Desktop desktop = Desktop.start(home, language)) {
            desktop.preferences().isDark(isDark);
            Desktop.onWindow(() -> {
                desktop.stage().setWidth(width);
                desktop.stage().setHeight(height);
                return null;
            });
            desktop.fire("#switch-language");
            desktop.fire("#switch-language");
            draw(desktop, "start-" + tag);
            desktop.open(book);
            for (Place place : PLACES.isEmpty() ? List.of(Place.values())
                    : Stream.of(PLACES.split(",")).map(Place::valueOf).toList()) {
                desktop.go(place);
                prepare(desktop, place, tag);
                draw(desktop, place.name().toLowerCase(Locale.ROOT) + "-" + tag);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ZH, 1280", "EN, 1280", "ZH, 960"})
    void the_people_of_a_book_are_drawn(Language language, int width) throws Exception {
        Assumptions.assumeTrue(PLACES.isEmpty(), "only some windows are wanted");
        Firm firm = Firm.first(Files.createDirectories(home.resolve("firm")));
        firm.begin(Desktop.APRIL);
        String tag = language.code() + (width < 1000 ? "-small" : "");
        try (Desktop desktop = Desktop.start(home, language)) {
            Desktop.onWindow(() -> {
                desktop.stage().setWidth(width);
                desktop.stage().setHeight(width * 5 / 8.0);
                return null;
            });
            desktop.open(firm.book());
            desktop.go(Place.SETTINGS);
            tab(desktop, 1);
            draw(desktop, "people-single-" + tag);
            desktop.fire("#person-add");
            draw(desktop, "person-first-" + tag);
            desktop.fire("#cancel");
            desktop.fire("#leave");
            Staff.hire(firm, Desktop.APRIL);
            desktop.ask(firm.book(), "#sign-on-name");
            signOn(desktop, "wrong");
            draw(desktop, "sign-on-" + tag);
            signOn(desktop, Staff.SECRET);
            people(desktop, tag);
        }
    }

    private static void signOn(Desktop desktop, String password) {
        desktop.type("#sign-on-name", Staff.OWNER);
        desktop.type("#sign-on-password", password);
        desktop.fire("#sign-on-do");
    }

    private void people(Desktop desktop, String tag) throws IOException {
        desktop.go(Place.SETTINGS);
        tab(desktop, 1);
        Desktop.onWindow(() -> {
            desktop.table("#people").getSelectionModel().select(3);
            return null;
        });
        desktop.fire("#person-remove");
        desktop.fire("#confirm-ok");
        draw(desktop, "people-" + tag);
        desktop.fire("#person-add");
        desktop.type("#person-name", "王芳");
        desktop.type("#person-password", "short");
        desktop.type("#person-again", "short");
        desktop.robot().clickOn("#role-auditor");
        desktop.fire("#person-save");
        draw(desktop, "person-refused-" + tag);
        desktop.fire("#cancel");
        tab(desktop, 2);
        desktop.fire("#rules-authorise");
        desktop.fire("#confirm-ok");
        draw(desktop, "rules-" + tag);
        tab(desktop, 3);
        draw(desktop, "log-" + tag);
    }

    private void prepare(Desktop desktop, Place place, String tag) throws Exception {
        switch (place) {
            case VOUCHER -> {
                write(desktop);
                draw(desktop, "voucher-problem-" + tag);
                desktop.fire("#voucher-save");
                desktop.fire("#voucher-new");
            }
            case LEDGER -> ledger(desktop, tag);
            case BOOKS -> books(desktop, tag);
            case STATEMENTS -> {
                desktop.fire("#span-QUARTER");
                tab(desktop, 1);
                draw(desktop, "income-" + tag);
                tab(desktop, 3);
                draw(desktop, "identities-" + tag);
                tab(desktop, 0);
                figure(desktop, "#position");
            }
            case BANK -> {
                tab(desktop, 1);
                draw(desktop, "reconciliation-" + tag);
                tab(desktop, 0);
            }
            case SEAL -> new LenderScreens(desktop, home, out).seal(tag);
            case LENDER -> new LenderScreens(desktop, home, out).lender(tag);
            case ROBOTS -> desktop.fire("#dry-run");
            default -> { }
        }
    }

    private void ledger(Desktop desktop, String tag) throws IOException {
        Desktop.onWindow(() -> {
            desktop.table("#entries").getSelectionModel().select(40);
            return null;
        });
        tab(desktop, 1);
        draw(desktop, "balance-" + tag);
        tab(desktop, 0);
        Desktop.onWindow(() -> {
            ((Hyperlink) desktop.find("#entry", javafx.scene.Node.class)
                    .lookup(".evidence")).fire();
            return null;
        });
        desktop.settle();
        draw(desktop, "evidence-" + tag);
        desktop.fire("#close-evidence");
    }

    private void books(Desktop desktop, String tag) throws IOException {
        desktop.fire("#book-DETAIL");
        draw(desktop, "detail-" + tag);
        desktop.fire("#book-AGEING");
        draw(desktop, "ageing-" + tag);
        desktop.fire("#book-BALANCE");
        draw(desktop, "trial-" + tag);
        desktop.fire("#book-MULTI");
        draw(desktop, "multi-" + tag);
        desktop.fire("#book-GENERAL");
    }

    /** A voucher that does not balance yet, with a line that names no account. */
    private static void write(Desktop desktop) {
        desktop.robot().write("办公室房租").push(KeyCode.ENTER).write("二季度").push(KeyCode.ENTER)
                .write("5602.05").push(KeyCode.ENTER).write("1234.5").push(KeyCode.ENTER)
                .write("某物业").push(KeyCode.ENTER).push(KeyCode.ENTER).write("没有")
                .push(KeyCode.TAB).push(KeyCode.TAB).write("200").push(KeyCode.CONTROL, KeyCode.S);
        desktop.settle();
    }

    /** Looks into the amount that has the focus. */
    private static void figure(Desktop desktop, String form) {
        Desktop.onWindow(() -> {
            desktop.table(form).requestFocus();
            return null;
        });
        desktop.robot().push(KeyCode.ENTER);
        desktop.settle();
    }

    private static void tab(Desktop desktop, int index) {
        Desktop.onWindow(() -> {
            desktop.find(".page-tabs", TabPane.class).getSelectionModel().select(index);
            return null;
        });
        desktop.settle();
    }

    private void draw(Desktop desktop, String name) throws IOException {
        save(desktop, out.resolve(name + ".png"));
    }

    static void save(Desktop desktop, Path file) throws IOException {
        Image image = Desktop.onWindow(() -> desktop.stage().getScene().snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(),
                pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        assertThat(ImageIO.write(picture, "png", file.toFile())).isTrue();
    }
}
