package onebook.app.lender;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import onebook.app.common.AccountField;
import onebook.app.common.AccountSearch;
import onebook.app.common.NameField;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.lender.Hiding;

/** What of the book the lender does not get to read. Amounts, dates and accounts always go. */
final class HidingCard {
    private final CheckBox everyName = new CheckBox();
    private final CheckBox everyText = new CheckBox();
    private final Chips names;
    private final Chips accounts;
    private final NameField name;
    private final AccountField account;
    private final Label impossible = Nodes.label("", "warn");
    private final VBox choices;
    private final VBox view;

    HidingCard(Workplace at) {
        names = new Chips(at, "hidden-names");
        accounts = new Chips(at, "hidden-accounts");
        name = new NameField(names::add);
        name.setId("hide-name");
        name.setPromptText(at.text("hide.name.prompt"));
        name.setPrefColumnCount(20);
        account = new AccountField(AccountSearch.ofAll(at.desk().chart()), at.texts());
        account.setId("hide-account");
        account.setPrefColumnCount(16);
        account.setOnAction(entered -> account.code().ifPresent(code -> {
            accounts.add(code.toString());
            account.clear();
        }));
        everyName.setId("hide-counterparties");
        everyName.setText(at.text("hide.counterparties"));
        everyText.setId("hide-memos");
        everyText.setText(at.text("hide.memos"));
        name.disableProperty().bind(everyName.selectedProperty());
        impossible.setText(at.text("hide.impossible"));
        impossible.setWrapText(true);
        impossible.managedProperty().bind(impossible.visibleProperty());
        impossible.setVisible(false);
        choices = new VBox(8, new FlowPane(24, 8, everyName, everyText),
                new FlowPane(14, 8, field(at.text("hide.name"), name, names),
                        field(at.text("hide.account"), account, accounts)));
        view = new VBox(8, Nodes.label(at.text("hide"), "section"),
                Nodes.muted(at.text("hide.explained")), impossible, choices);
    }

    private static VBox field(String title, Node control, Chips chosen) {
        return new VBox(3, Nodes.muted(title), control, chosen.view());
    }

    Node view() {
        return view;
    }

    /** @param known the names of the book; empty where it cannot hide any */
    void show(Optional<List<String>> known) {
        name.names(known.orElse(List.of()));
        impossible.setVisible(known.isEmpty());
        choices.setDisable(known.isEmpty());
    }

    Hiding hiding() {
        return new Hiding(everyName.isSelected(), everyText.isSelected(), names.chosen(),
                accounts.chosen());
    }
}
