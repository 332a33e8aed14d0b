package onebook.app.start;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import onebook.app.common.Latest;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.app.settings.Preferences;
import onebook.ledger.Company;
import onebook.ledger.Period;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Whose book this is, always in sight: name, tax number, month of work, read-only or not. */
final class HeaderBar {
    private final Workplace at;
    private final Latest latest = new Latest();
    private final Label period = Nodes.label("", "pill");
    private final IntConsumer waiting;
    private final HBox view;

    /** What the bar shows, read in one go. */
    private record Content(Optional<Period> lastClosed, int waiting) { }

    /** @param waiting told how many items wait */
    HeaderBar(Workplace at, Preferences preferences, Frame frame, IntConsumer waiting) {
        this.at = at;
        this.waiting = waiting;
        Company company = at.company();
        Label name = Nodes.label(company.name(), "company");
        name.setId("company");
        name.setMinWidth(60);
        period.setId("period");
        period.setMinWidth(Label.USE_PREF_SIZE);
        Label readOnly = Nodes.label(at.text("read-only"), "pill", "pill-warning");
        readOnly.setId("read-only");
        readOnly.setMinWidth(Label.USE_PREF_SIZE);
        readOnly.setVisible(at.isReadOnly());
        readOnly.setManaged(at.isReadOnly());
        Label taxId = Nodes.muted(company.taxId());
        taxId.setMinWidth(Label.USE_PREF_SIZE);
        Button language = Nodes.button(at.text("language.other"), Material2OutlinedMZ.TRANSLATE,
                "flat", () -> {
                    preferences.language(at.texts().language().other());
                    frame.rebuild();
                });
        language.setId("switch-language");
        Button signOff = Nodes.button(at.person(), Material2OutlinedMZ.PERSON_OUTLINE, "flat",
                frame::signOff);
        signOff.setId("sign-off");
        signOff.setTooltip(new Tooltip(at.text("sign-off")));
        signOff.setVisible(frame.isSignedOn());
        signOff.setManaged(frame.isSignedOn());
        Button close = Nodes.icon(Material2OutlinedAL.FOLDER_OPEN, at.text("book.other"),
                frame::leave);
        close.setId("leave");
        view = Nodes.row(12, name, taxId,
                Nodes.muted(at.text("taxpayer." + company.taxpayer().name())), period, readOnly,
                Nodes.gap(), signOff, language, close);
        view.getStyleClass().add("header");
    }

    Node view() {
        return view;
    }

    void refresh() {
        at.tasks().load(latest, () -> new Content(at.desk().lastClosed(),
                at.desk().waiting().size()), this::show);
    }

    private void show(Content content) {
        waiting.accept(content.waiting());
        Period open = content.lastClosed().map(Period::next).orElse(at.company().from());
        period.setText(at.text("period.open", open.year(), open.month()));
    }
}
