package onebook.app.voucher;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.robot.Voucher;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The vouchers that are written and not posted. */
final class DraftList {
    private final ListView<Voucher> view = new ListView<>();
    private boolean isShowing;

    /** @param chosen told what a person chooses, not what is shown as chosen */
    DraftList(Workplace at, Consumer<Voucher> chosen) {
        view.setId("drafts");
        view.getStyleClass().add("waiting-list");
        view.setMinWidth(170);
        view.setCellFactory(made -> new DraftCell(at.texts()));
        view.setPlaceholder(Nodes.blank(Material2OutlinedAL.EDIT, at.text("voucher.none"),
                at.text("voucher.none.advice")));
        view.getSelectionModel().selectedItemProperty().addListener((selected, was, is) -> {
            if (is != null && !isShowing) {
                chosen.accept(is);
            }
        });
    }

    ListView<Voucher> view() {
        return view;
    }

    /** The one of these with the number of that one, now chosen. */
    Optional<Voucher> show(List<Voucher> drafts, Optional<Voucher> current) {
        isShowing = true;
        view.getItems().setAll(drafts);
        Optional<Voucher> again = choose(current);
        isShowing = false;
        return again;
    }

    private Optional<Voucher> choose(Optional<Voucher> voucher) {
        Optional<Voucher> same = voucher.flatMap(one -> view.getItems().stream()
                .filter(other -> other.id() == one.id()).findFirst());
        same.ifPresentOrElse(view.getSelectionModel()::select,
                view.getSelectionModel()::clearSelection);
        return same;
    }

    /** Marks the one that is in the form, or none. */
    void mark(Optional<Voucher> voucher) {
        isShowing = true;
        choose(voucher);
        isShowing = false;
    }
}
