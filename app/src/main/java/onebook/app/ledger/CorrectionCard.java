package onebook.app.ledger;

import java.time.LocalDate;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import onebook.app.common.DayField;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.EntryNumber;

/** Asks why an entry is put right, and on which day of an open month. */
final class CorrectionCard {

    /** What a person answered. */
    interface Answer {
        void of(LocalDate day, String why);
    }

    private CorrectionCard() { }

    /**
     * @param how "correct", "replace" or "supplement"
     * @param day offered; another may be typed
     */
    static void ask(Workplace at, String how, EntryNumber number, LocalDate day, Answer answer) {
        DayField date = new DayField(at.text("date"));
        date.setId("correction-date");
        date.setValue(day);
        TextField reason = new TextField();
        reason.setId("reason");
        reason.setPromptText(at.text("correction.why"));
        reason.setAccessibleText(at.text("correction.why"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        Button go = Nodes.button(at.text("entry." + how + ".do"), "accent", () -> {
            date.settle();
            at.overlay().hide();
            answer.of(date.getValue(), reason.getText().strip());
        });
        go.setId("reason-ok");
        go.setDefaultButton(true);
        go.disableProperty().bind(reason.textProperty().map(String::isBlank));
        at.overlay().show(at.overlay().card(at.text(how + ".title", number),
                at.text(how + ".explained"), Nodes.row(8, date, reason), go), reason);
    }
}
