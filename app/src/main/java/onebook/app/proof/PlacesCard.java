package onebook.app.proof;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import onebook.anchor.Place;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.robot.Anchoring;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Who is asked: witnesses and time stamp authorities, kept in the book. */
final class PlacesCard {
    private final Workplace at;
    private final VBox list = new VBox(4);
    private final TextField witness = new TextField();
    private final TextField authority = new TextField();
    private final VBox view;
    private List<String> witnesses = List.of();
    private List<String> authorities = List.of();

    PlacesCard(Workplace at) {
        this.at = at;
        list.setId("places");
        view = ProofPane.card(ProofPane.title(at, "places"), list, new FlowPane(24, 10,
                field(at.text("places.witness"), "place-witness", witness, this::addWitness),
                field(at.text("places.authority"), "place-authority", authority,
                        this::addAuthority)));
    }

    private Node field(String title, String id, TextField field, Runnable add) {
        field.setId(id);
        field.setPromptText("https://");
        field.setPrefColumnCount(24);
        field.setOnAction(entered -> add.run());
        Button button = Nodes.whileIdle(Nodes.button(at.text("places.add"),
                Material2OutlinedAL.ADD, "button-outlined", add), at);
        button.setId(id + "-add");
        return new VBox(3, Nodes.muted(title), Nodes.row(6, field, button));
    }

    Node view() {
        return view;
    }

    void show(Anchoring.Places places) {
        witnesses = places.witnesses().stream().map(Place::text).toList();
        authorities = places.authorities().stream().map(Place::text).toList();
        list.getChildren().clear();
        witnesses.forEach(one -> list.getChildren().add(row(at.text("places.is-witness"), one)));
        authorities.forEach(one ->
                list.getChildren().add(row(at.text("places.is-authority"), one)));
        if (places.isEmpty()) {
            list.getChildren().add(Nodes.muted(at.text("places.none")));
        }
    }

    private Node row(String kind, String place) {
        Label pill = Nodes.label(kind, "pill");
        pill.setMinWidth(Label.USE_PREF_SIZE);
        Button remove = Nodes.whileIdle(Nodes.icon(Material2OutlinedAL.DELETE,
                at.text("places.remove", place), () -> settle(without(witnesses, place),
                        without(authorities, place))), at);
        remove.getStyleClass().add("place-remove");
        return Nodes.row(10, pill, Nodes.label(place), Nodes.gap(), remove);
    }

    private static List<String> without(List<String> places, String one) {
        return places.stream().filter(place -> !place.equals(one)).toList();
    }

    private void addWitness() {
        if (!witness.getText().isBlank()) {
            settle(with(witnesses, witness.getText().strip()), authorities);
        }
    }

    private void addAuthority() {
        if (!authority.getText().isBlank()) {
            settle(witnesses, with(authorities, authority.getText().strip()));
        }
    }

    private static List<String> with(List<String> places, String one) {
        List<String> more = new ArrayList<>(without(places, one));
        more.add(one);
        return more;
    }

    private void settle(List<String> asked, List<String> stamping) {
        at.tasks().command(at.text("places.keeping"), progress -> {
            Anchoring.Places places = Anchoring.Places.of(asked, stamping);
            at.desk().anchoring().settle(places, at.person());
            return places;
        }, kept -> {
            witness.clear();
            authority.clear();
            at.notices().done(at.text("places.kept"));
            at.ways().bookChanged();
        });
    }
}
