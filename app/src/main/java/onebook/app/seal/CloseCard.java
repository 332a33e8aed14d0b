package onebook.app.seal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Place;
import onebook.app.common.Workplace;
import onebook.closing.CloseCheck;
import onebook.closing.CloseCheck.Question;
import onebook.closing.CloseCheck.Weight;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.robot.CloseOrder;
import onebook.robot.Closing;
import onebook.robot.Desk;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The month that is closed next: what is asked before, what would be booked, the act. */
final class CloseCard {
    /** So many things found are told under a question; the rest is counted. */
    private static final int MOST_ITEMS = 5;

    private final Workplace at;
    private final Content content;
    private final VBox entries = new VBox(8);
    private final Button close;

    record Content(CloseOrder order, List<CloseCheck> checks) {
        Period month() {
            return order.month();
        }
    }

    /** A month is closed as what it is: December ends the year. */
    static Content read(Desk desk, Period next) {
        CloseOrder order = CloseOrder.of(next, Set.of());
        return new Content(order, desk.closing().checklist(order));
    }

    CloseCard(Workplace at, Content content) {
        this.at = at;
        this.content = content;
        close = Nodes.whileIdle(Nodes.button(at.text("seal.close", content.month()),
                Material2OutlinedAL.LOCK, "accent", this::ask), at);
        close.setId("close-month");
        entries.setId("closing-entries");
    }

    /** Puts the keyboard on the act; Tab goes from there through what was found. */
    void enter(Parent page) {
        Nodes.focus(close, page);
    }

    Node view() {
        Button preview = Nodes.whileIdle(Nodes.button(at.text("seal.preview"), "flat",
                this::preview), at);
        preview.setId("preview-close");
        VBox words = new VBox(2, Nodes.label(at.text("seal.next", content.month()), "title-4"),
                Nodes.muted(at.text(content.order().isYearEnd() ? "seal.next.year"
                        : "seal.next.explained")));
        VBox checks = new VBox(6);
        checks.setId("checklist");
        content.checks().forEach(check -> checks.getChildren().add(row(check)));
        return card(Nodes.row(8, words, Nodes.gap(), preview, close), checks, entries);
    }

    // ---- the checklist

    private Node row(CloseCheck check) {
        String words = at.texts().say(check.question().words());
        if (check.isClear()) {
            return line(Material2OutlinedAL.CHECK_CIRCLE, "good", at.text("seal.clear", words));
        }
        boolean isBlocking = check.question().weight() == Weight.BLOCKS;
        VBox row = new VBox(2, Nodes.row(10, line(Material2OutlinedMZ.WARNING,
                isBlocking ? "bad" : "warn",
                at.text("seal.found", words, check.items().size())), way(check)));
        check.items().stream().limit(MOST_ITEMS).forEach(item ->
                row.getChildren().add(detail(at.texts().inWords(at.texts().say(item.text())))));
        if (check.items().size() > MOST_ITEMS) {
            row.getChildren().add(detail("…"));
        }
        return row;
    }

    private static Label detail(String words) {
        Label detail = Nodes.muted(words);
        detail.getStyleClass().add("found");
        detail.setWrapText(true);
        return detail;
    }

    /** What a person does about it: book it, give a rate, or look at it. */
    private Node way(CloseCheck check) {
        if (check.question() == Question.RECURRING_IS_DUE) {
            Button run = Nodes.whileIdle(Nodes.button(at.text("seal.recurring"), "flat",
                    this::runRecurring), at);
            run.setId("run-recurring");
            return run;
        }
        if (check.question() == Question.RATE_IS_MISSING) {
            return Nodes.button(at.text("seal.rate"), "flat",
                    () -> askRate(check.items().get(0).text().chinese()));
        }
        String[] link = check.items().get(0).link().split(":", 2);
        Button go = Nodes.button(at.text("seal.go"), "flat", () -> go(link[0], link[1]));
        go.setId("go-" + link[0]);
        return go;
    }

    private void go(String place, String what) {
        switch (place) {
            case "inbox" -> at.ways().go(Place.INBOX);
            case "voucher" -> at.ways().toVoucher(Integer.parseInt(what));
            case "bank" -> at.ways().go(Place.BANK);
            case "tax" -> at.ways().go(Place.TAX);
            default -> at.ways().go(Place.LEDGER);
        }
    }

    private void runRecurring() {
        at.tasks().command(at.text("seal.recurring"), progress ->
                at.desk().recurring().run(content.month(), false, at.person()), report -> {
                    at.notices().done(at.text("seal.recurring.done", report.entries().size()));
                    at.ways().bookChanged();
                });
    }

    private void askRate(String currency) {
        at.overlay().askReason(at.text("seal.rate.of", currency, content.month()),
                at.text("seal.rate.explained", currency), at.text("seal.rate.do"), typed ->
                at.tasks().command(at.text("seal.rate"), progress -> {
                    at.desk().closing().rate(content.month(), currency, read(typed), at.person());
                    return typed;
                }, kept -> at.ways().bookChanged()));
    }

    /** What is no number is no rate; the book says so. */
    private static BigDecimal read(String typed) {
        try {
            return new BigDecimal(typed);
        } catch (NumberFormatException noNumber) {
            return BigDecimal.ZERO;
        }
    }

    // ---- preview and act

    private void preview() {
        at.tasks().command(at.text("seal.preview"), progress ->
                at.desk().closing().preview(content.order(), at.person()), this::show);
    }

    private void show(Closing.Closed closed) {
        entries.getChildren().setAll(Nodes.label(at.text(closed.entries().isEmpty()
                ? "seal.preview.none" : "seal.preview.entries", closed.entries().size()),
                "section"));
        closed.entries().forEach(entry -> entries.getChildren().add(
                new ClosingEntryView(at, entry).view()));
    }

    private void ask() {
        Set<Refusal> known = Closing.knowing(content.checks());
        CloseOrder order = new CloseOrder(content.month(), content.order().isYearEnd(),
                content.order().distribution(), known);
        at.overlay().confirm(at.text("seal.close", content.month()), explained(known),
                at.text("seal.close.do"), () -> at.tasks().command(at.text("seal.closing"),
                        progress -> at.desk().closing().close(order, at.person()), report -> {
                            at.notices().done(at.text("seal.closed", content.month()));
                            at.ways().bookChanged();
                        }));
    }

    private String explained(Set<Refusal> known) {
        String rule = at.text(content.order().isYearEnd() ? "seal.close.year"
                : "seal.close.explained");
        return known.isEmpty() ? rule : at.text("seal.close.knowing", known.stream().sorted()
                .map(at.texts()::refusalBriefly).collect(Collectors.joining("；")), rule);
    }

    static Node line(Ikon icon, String style, String words) {
        Label sentence = Nodes.label(words);
        sentence.setWrapText(true);
        FontIcon sign = new FontIcon(icon);
        sign.getStyleClass().add(style);
        return Nodes.row(8, sign, sentence);
    }

    static VBox card(Node... parts) {
        VBox card = new VBox(14, parts);
        card.getStyleClass().add("card-box");
        return card;
    }
}
