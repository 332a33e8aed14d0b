package onebook.app.lender;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import onebook.app.common.Latest;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.robot.Deliverables;
import onebook.robot.EntryFilter;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Writes a package: for what purpose, over which months, to which file. */
final class PackCard {
    private static final List<String> PROFILES = List.of("invoice-loan", "tax-loan");

    private final Workplace at;
    private final Consumer<Path> written;
    private final Latest latest = new Latest();
    private final ComboBox<String> profile = new ComboBox<>();
    private final ComboBox<Period> from = new ComboBox<>();
    private final ComboBox<Period> to = new ComboBox<>();
    private final Button pack;
    private final VBox view;

    PackCard(Workplace at, Consumer<Path> written) {
        this.at = at;
        this.written = written;
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
        pack = Nodes.whileIdle(Nodes.button(at.text("lender.pack"),
                Material2OutlinedAL.ARCHIVE, "accent", this::pack), at);
        pack.setId("pack");
        view = new VBox(14, new VBox(2, Nodes.label(at.text("lender.pack.title"), "title-4"),
                Nodes.muted(at.text("lender.pack.explained"))),
                Nodes.row(14, field("lender.profile", profile), field("lender.from", from),
                        field("lender.to", to), Nodes.gap(), pack));
        view.getStyleClass().add("card-box");
    }

    Node view() {
        return view;
    }

    void enter() {
        profile.requestFocus();
    }

    private VBox field(String key, Node control) {
        return new VBox(3, Nodes.muted(at.text(key)), control);
    }

    void refresh() {
        at.tasks().load(latest, () -> at.desk().entries(EntryFilter.ALL).stream()
                .map(JournalEntry::period).distinct().sorted().toList(), this::show);
    }

    private void show(List<Period> periods) {
        if (!from.getItems().equals(periods)) {
            from.getItems().setAll(periods);
            to.getItems().setAll(periods);
            from.getSelectionModel().selectFirst();
            to.getSelectionModel().selectLast();
        }
    }

    private void pack() {
        Period first = from.getValue();
        Period last = to.getValue();
        String name = profile.getValue();
        if (first == null || last == null) {
            at.notices().refused(at.text("lender.nothing"), "");
            return;
        }
        String suggested = at.company().taxId() + "-" + first + "-" + last + ".obk";
        at.files().askNew(at.text("lender.pack"), suggested).ifPresent(file -> at.tasks().command(
                at.text("lender.packing"), progress -> {
                    new Deliverables(at.desk(), file.toAbsolutePath().getParent()).pack(
                            new Deliverables.Order(name, first, last, ""), file);
                    return file;
                }, done -> at.notices().done(at.text("lender.packed", done),
                        at.text("lender.verify.now"), () -> written.accept(done))));
    }
}
