package onebook.app.common;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.geometry.Rectangle2D;
import javafx.print.PrinterJob;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import onebook.ledger.Evidence;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The picture of a document, page by page, with zoom and one marked place. */
public final class PagePicture {
    private static final double STEP = 1.25;
    private static final double LEGIBLE = 22;

    private final Workplace at;
    private final Latest latest = new Latest();
    private final ImageView picture = new ImageView();
    private final Region mark = new Region();
    private final ScrollPane scroll = new ScrollPane();
    private final StackPane stage = new StackPane();
    private final BorderPane view = new BorderPane();
    private final Label zoomLabel = new Label();
    private final Label pageLabel = new Label();
    private final Button forward;
    private Optional<Pictures.Levels> levels = Optional.empty();
    private String document = "";
    private int page = 1;
    private double zoom;
    private Optional<Evidence.Box> box = Optional.empty();

    public PagePicture(Workplace at) {
        this.at = at;
        mark.getStyleClass().add("picture-mark");
        mark.setMouseTransparent(true);
        mark.setManaged(false);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        StackPane paper = new StackPane(new Group(picture, mark));
        paper.getStyleClass().add("picture-paper");
        scroll.setContent(paper);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setPannable(true);
        scroll.getStyleClass().add("picture");
        scroll.viewportBoundsProperty().addListener(resized -> layout());
        scroll.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        forward = Nodes.icon(Material2OutlinedMZ.NAVIGATE_NEXT, at.text("picture.next"),
                () -> open(page + 1));
        stage.getChildren().setAll(scroll);
        view.setCenter(stage);
        view.setBottom(bar());
        view.setId("picture");
        view.setMinWidth(160);
        clear();
    }

    public Node view() {
        return view;
    }

    /** Shows a document's page; page 0 (no pages) is its first. */
    public void show(String documentId, int wantedPage, Optional<Evidence.Box> place) {
        box = place;
        if (document.equals(documentId) && page == Math.max(1, wantedPage)) {
            layout();
            return;
        }
        document = documentId;
        zoom = 0;
        open(Math.max(1, wantedPage));
    }

    /** Shows a page that is no document of the book; it is drawn off the window's thread. */
    public void show(Callable<BufferedImage> drawing) {
        clear();
        box = Optional.empty();
        zoom = 0;
        at.tasks().load(latest, () -> Pictures.of(drawing.call()), drawn -> {
            opened(drawn, 1);
            forward.setDisable(true);
        });
    }

    /** Prints the page that is shown, as large as the paper allows; false where it could not. */
    public boolean print(PrinterJob job) {
        if (levels.isEmpty()) {
            return false;
        }
        ImageView paper = new ImageView(levels.get().images().get(0));
        paper.setPreserveRatio(true);
        paper.setFitWidth(job.getJobSettings().getPageLayout().getPrintableWidth());
        paper.setFitHeight(job.getJobSettings().getPageLayout().getPrintableHeight());
        return job.printPage(paper);
    }

    /** Marks a place and comes close enough to read it. */
    public void read(String documentId, int wantedPage, Optional<Evidence.Box> place) {
        show(documentId, wantedPage, place);
        if (place.isPresent() && levels.isPresent()) {
            double height = Pictures.on(place.get(), levels.get().width(),
                    levels.get().height()).getHeight();
            double legible = Math.min(1.5, LEGIBLE / Math.max(1, height));
            if ((zoom == 0 ? fit() : zoom) < legible * 0.8) {
                zoomTo(legible);
            }
        }
    }

    /** Shows that there is no picture, for a line of a statement. */
    public void clear() {
        document = "";
        latest.next();
        showNothing(at.text("picture.none"), "");
    }

    public void zoomIn() {
        zoomTo((zoom == 0 ? fit() : zoom) * STEP);
    }

    public void zoomOut() {
        zoomTo((zoom == 0 ? fit() : zoom) / STEP);
    }

    private HBox bar() {
        HBox bar = Nodes.row(2,
                Nodes.icon(Material2OutlinedMZ.ZOOM_OUT, at.text("picture.smaller"), this::zoomOut),
                zoomLabel,
                Nodes.icon(Material2OutlinedMZ.ZOOM_IN, at.text("picture.larger"), this::zoomIn),
                Nodes.icon(Material2OutlinedMZ.ZOOM_OUT_MAP, at.text("picture.fit"),
                        () -> zoomTo(0)),
                Nodes.gap(),
                Nodes.icon(Material2OutlinedMZ.NAVIGATE_BEFORE, at.text("picture.previous"),
                        () -> open(Math.max(1, page - 1))),
                pageLabel, forward);
        zoomLabel.getStyleClass().addAll("text-muted", "zoom-label");
        pageLabel.getStyleClass().add("text-muted");
        bar.getStyleClass().add("picture-bar");
        return bar;
    }

    private void open(int wanted) {
        String id = document;
        if (id.isEmpty()) {
            return;
        }
        at.tasks().load(latest, () -> at.desk().page(id, wanted).map(Pictures::of), found ->
                found.ifPresentOrElse(one -> opened(one, wanted), () -> missing(wanted)));
    }

    private void opened(Pictures.Levels found, int number) {
        if (page != number) {
            scroll.setVvalue(0);
        }
        page = number;
        forward.setDisable(false);
        levels = Optional.of(found);
        stage.getChildren().setAll(scroll);
        pageLabel.setText(at.text("picture.page", number));
        view.getBottom().setVisible(true);
        layout();
    }

    private void missing(int wanted) {
        if (wanted > 1 && levels.isPresent()) {
            forward.setDisable(true);
            return;
        }
        showNothing(at.text("picture.none"), at.text("picture.none.why"));
    }

    private void showNothing(String title, String why) {
        levels = Optional.empty();
        picture.setImage(null);
        view.getBottom().setVisible(false);
        stage.getChildren().setAll(
                Nodes.blank(Material2OutlinedAL.INSERT_DRIVE_FILE, title, why));
    }

    private void zoomTo(double wanted) {
        zoom = wanted == 0 ? 0 : Math.max(0.1, Math.min(6, wanted));
        layout();
    }

    private double fit() {
        double room = Math.max(120, scroll.getViewportBounds().getWidth() - 24);
        return levels.map(page -> room / page.width()).orElse(1.0);
    }

    private void layout() {
        levels.ifPresent(page -> {
            double scale = zoom == 0 ? fit() : zoom;
            double width = page.width() * scale;
            picture.setImage(page.forWidth(width));
            picture.setFitWidth(width);
            zoomLabel.setText(Math.round(scale * 100) + " %");
            mark.setVisible(box.isPresent());
            box.ifPresent(place -> mark(place, width, page.height() * scale));
        });
    }

    private void mark(Evidence.Box place, double width, double height) {
        Rectangle2D rectangle = Pictures.on(place, width, height);
        mark.resizeRelocate(rectangle.getMinX() - 4, rectangle.getMinY() - 4,
                rectangle.getWidth() + 8, rectangle.getHeight() + 8);
        scroll.layout();
        scroll.setVvalue(centred(rectangle.getMinY() + rectangle.getHeight() / 2, height,
                scroll.getViewportBounds().getHeight()));
        scroll.setHvalue(centred(rectangle.getMinX() + rectangle.getWidth() / 2, width,
                scroll.getViewportBounds().getWidth()));
    }

    /** Where to scroll, from 0 to 1, so that a place is in the middle of what can be seen. */
    private static double centred(double place, double whole, double seen) {
        return whole <= seen ? 0 : Math.max(0, Math.min(1, (place - seen / 2) / (whole - seen)));
    }

    private void scrolled(ScrollEvent wheel) {
        if (wheel.isControlDown()) {
            wheel.consume();
            if (wheel.getDeltaY() > 0) {
                zoomIn();
            } else {
                zoomOut();
            }
        }
    }
}
