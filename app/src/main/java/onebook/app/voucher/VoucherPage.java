package onebook.app.voucher;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.robot.Draft;
import onebook.robot.EntryFilter;
import onebook.robot.Voucher;
import onebook.robot.Vouchers;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The drafts on the left, the one that is written on the right, and what may be done with it. */
public final class VoucherPage implements Page {

    /** What the page shows, read in one go. */
    private record Content(List<Voucher> drafts, ChartOfAccounts chart, LocalDate day) { }

    private final Workplace at;
    private final ListView<Voucher> list = new ListView<>();
    private final VoucherForm form;
    private final ScrollPane scroll;
    private final Label state = Nodes.label("", "title-4");
    private final Label hands = Nodes.muted("");
    private final Showing stage;
    private final SplitPane work;
    private final Map<String, Button> acts = new LinkedHashMap<>();
    private final BorderPane view = new BorderPane();
    private Optional<Voucher> current = Optional.empty();
    private Optional<Draft> wanted = Optional.empty();
    private LocalDate day = LocalDate.EPOCH;
    private boolean isShown;
    private boolean isListing;

    public VoucherPage(Workplace at) {
        this.at = at;
        form = new VoucherForm(at);
        stage = new Showing(at);
        list.setId("drafts");
        list.getStyleClass().add("waiting-list");
        list.setCellFactory(made -> new DraftCell(at.texts()));
        list.setPlaceholder(Nodes.blank(Material2OutlinedAL.EDIT, at.text("voucher.none"),
                at.text("voucher.none.advice")));
        list.getSelectionModel().selectedItemProperty().addListener((chosen, was, is) ->
                chosen(is));
        VBox words = new VBox(12, Nodes.row(10, state, hands), form.view());
        words.getStyleClass().add("review-words");
        scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Nodes.fill(scroll);
        VBox right = new VBox(scroll, commands());
        work = new SplitPane(list, right);
        work.setDividerPositions(0.24);
        SplitPane.setResizableWithParent(list, false);
        Button fresh = act("new", Material2OutlinedAL.ADD, "button-outlined", this::fresh);
        view.setTop(Nodes.head(at.text("voucher"), at.text("voucher.purpose"), fresh));
        view.setCenter(stage.view());
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private Node commands() {
        Label keys = Nodes.muted(at.text("voucher.keys"));
        keys.setWrapText(true);
        HBox.setHgrow(keys, Priority.ALWAYS);
        HBox bar = Nodes.row(8, keys, act("delete", Material2OutlinedAL.DELETE, "flat",
                this::delete), act("unreview", Material2OutlinedMZ.UNDO, "flat", this::unreview),
                act("save", Material2OutlinedMZ.SAVE_ALT, "button-outlined", this::save),
                act("review", Material2OutlinedAL.CHECK, "button-outlined", this::review),
                act("post", Material2OutlinedAL.LOCK, "accent", this::post));
        bar.getStyleClass().add("command-bar");
        return bar;
    }

    private Button act(String name, Ikon icon, String style, Runnable act) {
        Button button = Nodes.button(at.text("voucher." + name), icon, style, act);
        button.setId("voucher-" + name);
        acts.put(name, Nodes.whileIdle(button, at));
        return button;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void enter() {
        form.enter();
    }

    /** Opens a draft that is not saved yet. */
    public void write(Draft draft) {
        wanted = Optional.of(draft);
        refresh();
    }

    @Override
    public void refresh() {
        stage.read(() -> new Content(Vouchers.of(at.desk()).list(), at.desk().chart(), day()),
                this::show);
    }

    /** The day of the newest entry while its month is open, else the first day that is. */
    private LocalDate day() {
        LocalDate open = at.desk().lastClosed().map(Period::next)
                .orElse(at.desk().company().from()).firstDay();
        long count = at.desk().entryCount(EntryFilter.ALL);
        return at.desk().entries(EntryFilter.ALL, Math.max(0, count - 1), 1).stream()
                .map(JournalEntry::date).filter(date -> !date.isBefore(open)).findFirst()
                .orElse(open);
    }

    private void show(Content content) {
        form.offer(content.chart());
        day = content.day();
        stage.show(work);
        isListing = true;
        list.getItems().setAll(content.drafts());
        Optional<Voucher> again = current.flatMap(one -> content.drafts().stream()
                .filter(other -> other.id() == one.id()).findFirst());
        again.ifPresentOrElse(list.getSelectionModel()::select,
                list.getSelectionModel()::clearSelection);
        isListing = false;
        if (wanted.isPresent()) {
            Draft draft = wanted.get();
            wanted = Optional.empty();
            leave(() -> edit(Optional.empty(), draft));
        } else if (!isShown || current.isPresent() && again.isEmpty()) {
            edit(Optional.empty(), blank());
        } else if (again.isPresent() && again.get().revision() != current.get().revision()
                || !again.map(Voucher::isReviewed).equals(current.map(Voucher::isReviewed))) {
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
        boolean isReviewed = voucher.map(Voucher::isReviewed).orElse(false);
        form.view().setDisable(isReviewed || at.isReadOnly());
        state.setText(voucher.map(one -> at.text("voucher.number", one.id()))
                .orElse(at.text("voucher.fresh")) + draft.corrects().map(number -> "  "
                + at.text("kind." + draft.kind().name()) + " " + number).orElse(""));
        hands.setText(voucher.map(this::hands).orElse(""));
        acts.get("unreview").setVisible(isReviewed);
        acts.get("delete").setVisible(voucher.isPresent() && !isReviewed);
        scroll.setVvalue(0);
        if (view.getScene() != null && !isListFocused()) {
            form.enter();
        }
    }

    private boolean isListFocused() {
        return list.isFocused() && !list.getItems().isEmpty();
    }

    private String hands(Voucher voucher) {
        return at.text(voucher.isReviewed() ? "voucher.reviewed-by" : "voucher.prepared-by",
                voucher.reviewed().or(voucher::prepared).map(Voucher.Hand::who).orElse("—"));
    }

    private void chosen(Voucher voucher) {
        boolean isOther = voucher != null
                && !current.map(Voucher::id).equals(Optional.of(voucher.id()));
        if (isOther && !isListing) {
            leave(() -> edit(Optional.of(voucher), voucher.draft()));
        }
    }

    private void fresh() {
        leave(() -> {
            list.getSelectionModel().clearSelection();
            work.requestFocus();
            edit(Optional.empty(), blank());
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
        Map<KeyCode, String> bare = Map.of(KeyCode.F8, "review", KeyCode.F9, "post");
        Map<KeyCode, String> withShortcut = Map.of(KeyCode.ENTER, "save", KeyCode.S, "save",
                KeyCode.N, "new");
        String act = (key.isShortcutDown() ? withShortcut : bare).get(key.getCode());
        if (act != null) {
            key.consume();
            acts.get(act).fire();
        } else if (key.isShortcutDown() && key.getCode() == KeyCode.E) {
            key.consume();
            form.attach();
        } else if (key.getCode() == KeyCode.F6) {
            key.consume();
            list.requestFocus();
        }
    }

    // ---- commands

    private void save() {
        kept(at.text("voucher.saving"), (vouchers, voucher) -> voucher, voucher -> {
            current = Optional.of(voucher);
            edit(current, voucher.draft());
            at.notices().done(at.text("voucher.saved", voucher.id()));
            at.ways().bookChanged();
        });
    }

    private void review() {
        kept(at.text("voucher.review"), (vouchers, voucher) ->
                vouchers.review(voucher.id(), voucher.revision(), at.person()), voucher -> {
                    edit(Optional.of(voucher), voucher.draft());
                    at.notices().done(at.text("voucher.reviewed", voucher.id()));
                    at.ways().bookChanged();
                });
    }

    private void post() {
        kept(at.text("voucher.post"), (vouchers, voucher) ->
                vouchers.post(voucher.id(), at.person()), at::tell);
    }

    private interface Step<T> {
        T of(Vouchers vouchers, Voucher voucher);
    }

    /** Keeps what is typed, where something is, and takes a step with the draft. */
    private <T> void kept(String title, Step<T> step, Consumer<T> done) {
        Optional<Draft> typed = form.draft();
        if (typed.isEmpty()) {
            at.notices().refused(at.text("draft.incomplete"), "");
            return;
        }
        Optional<Voucher> before = current;
        boolean isChanged = form.isChanged() || before.isEmpty();
        at.tasks().command(title, progress -> {
            Vouchers vouchers = Vouchers.of(at.desk());
            Voucher voucher = !isChanged ? before.get() : before.isPresent()
                    ? vouchers.change(before.get().id(), before.get().revision(), typed.get(),
                            at.person())
                    : vouchers.save(typed.get(), at.person());
            return step.of(vouchers, voucher);
        }, done);
    }

    private void unreview() {
        current.ifPresent(voucher -> at.tasks().command(at.text("voucher.unreview"), progress ->
                Vouchers.of(at.desk()).unreview(voucher.id(), at.person()), open -> {
                    edit(Optional.of(open), open.draft());
                    at.ways().bookChanged();
                }));
    }

    private void delete() {
        current.ifPresent(voucher -> at.overlay().confirm(
                at.text("voucher.delete.of", voucher.id()), at.text("voucher.delete.explained"),
                at.text("voucher.delete"), () -> at.tasks().command(at.text("voucher.delete"),
                        progress -> {
                            Vouchers.of(at.desk()).delete(voucher.id(), at.person());
                            return voucher;
                        }, gone -> at.ways().bookChanged())));
    }
}
