package onebook.app.tax;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.Showing;
import onebook.app.common.Texts.Language;
import onebook.app.common.Workplace;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.robot.Deliverables;
import onebook.robot.EntryFilter;
import onebook.tax.TaxPeriod;
import onebook.tax.VatReturn;
import onebook.tax.VatWarning;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The VAT return of a quarter: what is due, the form, and beside it the entries of a cell. */
public final class TaxPage implements Page {

    /** What the page shows, read in one go; no return where nothing was booked. */
    private record Content(List<TaxPeriod> periods, Optional<VatReturn> figures,
            List<JournalEntry> entries) { }

    private final Workplace at;
    private final ComboBox<TaxPeriod> period = new ComboBox<>();
    private final HBox sums = Nodes.row(28);
    private final VBox warnings = new VBox(4);
    private final FormTable form;
    private final CellSources sources;
    private final SplitPane work;
    private final Showing stage;
    private final BorderPane view = new BorderPane();
    private boolean isShowing;

    public TaxPage(Workplace at) {
        this.at = at;
        sources = new CellSources(at);
        form = new FormTable(at, sources::show);
        period.setId("tax-period");
        period.valueProperty().addListener((box, was, is) -> {
            if (!isShowing) {
                refresh();
            }
        });
        Node fill = Nodes.whileIdle(Nodes.button(at.text("tax.fill"),
                Material2OutlinedMZ.SAVE_ALT, "accent", this::fill), at);
        fill.setId("fill");
        sums.getStyleClass().add("sums");
        warnings.getStyleClass().add("warnings");
        VBox left = new VBox(sums, warnings, form.view());
        Nodes.fill(form.view());
        work = new SplitPane(left, sources.view());
        work.setDividerPositions(0.72);
        SplitPane.setResizableWithParent(sources.view(), false);
        view.setTop(Nodes.head(at.text("tax"), at.text("tax.purpose"), period, fill));
        stage = new Showing(at);
        view.setCenter(stage.view());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void enter() {
        form.view().requestFocus();
    }

    @Override
    public void refresh() {
        Optional<TaxPeriod> asked = Optional.ofNullable(period.getValue());
        stage.read(() -> read(asked), this::show);
    }

    private Content read(Optional<TaxPeriod> asked) {
        List<JournalEntry> entries = at.desk().entries(EntryFilter.ALL);
        List<TaxPeriod> periods = entries.stream().map(JournalEntry::period)
                .map(TaxPeriod::quarterOf).distinct().sorted().toList();
        Optional<TaxPeriod> chosen = asked.filter(periods::contains)
                .or(() -> periods.isEmpty() ? Optional.empty()
                        : Optional.of(periods.get(periods.size() - 1)));
        return new Content(periods, chosen.map(at.desk()::vat), entries);
    }

    private void show(Content content) {
        if (content.figures().isEmpty()) {
            stage.blank(Material2OutlinedAL.CALCULATE, "tax.empty");
            return;
        }
        VatReturn figures = content.figures().get();
        isShowing = true;
        period.getItems().setAll(content.periods());
        period.setValue(figures.period());
        isShowing = false;
        stage.show(work);
        sources.know(content.entries());
        form.show(figures);
        sums.getChildren().setAll(sum("tax.sales", figures.sales()),
                sum("tax.payable", figures.payable()),
                Nodes.label(at.text(figures.isExempt() ? "tax.exempt" : "tax.taxed"), "pill"));
        warnings.getChildren().setAll(figures.warnings().stream().map(this::warning).toList());
    }

    private Node sum(String key, Money amount) {
        return new VBox(1, Nodes.muted(at.text(key)),
                Nodes.label(Figures.of(amount), "money", "figure"));
    }

    private Label warning(VatWarning warning) {
        Label sentence = Nodes.label(at.texts().language() == Language.ZH ? warning.chinese()
                : warning.english(), "problem");
        sentence.setWrapText(true);
        return sentence;
    }

    private void fill() {
        TaxPeriod wanted = period.getValue();
        if (wanted != null) {
            at.files().askNew(at.text("tax.fill"), "vat-" + wanted + ".xlsx")
                    .ifPresent(file -> at.tasks().command(at.text("tax.fill"), progress -> {
                        new Deliverables(at.desk(), file.toAbsolutePath().getParent())
                                .vat(wanted, file);
                        return file;
                    }, done -> at.notices().done(at.text("tax.filled", done))));
        }
    }
}
