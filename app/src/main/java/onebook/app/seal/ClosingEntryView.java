package onebook.app.seal;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.Account;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.ledger.Side;

/** One closing entry before it is posted: what it says, how it was reckoned, its lines. */
final class ClosingEntryView {
    private final Workplace at;
    private final JournalEntry entry;

    ClosingEntryView(Workplace at, JournalEntry entry) {
        this.at = at;
        this.entry = entry;
    }

    Node view() {
        VBox view = new VBox(1, Nodes.label(entry.summary()),
                Nodes.muted(at.texts().say(at.desk().reason(entry.why()))));
        entry.postings().forEach(line -> view.getChildren().add(Nodes.row(10,
                Nodes.label(side(line)), Nodes.label(name(line)),
                Nodes.label(Figures.of(line.amount()), "money"), Nodes.muted(line.party()))));
        return view;
    }

    private String side(Posting line) {
        return at.text(line.side() == Side.DEBIT ? "seal.debit" : "seal.credit");
    }

    private String name(Posting line) {
        Optional<Account> account = at.desk().chart().find(line.account());
        return account.map(at.texts()::account).orElse(line.account().toString());
    }
}
