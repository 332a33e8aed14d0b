package onebook.app.voucher;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import onebook.app.common.AccountSearch;
import onebook.app.common.Figures;
import onebook.app.common.Latest;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.robot.Draft;
import onebook.robot.Vouchers;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A voucher as it is typed; says at once what it lacks and by how much it is out of balance. */
final class VoucherForm {
    private static final Set<Refusal> OF_PAPERS = Set.of(Refusal.EVIDENCE_IS_MISSING,
            Refusal.DOCUMENT_IS_UNKNOWN, Refusal.INVOICE_ALREADY_BOOKED);
    private static final Duration SETTLED = Duration.millis(250);

    private final Workplace at;
    private final Latest latest = new Latest();
    private final DatePicker date = new DatePicker();
    private final TextField summary = new TextField();
    private final GridPane grid = new GridPane();
    private final Label sums = Nodes.label("", "money");
    private final Label difference = Nodes.label("", "money");
    private final Label problem = Nodes.label("", "text-small", "bad");
    private final Papers papers;
    private final List<VoucherLine> lines = new ArrayList<>();
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private final VBox view;
    private ChartOfAccounts chart = new ChartOfAccounts(List.of());
    private AccountSearch accounts = new AccountSearch(chart);
    private Draft base;
    private Optional<Draft> before = Optional.empty();

    VoucherForm(Workplace at) {
        this.at = at;
        papers = new Papers(at, this::typed);
        date.setId("voucher-date");
        date.setPrefWidth(150);
        date.setMinWidth(130);
        date.setConverter(new DayText(date));
        date.setAccessibleText(at.text("date"));
        date.valueProperty().addListener(chosen -> typed());
        summary.setId("voucher-summary");
        summary.setPromptText(at.text("draft.summary"));
        summary.setAccessibleText(at.text("draft.summary"));
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.textProperty().addListener(text -> typed());
        settled.setOnFinished(over -> check());
        problem.setId("voucher-problem");
        problem.setWrapText(true);
        difference.setId("difference");
        grid.getStyleClass().add("draft-grid");
        column(80, 150, HPos.LEFT);
        column(120, 240, HPos.LEFT);
        column(84, 118, HPos.RIGHT);
        column(84, 118, HPos.RIGHT);
        column(80, 150, HPos.LEFT);
        grid.getColumnConstraints().add(new ColumnConstraints(30));
        Node add = Nodes.button(at.text("draft.add"), Material2OutlinedAL.ADD, "flat",
                () -> add().memo().requestFocus());
        view = new VBox(12, Nodes.row(8, date, summary), grid,
                Nodes.row(16, add, Nodes.gap(), sums, difference), problem, papers.view());
        view.setId("voucher");
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void column(double least, double usual, HPos side) {
        ColumnConstraints column = new ColumnConstraints(least, usual, Double.MAX_VALUE);
        column.setHgrow(side == HPos.LEFT ? Priority.ALWAYS : Priority.SOMETIMES);
        column.setHalignment(side);
        grid.getColumnConstraints().add(column);
    }

    /** Reads "2026-03-31"; what is no day leaves the day that was there. */
    private static final class DayText extends StringConverter<LocalDate> {
        private final DatePicker picker;

        DayText(DatePicker picker) {
            this.picker = picker;
        }

        @Override
        public String toString(LocalDate day) {
            return day == null ? "" : day.toString();
        }

        @Override
        public LocalDate fromString(String typed) {
            try {
                return LocalDate.parse(typed.strip());
            } catch (DateTimeParseException noDay) {
                return picker.getValue();
            }
        }
    }

    Node view() {
        return view;
    }

    void offer(ChartOfAccounts all) {
        if (!all.all().equals(chart.all())) {
            chart = all;
            accounts = new AccountSearch(all);
        }
    }

    // ---- the draft

    void show(Draft draft) {
        base = draft;
        date.setValue(draft.date());
        summary.setText(draft.summary());
        lines.clear();
        draft.lines().forEach(line -> row().show(line));
        while (lines.size() < 2) {
            row();
        }
        papers.show(draft);
        layout();
        before = draft();
        check();
    }

    private VoucherLine row() {
        VoucherLine line = new VoucherLine(at.texts(), chart, accounts, new Changes());
        lines.add(line);
        return line;
    }

    private VoucherLine add() {
        VoucherLine line = row();
        layout();
        return line;
    }

    /** True where something was typed that is not saved. */
    boolean isChanged() {
        return !draft().equals(before);
    }

    /** As it is typed; empty, and the guilty field marked, where it cannot be read. */
    Optional<Draft> draft() {
        boolean isRead = lines.stream().map(VoucherLine::isRead).reduce(true, Boolean::logicalAnd);
        if (!isRead || date.getValue() == null || base == null) {
            return Optional.empty();
        }
        return Optional.of(draft(used()));
    }

    private Draft draft(List<VoucherLine> which) {
        return new Draft(date.getValue(), base.kind(), summary.getText().strip(),
                which.stream().map(VoucherLine::line).toList(), papers.evidence(),
                papers.attachments(), base.corrects(), base.source());
    }

    private List<VoucherLine> used() {
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    // ---- while it is typed

    private final class Changes implements VoucherLine.Changes {
        @Override
        public void typed() {
            VoucherForm.this.typed();
        }

        @Override
        public void removed(VoucherLine line) {
            lines.remove(line);
            layout();
            VoucherForm.this.typed();
        }

        @Override
        public void balance(VoucherLine line, Side side) {
            int index = lines.indexOf(line);
            Draft draft = draft(lines);
            Optional<Money> amount = line.converted().or(() -> draft.balancing(index, side));
            amount.ifPresent(missing -> {
                boolean isOther = missing.isNegative() && line.converted().isEmpty();
                line.put(isOther ? side.opposite() : side,
                        isOther ? draft.balancing(index, side.opposite()).get() : missing);
            });
        }
    }

    private void typed() {
        settled.playFromStart();
    }

    private void check() {
        List<VoucherLine> asked = used();
        draft().ifPresent(draft -> at.tasks().load(latest,
                () -> Vouchers.of(at.desk()).check(draft), check -> show(check, asked)));
    }

    private void show(Vouchers.Check check, List<VoucherLine> asked) {
        sums.setText(at.text("draft.sums", Figures.of(check.debits()),
                Figures.of(check.credits())));
        boolean isBalanced = check.difference().map(Money::isZero).orElse(false);
        difference.setText(isBalanced ? at.text("voucher.balanced")
                : at.text("voucher.difference", Figures.of(check.difference())));
        difference.getStyleClass().removeAll("good", "bad");
        difference.getStyleClass().add(isBalanced ? "good" : "bad");
        lines.forEach(line -> line.named(""));
        for (int i = 0; i < asked.size(); i++) {
            String path = "line:" + (i + 1);
            asked.get(i).named(named(check, one -> one.path().equals(path)));
        }
        papers.named(named(check, VoucherForm::isOfPapers));
        boolean isBlank = asked.isEmpty() && summary.getText().isBlank();
        problem.setText(isBlank ? "" : named(check, one -> !isOfPapers(one)
                && !one.path().startsWith("line:")));
    }

    private static boolean isOfPapers(Problem problem) {
        return problem.path().equals("evidence") || OF_PAPERS.contains(problem.name());
    }

    private String named(Vouchers.Check check, Predicate<Problem> which) {
        return check.problems().stream().filter(which).map(Problem::name).distinct()
                .map(at.texts()::refusal).collect(Collectors.joining("\n"));
    }

    private void layout() {
        grid.getChildren().clear();
        grid.addRow(0, Nodes.muted(at.text("voucher.memo")), Nodes.muted(at.text("account")),
                Nodes.muted(at.text("debit")), Nodes.muted(at.text("credit")),
                Nodes.muted(at.text("party")));
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).place(grid, 1 + 2 * i);
        }
    }

    // ---- the keyboard

    void enter() {
        summary.requestFocus();
    }

    void attach() {
        papers.attach();
    }

    private void pressed(KeyEvent key) {
        if (key.isShortcutDown() && key.getCode() == KeyCode.D) {
            key.consume();
            focused().ifPresent(this::copyAbove);
        }
        if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && !key.isAltDown()
                && !(key.getTarget() instanceof ButtonBase)) {
            Node from = view.getScene().getFocusOwner();
            boolean isBack = key.isShiftDown();
            if (from == date) {
                date.setValue(date.getConverter().fromString(date.getEditor().getText()));
            }
            Platform.runLater(() -> moveOn(from, isBack));
        }
    }

    private Optional<VoucherLine> focused() {
        Node owner = view.getScene().getFocusOwner();
        return lines.stream().filter(line -> line.fields().contains(owner)).findFirst();
    }

    /** The line of the focus says what the one above it says. */
    private void copyAbove(VoucherLine line) {
        int index = lines.indexOf(line);
        if (index > 0) {
            line.show(lines.get(index - 1).line());
        }
    }

    private void moveOn(Node from, boolean isBack) {
        List<Node> order = new ArrayList<>(List.of(date, summary));
        lines.forEach(line -> order.addAll(line.fields()));
        order.addAll(papers.fields());
        VoucherLine last = lines.get(lines.size() - 1);
        boolean isLineEnd = from == last.fields().get(last.fields().size() - 1);
        if (!isBack && isLineEnd && !last.isBlank() && !isBalanced()) {
            add().memo().requestFocus();
            return;
        }
        int step = isBack ? -1 : 1;
        int next = order.indexOf(from) + step;
        while (next >= 0 && next < order.size() && isSkipped(order.get(next))) {
            next += step;
        }
        if (order.contains(from) && next >= 0 && next < order.size()) {
            order.get(next).requestFocus();
        }
    }

    private boolean isSkipped(Node field) {
        return lines.stream().anyMatch(line -> line.isSkipped(field));
    }

    private boolean isBalanced() {
        return draft(lines).balancing(-1, Side.DEBIT).isEmpty();
    }
}
