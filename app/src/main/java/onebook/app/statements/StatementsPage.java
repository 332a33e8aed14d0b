package onebook.app.statements;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.SaveButtons;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.ledger.Period;
import onebook.report.FilledForm;
import onebook.report.Identity;
import onebook.report.Span;
import onebook.report.StatementNotes;
import onebook.report.Statements;
import onebook.robot.Deliverables;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** 资产负债表, 利润表 and 现金流量表 of a month, a quarter or a year, and whether they agree. */
public final class StatementsPage implements Page {

    /** What the page shows, read in one go. */
    private record Content(List<Period> months, Span span, Statements statements,
            List<MonthsChart.Month> year) { }

    private final Workplace at;
    private final FormWords words;
    private final SpanChoice choice;
    private final MonthsChart chart;
    private final List<FormSheet> forms;
    private final IdentityTable identities;
    private final Button agreement;
    private final VBox notes = new VBox(4);
    private final TabPane tabs = new TabPane();
    private final VBox work;
    private final Showing stage;
    private final BorderPane view = new BorderPane();
    private Optional<Span> shown = Optional.empty();
    private boolean isEntered;

    public StatementsPage(Workplace at) {
        this.at = at;
        words = new FormWords(at.texts());
        choice = new SpanChoice(at, words, this::refresh);
        chart = new MonthsChart(at);
        forms = List.of(new FormSheet(at, words, "position", Optional.empty()),
                new FormSheet(at, words, "income", Optional.of(chart.view())),
                new FormSheet(at, words, "cash", Optional.empty()));
        identities = new IdentityTable(at, words);
        agreement = Nodes.button("", "flat",
                () -> tabs.getSelectionModel().select(forms.size()));
        agreement.setId("agreement");
        notes.getStyleClass().add("warnings");
        tabs.setId("statement-tabs");
        tabs.getStyleClass().add("page-tabs");
        Stream.of("statements.position", "statements.income", "statements.cash")
                .forEach(key -> tab(at.text(key), forms.get(tabs.getTabs().size()).view()));
        tab(at.text("statements.identities"), identities.view());
        work = new VBox(notes, Nodes.fill(tabs));
        stage = new Showing(at);
        Node bar = Nodes.row(12, choice.view(), Nodes.gap(), agreement);
        bar.getStyleClass().add("filter-bar");
        view.setTop(new VBox(Nodes.head(at.text("statements"), at.text("statements.purpose"),
                new SaveButtons(at, "statements", new Saved()).view()), bar));
        view.setCenter(stage.view());
    }

    private void tab(String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        tabs.getTabs().add(tab);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void enter() {
        isEntered = true;
        current().requestFocus();
    }

    /** The table of the tab that is chosen. */
    private Node current() {
        int chosen = tabs.getSelectionModel().getSelectedIndex();
        return chosen < forms.size() ? forms.get(chosen).table() : identities.view();
    }

    @Override
    public void refresh() {
        stage.read(this::read, this::show);
    }

    private Optional<Content> read() {
        List<Period> months = at.desk().months();
        if (months.isEmpty()) {
            return Optional.empty();
        }
        Span span = choice.asked(months);
        List<MonthsChart.Month> year = months.stream()
                .filter(one -> one.year() == span.to().year() && one.compareTo(span.to()) <= 0)
                .map(one -> MonthsChart.Month.of(one, at.desk().incomeStatement(one))).toList();
        return Optional.of(new Content(months, span, at.desk().statements(span), year));
    }

    private void show(Optional<Content> found) {
        shown = found.map(Content::span);
        agreement.setVisible(found.isPresent());
        if (found.isEmpty()) {
            stage.blank(Material2OutlinedAL.ASSESSMENT, "statements.empty");
            return;
        }
        Content content = found.get();
        choice.offer(content.months(), content.span());
        stage.show(work);
        List<FilledForm> filled = content.statements().forms();
        for (int form = 0; form < forms.size(); form++) {
            forms.get(form).show(filled.get(form), content.span());
        }
        chart.show(content.year());
        show(content.statements());
        if (isEntered) {
            isEntered = false;
            Nodes.focus(current(), view);
        }
    }

    private void show(Statements statements) {
        List<Identity> all = statements.identities();
        List<Identity> broken = statements.checks();
        identities.show(broken, all);
        agreement.setText(broken.isEmpty() ? at.text("statements.agree", all.size())
                : at.text("statements.disagree", broken.size(), all.size()));
        agreement.getStyleClass().removeAll("success", "danger");
        agreement.getStyleClass().add(broken.isEmpty() ? "success" : "danger");
        notes.getChildren().setAll(StatementNotes.of(statements, at.company()).stream()
                .map(note -> note(words.note(note))).toList());
    }

    private static Label note(String sentence) {
        Label note = Nodes.label(sentence, "problem");
        note.setWrapText(true);
        return note;
    }

    private final class Saved implements SaveButtons.Saved {
        @Override
        public Optional<String> name() {
            return shown.map(span -> at.text("statements") + "-" + words.span(span));
        }

        @Override
        public SaveButtons.Writing writing() {
            Span span = shown.orElseThrow();
            return (Path target) -> new Deliverables(at.desk(),
                    target.toAbsolutePath().getParent()).statements(span, target, at.person());
        }
    }
}
