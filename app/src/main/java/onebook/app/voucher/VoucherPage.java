package onebook.app.voucher;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.robot.Draft;
import onebook.robot.Voucher;
import onebook.robot.Vouchers;

/** The drafts on the left, the one that is written on the right, and what may be done with it. */
public final class VoucherPage implements Page {
    private final Workplace at;
    private final DraftList drafts;
    private final ListView<Voucher> list;
    private final VoucherForm form;
    private final ScrollPane scroll = new ScrollPane();
    private final Label state = Nodes.label("", "title-4");
    private final Label hands = Nodes.muted("");
    private final Showing stage;
    private final SplitPane work;
    private final Acts acts;
    private final BorderPane view = new BorderPane();
    private Optional<Voucher> current = Optional.empty();
    private Optional<Draft> wanted = Optional.empty();
    private OptionalInt asked = OptionalInt.empty();
    private LocalDate day = LocalDate.EPOCH;
    private boolean isShown;

    public VoucherPage(Workplace at) {
        this.at = at;
        form = new VoucherForm(at);
        stage = new Showing(at);
        acts = new Acts(at, this::act);
        drafts = new DraftList(at, this::chosen);
        list = drafts.view();
        work = new SplitPane(list, new VBox(paper(), commands()));
        work.setDividerPositions(0.24);
        SplitPane.setResizableWithParent(list, false);
        view.setTop(Nodes.head(at.text("voucher"), at.text("voucher.purpose"),
                acts.button(Act.NEW)));
        view.setCenter(stage.view());
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private Node paper() {
        state.setId("voucher-state");
        Label readOnly = Nodes.label(at.text("voucher.read-only"), "problem");
        readOnly.setId("voucher-read-only");
        readOnly.setWrapText(true);
        readOnly.setVisible(at.isReadOnly());
        readOnly.setManaged(at.isReadOnly());
        VBox words = new VBox(12, readOnly, Nodes.row(10, state, hands), form.view());
        words.getStyleClass().add("review-words");
        scroll.setContent(words);
        scroll.setFitToWidth(true);
        InSight.keep(scroll);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return Nodes.fill(scroll);
    }

    private Node commands() {
        Label keys = Nodes.label(at.text("voucher.keys"), "text-subtle", "text-small");
        keys.setWrapText(true);
        VBox bar = new VBox(8, keys, acts.bar(Act.POST, Act.REVIEW, Act.UNREVIEW, Act.SAVE,
                Act.DELETE));
        bar.getStyleClass().add("command-bar");
        return bar;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void enter() {
        focus();
    }

    /** Opens a draft that is not saved yet. */
    public void write(Draft draft) {
        wanted = Optional.of(draft);
        refresh();
    }

    /** Opens a draft of the book. */
    public void open(int id) {
        asked = OptionalInt.of(id);
        refresh();
    }

    @Override
    public void refresh() {
        stage.read(() -> Content.read(at.desk()), this::show);
    }

    private void show(Content content) {
        form.offer(content.chart());
        day = content.day();
        stage.show(work);
        Optional<Voucher> again = drafts.show(content.drafts(), current);
        OptionalInt other = asked;
        asked = OptionalInt.empty();
        if (wanted.isPresent()) {
            Draft draft = wanted.get();
            wanted = Optional.empty();
            leave(() -> edit(Optional.empty(), draft));
        } else if (other.isPresent()) {
            content.drafts().stream().filter(one -> one.id() == other.getAsInt()).findFirst()
                    .ifPresent(this::chosen);
        } else if (!isShown || current.isPresent() && again.isEmpty()) {
            edit(Optional.empty(), blank());
        } else if (again.isPresent() && (again.get().revision() != current.get().revision()
                || again.get().isReviewed() != current.get().isReviewed())) {
            edit(again, again.get().draft());
        }
    }

    private Draft blank() {
        return Draft.byHand(day, "", List.of(), List.of());
    }

    /** Puts a voucher into the form and the keyboard at its beginning. */
    private void edit(Optional<Voucher> voucher, Draft draft) {
        isShown = true;
        current = voucher;
        form.show(draft);
        drafts.mark(voucher);
        head();
        scroll.setVvalue(0);
        if (view.getScene() != null && !at.overlay().isShown() && !list.isFocused()) {
            focus();
        }
    }

    /** Says which voucher this is and who had a hand in it. */
    private void head() {
        boolean isReviewed = current.map(Voucher::isReviewed).orElse(false);
        form.view().setDisable(isReviewed || at.isReadOnly());
        String red = form.base().corrects().map(number -> "  "
                + at.text("kind." + form.base().kind().name()) + " " + number).orElse("");
        state.setText(current.map(one -> at.text("voucher.number", one.id()))
                .orElse(at.text("voucher.fresh")) + red);
        hands.setText(current.map(this::hands).orElse(""));
        acts.offer(current.isPresent(), isReviewed);
    }

    private void focus() {
        if (at.isReadOnly()) {
            Nodes.focus(list, view);
        } else if (form.view().isDisable()) {
            Nodes.focus(acts.button(Act.POST), view);
        } else {
            Nodes.focus(form.start(), view);
        }
    }

    private String hands(Voucher voucher) {
        return at.text(voucher.isReviewed() ? "voucher.reviewed-by" : "voucher.prepared-by",
                voucher.reviewed().or(voucher::prepared).map(Voucher.Hand::who).orElse("—"));
    }

    private void chosen(Voucher voucher) {
        if (!current.map(Voucher::id).equals(Optional.of(voucher.id()))) {
            leave(() -> edit(Optional.of(voucher), voucher.draft()));
            drafts.mark(current);
        }
    }

    private void fresh() {
        leave(() -> {
            edit(Optional.empty(), blank());
            focus();
        });
    }

    /** Asks before what was typed is lost. */
    private void leave(Runnable then) {
        if (isShown && form.isChanged() && !form.view().isDisabled()) {
            at.overlay().confirm(at.text("voucher.leave"), at.text("voucher.leave.explained"),
                    at.text("voucher.leave.do"), then);
        } else {
            then.run();
        }
    }

    private void pressed(KeyEvent key) {
        acts.pressed(key);
        if (!key.isConsumed() && key.isShortcutDown() && key.getCode() == KeyCode.E) {
            key.consume();
            form.attach();
        } else if (key.getCode() == KeyCode.F6) {
            key.consume();
            if (list.isFocused()) {
                focus();
            } else {
                list.requestFocus();
            }
        }
    }

    // ---- commands

    private void act(Act act) {
        switch (act) {
            case NEW -> fresh();
            case SAVE -> kept(voucher ->
                    at.notices().done(at.text("voucher.saved", voucher.id())));
            case REVIEW -> kept(voucher -> state(act, vouchers ->
                    vouchers.review(voucher.id(), voucher.revision(), at.person())));
            case UNREVIEW -> current.ifPresent(voucher -> state(act, vouchers ->
                    vouchers.unreview(voucher.id(), at.person())));
            case POST -> kept(voucher -> at.tasks().command(at.text(act.text()), progress ->
                    Vouchers.of(at.desk()).settle(voucher.id(), voucher.revision(), at.person()),
                    at::tell));
            case DELETE -> current.ifPresent(this::delete);
        }
    }

    /** Keeps what is typed, where it is not kept yet, and goes on with it. */
    private void kept(Consumer<Voucher> next) {
        if (current.map(Voucher::isReviewed).orElse(false)) {
            next.accept(current.get());
            return;
        }
        Optional<Draft> typed = form.asked();
        if (typed.isEmpty()) {
            at.notices().refused(at.text("draft.incomplete"), "");
        } else if (current.isPresent() && !form.isChanged()) {
            next.accept(current.get());
        } else if (current.isPresent() || form.isChanged()) {
            at.tasks().command(at.text("voucher.saving"), progress -> keep(typed.get()),
                    voucher -> {
                        current = Optional.of(voucher);
                        form.kept();
                        head();
                        at.ways().bookChanged();
                        next.accept(voucher);
                    });
        }
    }

    private Voucher keep(Draft typed) {
        Vouchers vouchers = Vouchers.of(at.desk());
        return current.isPresent() ? vouchers.change(current.get().id(),
                current.get().revision(), typed, at.person())
                : vouchers.save(typed, at.person());
    }

    private interface Step {
        Voucher of(Vouchers vouchers);
    }

    private void state(Act act, Step step) {
        at.tasks().command(at.text(act.text()), progress -> step.of(Vouchers.of(at.desk())),
                voucher -> {
                    edit(Optional.of(voucher), voucher.draft());
                    at.notices().done(at.text(voucher.isReviewed() ? "voucher.reviewed"
                            : "voucher.unreviewed", voucher.id()));
                    at.ways().bookChanged();
                });
    }

    private void delete(Voucher voucher) {
        at.overlay().confirm(at.text("voucher.delete.of", voucher.id()),
                at.text("voucher.delete.explained"), at.text("voucher.delete"), () ->
                at.tasks().command(at.text("voucher.delete"), progress -> {
                    Vouchers.of(at.desk()).delete(voucher.id(), at.person());
                    return voucher;
                }, gone -> {
                    at.notices().done(at.text("voucher.deleted", gone.id()));
                    at.ways().bookChanged();
                }));
    }
}
