package onebook.app.lender;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import onebook.app.common.Latest;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.robot.Anchoring;
import onebook.robot.CoveredNames;
import onebook.robot.Deliverables;
import onebook.robot.PackagePreview;
import onebook.robot.RefusedException;
import onebook.robot.RunReport;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Writes a package: for what purpose, over which months, without what, to which file. */
final class PackCard {
    private static final List<String> PROFILES = List.of("invoice-loan", "tax-loan");
    private static final int STEPS = 2;

    private final Workplace at;
    private final Consumer<PackagePreview> ready;
    private final Latest latest = new Latest();
    private final ComboBox<String> profile = new ComboBox<>();
    private final ComboBox<Period> from = new ComboBox<>();
    private final ComboBox<Period> to = new ComboBox<>();
    private final TextField lender = new TextField();
    private final CheckBox witnessed = new CheckBox();
    private final HidingCard hiding;
    private final VBox view;

    /** What the card needs to know of the book. */
    private record Content(List<Period> months, Optional<List<String>> names,
            Anchoring.Places places) { }

    /** A package with what went wrong on the way. */
    private record Built(PackagePreview preview, List<Problem> failures) { }

    /** @param ready told a package that was written, or chosen, and judged */
    PackCard(Workplace at, Consumer<PackagePreview> ready) {
        this.at = at;
        this.ready = ready;
        hiding = new HidingCard(at);
        fields();
        Button pack = Nodes.whileIdle(Nodes.button(at.text("lender.pack"),
                Material2OutlinedAL.ARCHIVE, "accent", this::pack), at);
        pack.setId("pack");
        Button open = Nodes.button(at.text("lender.open"), Material2OutlinedAL.FOLDER_OPEN,
                "flat", this::open);
        open.setId("pack-open");
        open.disableProperty().bind(at.tasks().isBusy());
        FlowPane fields = new FlowPane(14, 10, field(at.text("lender.profile"), profile),
                field(at.text("lender.from"), from), field(at.text("lender.to"), to),
                field(at.text("lender.name"), lender));
        view = new VBox(14, new VBox(2, Nodes.label(at.text("lender.pack.title"), "title-4"),
                Nodes.muted(at.text("lender.pack.explained"))), fields, hiding.view(),
                witnessed, Nodes.row(8, Nodes.gap(), open, pack));
        view.getStyleClass().add("card-box");
    }

    private void fields() {
        profile.setId("pack-profile");
        profile.getItems().setAll(PROFILES);
        profile.setValue(PROFILES.get(0));
        profile.setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null ? "" : at.text("profile." + name);
            }

            @Override
            public String fromString(String typed) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        from.setId("pack-from");
        to.setId("pack-to");
        lender.setId("pack-lender");
        lender.setPromptText(at.text("lender.name.prompt"));
        lender.setPrefColumnCount(18);
        witnessed.setId("pack-witnessed");
        witnessed.setText(at.text("lender.witnessed"));
        witnessed.setWrapText(true);
        witnessed.managedProperty().bind(witnessed.visibleProperty());
        witnessed.setVisible(false);
    }

    Node view() {
        return view;
    }

    void enter() {
        profile.requestFocus();
    }

    private static VBox field(String title, Node control) {
        return new VBox(3, Nodes.muted(title), control);
    }

    void refresh() {
        at.tasks().load(latest, () -> new Content(at.desk().months(),
                CoveredNames.of(at.desk()), at.desk().anchoring().places()), this::show);
    }

    private void show(Content content) {
        hiding.show(content.names());
        witnessed.setVisible(!content.places().witnesses().isEmpty());
        if (!from.getItems().equals(content.months())) {
            from.getItems().setAll(content.months());
            to.getItems().setAll(content.months());
            from.getSelectionModel().selectFirst();
            to.getSelectionModel().selectLast();
        }
    }

    // ---- the act

    private void pack() {
        Period first = from.getValue();
        Period last = to.getValue();
        if (first == null || last == null) {
            at.notices().refused(at.text("lender.nothing"), "");
            return;
        }
        if (first.compareTo(last) > 0) {
            at.notices().refused(at.text("lender.from-after-to"), "");
            return;
        }
        Deliverables.Order order = new Deliverables.Order(profile.getValue(), first, last,
                lender.getText().strip(), hiding.hiding());
        boolean isSeen = witnessed.isVisible() && witnessed.isSelected();
        String suggested = at.company().taxId() + "-" + first + "-" + last + ".obk";
        at.files().askNew(at.text("lender.pack"), suggested).ifPresent(file -> at.tasks().command(
                at.text("lender.packing"), progress -> build(order, file, isSeen, progress),
                this::built));
    }

    private Built build(Deliverables.Order order, Path file, boolean isSeen,
            RunReport.Progress progress) {
        List<Problem> failures = new ArrayList<>();
        step(progress, "pack", 0);
        Deliverables files = new Deliverables(at.desk(), file.toAbsolutePath().getParent());
        if (isSeen) {
            Anchoring seen = at.desk().anchoring();
            files.pack(order, file, () -> seen.cosigned(seen.places().witnesses(), failures,
                    at.person()));
        } else {
            files.pack(order, file);
        }
        step(progress, "judge", 1);
        return new Built(PackagePreview.of(file, at.desk().policy()), failures);
    }

    private static void step(RunReport.Progress progress, String name, int done) {
        if (!progress.at(name, done, STEPS)) {
            throw new RefusedException(Refusal.RUN_WAS_STOPPED, "");
        }
    }

    private void built(Built built) {
        Path file = built.preview().file();
        if (built.failures().isEmpty()) {
            at.notices().done(at.text("lender.packed", file));
        } else {
            Problem first = built.failures().get(0);
            at.notices().refused(at.text("lender.packed.unseen", file,
                    at.texts().refusal(first.name())), first.text());
        }
        ready.accept(built.preview());
    }

    private void open() {
        at.files().askOne(at.text("lender.open"), ".obk").ifPresent(file -> at.tasks().command(
                at.text("lender.verifying"),
                progress -> PackagePreview.of(file, at.desk().policy()), ready));
    }
}
