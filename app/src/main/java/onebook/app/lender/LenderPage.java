package onebook.app.lender;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.Workplace;
import onebook.app.submit.HandedPane;
import onebook.app.submit.SubmitCard;
import onebook.robot.PackagePreview;

/** A package is written, looked at and sent; another's is judged; what left before is listed. */
public final class LenderPage implements Page {
    private final PackCard pack;
    private final PreviewCard preview;
    private final SubmitCard submit;
    private final HandedPane handed;
    private final TabPane tabs;
    private final BorderPane view = new BorderPane();

    public LenderPage(Workplace at) {
        preview = new PreviewCard(at);
        submit = new SubmitCard(at);
        pack = new PackCard(at, this::ready);
        handed = new HandedPane(at);
        tabs = new TabPane(tab(at.text("lender.tab.build"),
                cards(pack.view(), preview.view(), submit.view())),
                tab(at.text("lender.tab.verify"), cards(new VerifyCard(at).view())),
                tab(at.text("lender.tab.history"), handed.view()));
        tabs.getStyleClass().add("page-tabs");
        tabs.setId("lender-tabs");
        view.setTop(Nodes.head(at.text("lender"), at.text("lender.purpose")));
        view.setCenter(tabs);
    }

    private static Node cards(Node... cards) {
        VBox column = new VBox(18, cards);
        column.getStyleClass().add("cards");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private static Tab tab(String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    private void ready(PackagePreview judged) {
        preview.show(judged);
        submit.show(judged);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void enter() {
        if (tabs.getSelectionModel().getSelectedIndex() == 0) {
            pack.enter();
        } else {
            tabs.requestFocus();
        }
    }

    @Override
    public void refresh() {
        pack.refresh();
        handed.refresh();
    }
}
