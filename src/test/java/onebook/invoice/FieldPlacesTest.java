package onebook.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import onebook.document.Document;
import onebook.document.Field;
import onebook.document.Reading;
import onebook.ledger.Evidence.Box;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person sees each field marked on the page: it must be where its print is. */
class FieldPlacesTest {
    private static final int DARK = 128;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"20260112_69997.pdf", "dzfp_26342000000003378676.ofd",
        "034002600111_04679177.ofd", "26342000000003335885.xml", "scan0313.jpg",
        "scan056793.png"})
    void page_of_every_kind_of_document_is_drawn(String file) {
        Document document = Papers.document(Papers.sample(file));

        BufferedImage page = PageImage.of(document, 1).orElseThrow();

        assertThat(PageImage.pages(document)).isEqualTo(1);
        assertThat(Math.max(page.getWidth(), page.getHeight()))
                .isBetween(600, PageImage.MAX_SIDE);
        assertThat(dark(page, new Box(0, 0, 10_000, 10_000))).isGreaterThan(1000);
        assertThat(PageImage.of(document, 0)).isEmpty();
        assertThat(PageImage.of(document, 2)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"20260112_69997.pdf", "dzfp_26342000000003378676.ofd",
        "scan0313.jpg"})
    void where_a_field_is_said_to_stand_there_is_print(String file) {
        Document document = Papers.document(Papers.sample(file));
        BufferedImage page = PageImage.of(document, 1).orElseThrow();
        Reading<Invoice> reading = new InvoiceReader().read(document);

        for (String path : new String[] {"number", "date", "gross", "seller.taxId"}) {
            Field field = reading.fields().stream()
                    .filter(f -> f.path().equals("invoice." + path)).findFirst().orElseThrow();
            assertThat(dark(page, field.box().orElseThrow())).as(path).isGreaterThan(20);
        }
    }

    /** Dark points inside the box. */
    private static int dark(BufferedImage page, Box box) {
        int count = 0;
        int right = Math.min(page.getWidth(), share(box.x() + box.width(), page.getWidth()));
        int bottom = Math.min(page.getHeight(), share(box.y() + box.height(), page.getHeight()));
        for (int y = share(box.y(), page.getHeight()); y < bottom; y++) {
            for (int x = share(box.x(), page.getWidth()); x < right; x++) {
                count += (page.getRGB(x, y) >> 8 & 0xFF) < DARK ? 1 : 0;
            }
        }
        return count;
    }

    private static int share(int part, int whole) {
        return part * whole / 10_000;
    }
}
