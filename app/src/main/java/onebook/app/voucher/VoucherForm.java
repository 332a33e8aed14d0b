package onebook.app.voucher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import onebook.app.common.AccountSearch;
import onebook.app.common.DayField;
import onebook.app.common.Latest;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Side;
import onebook.robot.Draft;
import onebook.robot.Vouchers;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A voucher as it is typed; says at once what it lacks and by how much it is out of balance. */
final class VoucherForm {
    private static final Duration SETTLED = Duration.millis(200);

    private final Workplace at;
    private final Latest latest = new Latest();
    private final DayField date;
    private final TextField summary = new TextField();
    private final LineGrid grid;
    private final Standing standing;
    private final Papers papers;
    private final List<VoucherLine> lines = new ArrayList<>();
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private final VBox view;
    private ChartOfAccounts chart = new ChartOfAccounts(List.of());
    private AccountSearch accounts = new AccountSearch(chart);
    private Draft base;
    private Optional<Draft> before = Optional.empty();
    private boolean isTold;

    VoucherForm(Workplace at) {
        this.at = at;
        date = new DayField(at.text("date"));
        grid = new LineGrid(at.texts());
        standing = new Standing(at);
        papers = new Papers(at, this::typed);
        date.setId("voucher-date");
        date.valueProperty().addListener(chosen -> typed());
        summary.setId("voucher-summary");
        summary.setPromptText(at.text("draft.summary"));
        summary.setAccessibleText(at.text("draft.summary"));
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.textProperty().addListener(text -> typed());
        settled.setOnFinished(over -> check());
        Node add = Nodes.button(at.text("draft.add"), Material2OutlinedAL.ADD, "flat",
                () -> add().memo().requestFocus());
        add.setFocusTraversable(false);
        view = new VBox(12, Nodes.row(8, date, summary), grid.view(),
                Nodes.row(16, add, Nodes.gap(), standing.sums()), standing.problem(),
                papers.view());
        view.setId("voucher");
        new FieldOrder(view, new Fields());
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
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

    /** What was shown, before anything was typed. */
    Draft base() {
        return base;
    }

    void show(Draft draft) {
        base = draft;
        isTold = false;
        date.setValue(draft.date());
        summary.setText(draft.summary());
        lines.clear();
        draft.lines().forEach(line -> row().show(line));
        while (lines.size() < 2) {
            row();
        }
        papers.show(draft);
        grid.show(lines);
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
        grid.show(lines);
        return line;
    }

    /** True where something was typed that is not saved. */
    boolean isChanged() {
        return !draft().equals(before);
    }

    /** What is typed so far is kept: from now on another content is a change. */
    void kept() {
        before = draft();
    }

    /** As it stands for a command: from now on it says everything that it lacks. */
    Optional<Draft> asked() {
        date.settle();
        isTold = true;
        check();
        return draft();
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
            remove(line);
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

    /** A line says what it lacks once it is left, the whole once it balances. */
    private void show(Vouchers.Check check, List<VoucherLine> asked) {
        boolean isWhole = isTold || asked.size() > 1 && Standing.isBalanced(check);
        standing.show(check, isWhole);
        papers.named(isWhole ? standing.ofPapers(check) : "");
        Optional<VoucherLine> typed = isTold ? Optional.empty() : focused();
        lines.forEach(line -> line.named(""));
        for (int i = 0; i < asked.size(); i++) {
            if (!typed.equals(Optional.of(asked.get(i)))) {
                asked.get(i).named(standing.ofLine(check, i));
            }
        }
    }

    // ---- the keyboard

    /** Where a person begins to write. */
    Node start() {
        return summary;
    }

    void attach() {
        papers.attach();
    }

    private void pressed(KeyEvent key) {
        Map<KeyCode, Consumer<VoucherLine>> acts =
                Map.of(KeyCode.D, this::copyAbove, KeyCode.L, this::remove);
        if (key.isShortcutDown() && acts.containsKey(key.getCode())) {
            key.consume();
            focused().ifPresent(acts.get(key.getCode()));
        }
    }

    private Optional<VoucherLine> focused() {
        Node owner = view.getScene() == null ? null : view.getScene().getFocusOwner();
        return lines.stream().filter(line -> line.fields().contains(owner)).findFirst();
    }

    /** The line of the focus says what the one above it says. */
    private void copyAbove(VoucherLine line) {
        int index = lines.indexOf(line);
        if (index > 0) {
            line.show(lines.get(index - 1).line());
        }
    }

    private void remove(VoucherLine line) {
        int index = lines.indexOf(line);
        boolean wasThere = focused().equals(Optional.of(line));
        lines.remove(line);
        while (lines.size() < 2) {
            row();
        }
        grid.show(lines);
        if (wasThere) {
            lines.get(Math.min(index, lines.size() - 1)).memo().requestFocus();
        }
        typed();
    }

    private final class Fields implements FieldOrder.Fields {
        @Override
        public List<Node> order() {
            Node owner = view.getScene().getFocusOwner();
            List<Node> order = new ArrayList<>(List.of(date, summary));
            lines.forEach(line -> line.fields().stream()
                    .filter(field -> field == owner || !line.isSkipped(field))
                    .forEach(order::add));
            order.addAll(papers.fields());
            return order;
        }

        /** After the last line comes another one, as long as the sums differ. */
        @Override
        public Node after(Node field, Supplier<Node> next) {
            VoucherLine last = lines.get(lines.size() - 1);
            boolean isEnd = field == last.fields().get(last.fields().size() - 1);
            boolean isBalanced = draft(lines).balancing(-1, Side.DEBIT).isEmpty();
            return isEnd && !last.isBlank() && !isBalanced ? add().memo() : next.get();
        }
    }
}
