package onebook.app.review;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import onebook.app.common.AccountSearch;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Side;
import onebook.robot.WaitingItem;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The draft entry of a waiting item, every part of it editable. */
public final class DraftEditor {

    /** What a person settled on. */
    public record Draft(LocalDate date, String summary, List<Posting> postings) { }

    private final Workplace at;
    private final DatePicker date = new DatePicker();
    private final TextField summary = new TextField();
    private final GridPane grid = new GridPane();
    private final Label sums = Nodes.muted("");
    private final List<LineRow> lines = new ArrayList<>();
    private final VBox view;
    private final Label dated = Nodes.label("", "text-small", "warn");
    private AccountSearch accounts = new AccountSearch(new ChartOfAccounts(List.of()));
    private LocalDate open = LocalDate.MIN;

    public DraftEditor(Workplace at) {
        this.at = at;
        date.setPrefWidth(138);
        date.setMinWidth(126);
        date.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE,
                DateTimeFormatter.ISO_LOCAL_DATE));
        date.setAccessibleText(at.text("date"));
        summary.setPromptText(at.text("draft.summary"));
        summary.setAccessibleText(at.text("draft.summary"));
        summary.setMinWidth(60);
        HBox.setHgrow(summary, Priority.ALWAYS);
        dated.setWrapText(true);
        grid.getStyleClass().add("draft-grid");
        column(60, 200, HPos.LEFT);
        column(72, 104, HPos.RIGHT);
        column(72, 104, HPos.RIGHT);
        grid.getColumnConstraints().add(new ColumnConstraints(30));
        sums.getStyleClass().add("money");
        HBox foot = Nodes.row(8, Nodes.button(at.text("draft.add"), Material2OutlinedAL.ADD,
                "flat", () -> add(Optional.empty()).account().requestFocus()), Nodes.gap(), sums);
        view = new VBox(8, Nodes.row(8, date, summary), dated, grid, foot);
        view.setId("draft");
    }

    private void column(double least, double usual, HPos side) {
        ColumnConstraints column = new ColumnConstraints(least, usual, Double.MAX_VALUE);
        column.setHgrow(usual > 150 ? Priority.ALWAYS : Priority.SOMETIMES);
        column.setHalignment(side);
        grid.getColumnConstraints().add(column);
    }

    public Node view() {
        return view;
    }

    /** The chart of accounts and the first day of the open months; asked for before a draft. */
    public void offer(ChartOfAccounts chart, LocalDate firstOpen) {
        accounts = new AccountSearch(chart);
        open = firstOpen;
    }

    public void edit(WaitingItem item) {
        Optional<LocalDate> wanted = item.draft().map(Proposal::date).or(item::date);
        boolean isClosed = wanted.map(day -> day.isBefore(open)).orElse(false);
        date.setValue(isClosed ? open : wanted.orElse(null));
        dated.setText(isClosed ? at.text("draft.closed", wanted.get()) : "");
        dated.setManaged(isClosed);
        summary.setText(item.draft().map(Proposal::summary).orElse(item.party()));
        lines.clear();
        List<Posting> drawn = item.draft().map(Proposal::postings).orElse(List.of());
        drawn.forEach(line -> lines.add(row(Optional.of(line))));
        while (lines.size() < 2) {
            LineRow line = row(Optional.empty());
            Side side = drawn.isEmpty() ? lines.isEmpty() ? Side.DEBIT : Side.CREDIT
                    : drawn.get(0).side().opposite();
            item.amount().ifPresent(amount -> line.suggest(side, amount.abs(), item.party()));
            lines.add(line);
        }
        layout();
    }

    /** Puts the keyboard on the first line. */
    public void enter() {
        lines.get(0).account().requestFocus();
    }

    /** The draft, or empty with the guilty fields marked. */
    public Optional<Draft> draft() {
        List<LineRow> filled = lines.stream().filter(line -> !line.isBlank()).toList();
        List<Optional<Posting>> typed = filled.stream().map(LineRow::posting).toList();
        date.pseudoClassStateChanged(LineRow.DANGER, date.getValue() == null);
        if (date.getValue() == null || typed.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Posting> postings = typed.stream().map(Optional::get).toList();
        return Optional.of(new Draft(date.getValue(), summary.getText().strip(), postings));
    }

    private LineRow add(Optional<Posting> line) {
        LineRow row = row(line);
        lines.add(row);
        layout();
        return row;
    }

    private LineRow row(Optional<Posting> line) {
        LineRow[] row = new LineRow[1];
        row[0] = new LineRow(accounts, at.texts(), () -> {
            lines.remove(row[0]);
            layout();
        });
        line.ifPresent(row[0]::show);
        row[0].whenChanged(this::showSums);
        return row[0];
    }

    private void layout() {
        grid.getChildren().clear();
        grid.addRow(0, Nodes.muted(at.text("account")), Nodes.muted(at.text("debit")),
                Nodes.muted(at.text("credit")));
        for (int i = 0; i < lines.size(); i++) {
            grid.addRow(i + 1, lines.get(i).nodes());
        }
        grid.getChildren().forEach(node -> GridPane.setValignment(node, VPos.TOP));
        showSums();
    }

    private void showSums() {
        try {
            sums.setText(at.text("draft.sums", sum(Side.DEBIT), sum(Side.CREDIT)));
        } catch (ArithmeticException tooLarge) {
            sums.setText("");
        }
    }

    private String sum(Side side) {
        return Figures.of(Money.sum(lines.stream().map(line -> line.amount(side))
                .flatMap(Optional::stream).toList()));
    }
}
