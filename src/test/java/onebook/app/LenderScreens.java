package onebook.app;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import onebook.anchor.Cosigner;
import onebook.anchor.LogList;
import onebook.anchor.WitnessServer;
import onebook.lender.submit.Counter;
import onebook.seal.Signer;

/** Pictures of the proof outside and of handing over, beside a witness and a lender's server. */
record LenderScreens(Desktop desktop, Path home, Path out) {

    void seal(String tag) throws Exception {
        draw("close-" + tag);
        tab(2);
        draw("receipt-" + tag);
        tab(1);
        draw("seal-unseen-" + tag);
        try (WitnessServer witness = WitnessServer.start(Cosigner.open(home.resolve("w"),
                Signer.create("witness.huishang.example"), LogList.open(), Desktop.APRIL),
                "127.0.0.1", 0)) {
            desktop.type("#place-authority", "http://127.0.0.1:9/tsa");
            desktop.fire("#place-authority-add");
            desktop.fire("#anchor-now");
            draw("seal-refused-" + tag);
            desktop.fire(".place-remove");
            desktop.type("#place-witness", "http://127.0.0.1:" + witness.port());
            desktop.fire("#place-witness-add");
            desktop.fire("#anchor-now");
            draw("seal-anchored-" + tag);
            desktop.fire("#notice-close");
        }
    }

    void lender(String tag) throws Exception {
        tab(2);
        draw("handed-none-" + tag);
        tab(1);
        desktop.answer(home.resolve("sample/package.obk"));
        desktop.fire("#verify");
        draw("verify-" + tag);
        tab(0);
        draw("lender-empty-" + tag);
        desktop.robot().clickOn("#hide-name").write("公司");
        draw("lender-names-" + tag);
        desktop.robot().push(KeyCode.ENTER);
        desktop.answer(home.resolve("out.obk"));
        desktop.fire("#pack");
        desktop.fire("#notice-close");
        draw("lender-" + tag);
        scroll(0.5);
        for (int i = 0; i < 4; i++) {
            preview(i);
            draw("lender-preview-" + i + "-" + tag);
        }
        try (Counter counter = new Counter(home.resolve("counter"))) {
            desktop.type("#submit-url", counter.url().text());
            scroll(1);
            draw("lender-consent-" + tag);
            desktop.fire("#submit-agree");
            desktop.fire("#submit-send");
            scroll(1);
            draw("lender-sent-" + tag);
        }
        tab(2);
        draw("handed-" + tag);
        tab(0);
        desktop.fire("#notice-close");
        preview(0);
        scroll(0.33);
    }

    private void preview(int index) {
        Desktop.onWindow(() -> {
            desktop.find("#preview-tabs", TabPane.class).getSelectionModel().select(index);
            return null;
        });
        desktop.settle();
    }

    private void scroll(double to) {
        Desktop.onWindow(() -> {
            Node part = desktop.find("#preview", Node.class);
            while (!(part instanceof ScrollPane)) {
                part = part.getParent();
            }
            ((ScrollPane) part).setVvalue(to);
            return null;
        });
        desktop.settle();
    }

    private void tab(int index) {
        Desktop.onWindow(() -> {
            desktop.find(".page-tabs", TabPane.class).getSelectionModel().select(index);
            return null;
        });
        desktop.settle();
    }

    private void draw(String name) throws IOException {
        ScreenshotsTest.save(desktop, out.resolve(name + ".png"));
    }
}
