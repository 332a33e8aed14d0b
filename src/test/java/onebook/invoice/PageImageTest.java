package onebook.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import onebook.document.Document;
import onebook.document.Inbox;
import onebook.document.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageImageTest {
    @TempDir
    Path folder;

    @Test
    void pages_of_a_pdf_are_drawn_with_their_print() throws IOException {
        Document pdf = document(Paper.invoice().page().put(50, 50, 12, "第二页").pdf());

        assertThat(PageImage.pages(pdf)).isEqualTo(2);
        assertThat(ink(PageImage.of(pdf, 1).orElseThrow())).isGreaterThan(5000);
        assertThat(PageImage.of(pdf, 2)).isPresent();
        assertThat(PageImage.of(pdf, 3)).isEmpty();
        assertThat(PageImage.of(pdf, 0)).isEmpty();
    }

    @Test
    void data_are_drawn_as_their_fields_with_real_glyphs() throws IOException {
        Document xml = document(Files.readAllBytes(
                Path.of(resource("/invoice/golden/red-letter.xml"))));
        BufferedImage image = PageImage.of(xml, 1).orElseThrow();

        assertThat(ink(image)).isGreaterThan(5000);
        assertThat(ink(PageImage.of(document(Files.readAllBytes(Path.of(resource(
                "/invoice/golden/almost-empty.xml")))), 1).orElseThrow()))
                .isLessThan(ink(image) / 5);
    }

    @Test
    void a_large_picture_is_shown_smaller_and_a_small_one_as_it_is() throws IOException {
        Optional<BufferedImage> large =
                PageImage.of(document(Paper.png(Paper.invoice().picture(300, 0))), 1);
        Optional<BufferedImage> small =
                PageImage.of(document(Paper.png(Paper.invoice().picture(72, 0))), 1);

        assertThat(large.orElseThrow().getWidth()).isEqualTo(PageImage.MAX_SIDE);
        assertThat(small.orElseThrow().getWidth()).isEqualTo(610);
    }

    @Test
    void what_cannot_be_drawn_has_no_picture() throws IOException {
        Document csv = document("a,b\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(PageImage.pages(csv)).isZero();
        assertThat(PageImage.of(csv, 1)).isEmpty();

        Document pdf = document(Paper.invoice().pdf());
        Files.write(pdf.path(), new byte[] {1, 2, 3});
        assertThat(PageImage.of(pdf, 1)).isEmpty();
    }

    private Document document(byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "document", ""), bytes);
        return ((Taken.Kept) Inbox.look(file)).document();
    }

    private static java.net.URI resource(String name) {
        try {
            return PageImageTest.class.getResource(name).toURI();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int ink(BufferedImage image) {
        int dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xFF) < 160 ? 1 : 0;
            }
        }
        return dark;
    }
}
