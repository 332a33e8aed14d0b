package onebook.app.proof;

import java.util.List;
import java.util.Optional;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.PagePicture;
import onebook.app.common.Workplace;
import onebook.ledger.Period;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Receipts of closed months: how the page looks, on paper and in a file. */
public final class ReceiptPane {
    private final Workplace at;
    private final ListView<Period> months = new ListView<>();
    private final PagePicture picture;
    private final SplitPane split;
    private final StackPane view = new StackPane();

    public ReceiptPane(Workplace at) {
        this.at = at;
        picture = new PagePicture(at);
        months.setId("receipt-months");
        months.getStyleClass().add("waiting-list");
        months.setCellFactory(made -> new ListCell<>() {
            @Override
            protected void updateItem(Period month, boolean isEmpty) {
                super.updateItem(month, isEmpty);
                setText(isEmpty || month == null ? null
                        : at.text("receipt.month", month.year(), month.month()));
            }
        });
        months.getSelectionModel().selectedItemProperty().addListener((list, was, is) -> draw());
        split = new SplitPane(months, page());
        split.setDividerPositions(0.22);
    }

    private Node page() {
        Label explained = Nodes.muted(at.text("receipt.explained"));
        explained.setWrapText(true);
        VBox head = new VBox(8, explained, Nodes.row(8,
                button("receipt-save", at.text("receipt.save"), Material2OutlinedMZ.SAVE_ALT,
                        this::save),
                button("receipt-print", at.text("receipt.print"), Material2OutlinedMZ.PRINT,
                        this::print)));
        head.getStyleClass().add("robot-head");
        BorderPane page = new BorderPane(picture.view());
        page.setTop(head);
        return page;
    }

    private Button button(String id, String title, Ikon icon, Runnable action) {
        Button button = Nodes.button(title, icon, "button-outlined", action);
        button.setId(id);
        button.disableProperty().bind(at.tasks().isBusy()
                .or(months.getSelectionModel().selectedItemProperty().isNull()));
        return button;
    }

    public Node view() {
        return view;
    }

    /** @param closed the newest first */
    public void show(List<Period> closed) {
        if (closed.isEmpty()) {
            view.getChildren().setAll(Nodes.blank(Material2OutlinedAL.LOCK,
                    at.text("receipt.none"), at.text("receipt.none.advice")));
            return;
        }
        view.getChildren().setAll(split);
        Optional<Period> before = chosen();
        months.getItems().setAll(closed);
        months.getSelectionModel().select(before.filter(closed::contains)
                .orElse(closed.get(0)));
        draw();
    }

    private Optional<Period> chosen() {
        return Optional.ofNullable(months.getSelectionModel().getSelectedItem());
    }

    private void draw() {
        chosen().ifPresent(month -> picture.show(() ->
                at.desk().receipts().picture(month, at.person())));
    }

    private void save() {
        chosen().ifPresent(month -> at.files().askNew(at.text("receipt.save"),
                at.company().taxId() + "-" + month + ".pdf").ifPresent(chosen -> {
                    boolean isPdf = chosen.toString().toLowerCase(java.util.Locale.ROOT)
                            .endsWith(".pdf");
                    at.tasks().command(at.text("receipt.save"), progress ->
                            at.desk().receipts().write(month, isPdf ? chosen
                                    : chosen.resolveSibling(chosen.getFileName() + ".pdf"),
                                    at.person()),
                            files -> at.notices().done(at.text("receipt.saved", files.get(0),
                                    files.get(1).getFileName())));
                }));
    }

    private void print() {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            at.notices().refused(at.text("receipt.no-printer"), "");
            return;
        }
        if (job.showPrintDialog(view.getScene().getWindow())
                && picture.print(job) && job.endJob()) {
            at.notices().done(at.text("receipt.printed"));
        } else {
            job.cancelJob();
        }
    }
}
