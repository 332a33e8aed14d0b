package onebook.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import onebook.anchor.Cosigner;
import onebook.anchor.LogList;
import onebook.anchor.RequestFile;
import onebook.anchor.WitnessServer;
import onebook.app.Desktop;
import onebook.app.SavedFiles;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.ledger.Period;
import onebook.robot.Desk;
import onebook.robot.Firm;
import onebook.robot.Outside;
import onebook.robot.RunReport;
import onebook.seal.Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outside proof from the screen: who is asked, what they say, what is carried, the receipt. */
class ProofPaneTest {
    private static final Signer WITNESS = Signer.create("witness.bank.example");
    @TempDir
    private Path home;
    private Desktop desktop;

    @BeforeEach
    void a_book_with_a_closed_month() throws Exception {
        Firm firm = Firm.first(home.resolve("firm")).begin(Desktop.APRIL).withQuickKey();
        firm.sells(1, "2026-01-05", 1000);
        try (Desk desk = Desk.open(firm.book(), Desktop.APRIL)) {
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
            desk.close(Period.parse("2026-01"), "王芳");
        }
        desktop = Desktop.start(home, Language.ZH);
        desktop.open(firm.book());
        desktop.go(Place.SEAL);
        tab(1);
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    private void tab(int index) {
        Desktop.onWindow(() -> {
            desktop.find("#seal-tabs", TabPane.class).getSelectionModel().select(index);
            return index;
        });
        desktop.settle();
    }

    private List<String> words(String query) {
        return words(desktop.find(query, Parent.class));
    }

    private static List<String> words(Node node) {
        List<String> words = new ArrayList<>();
        if (node instanceof Label label) {
            words.add(label.getText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> words.addAll(words(child)));
        }
        return words;
    }

    private Cosigner cosigner() throws Exception {
        return Cosigner.open(home.resolve("witness"), WITNESS, LogList.open(), Desktop.APRIL);
    }

    @Test
    void a_witness_is_kept_and_asked_and_one_that_fails_is_named() throws Exception {
        assertThat(words("#proof-state")).anyMatch(line -> line.startsWith("还没有任何外部证明"));
        desktop.fire("#anchor-now");
        assertThat(desktop.notice()).startsWith("没有写明见证方或时间戳机构");
        try (WitnessServer server = WitnessServer.start(cosigner(), "127.0.0.1", 0)) {
            desktop.type("#place-witness", "bank");
            desktop.fire("#place-witness-add");
            assertThat(desktop.notice()).startsWith("没有写明见证方或时间戳机构");
            desktop.type("#place-witness",
                    WITNESS.witnessKey() + " http://127.0.0.1:" + server.port());
            desktop.fire("#place-witness-add");
            desktop.type("#place-authority", "http://127.0.0.1:9/tsa");
            desktop.fire("#place-authority-add");
            desktop.fire("#anchor-now");
        }

        assertThat(desktop.<Outside.Seen>table("#anchors").getItems()).singleElement()
                .satisfies(one -> assertThat(one.witnesses()).singleElement()
                        .satisfies(who -> assertThat(who.name()).isEqualTo(WITNESS.name())));
        assertThat(words("#proof-state")).anyMatch(line -> line.startsWith("自 2026-04-10 起受外部"));
        assertThat(words("#anchor-failures")).singleElement().asString()
                .startsWith("那边没有回应").contains("127.0.0.1:9");
        desktop.fire(".place-remove");
        desktop.settle();
        assertThat(words("#places")).containsExactly("时间戳", "http://127.0.0.1:9/tsa");
    }

    @Test
    void a_request_is_carried_to_a_witness_and_its_answer_taken_in_once() throws Exception {
        Path request = home.resolve("request.txt");
        desktop.answer(request);
        desktop.fire("#carry-request");
        desktop.answer(home.resolve("request.png"));
        desktop.fire("#carry-picture");
        assertThat(home.resolve("request.png")).isNotEmptyFile();
        RequestFile asked = RequestFile.parse(Files.readString(request));
        Path answer = home.resolve("answer.txt");
        try (Cosigner witness = cosigner()) {
            Files.writeString(answer, asked.request().note() + witness.add(
                    asked.request().text(), Optional.of(asked.vkey())).text());
        }
        desktop.answer(answer);
        desktop.fire("#carry-response");
        assertThat(desktop.table("#anchors").getItems()).hasSize(1);

        desktop.answer(answer);
        desktop.fire("#carry-response");
        assertThat(desktop.table("#anchors").getItems()).hasSize(1);
    }

    @Test
    void the_receipt_of_a_closed_month_is_listed_and_saved() throws Exception {
        tab(2);
        assertThat(desktop.list("#receipt-months").getItems())
                .isEqualTo(List.of(Period.parse("2026-01")));
        Path file = home.resolve("receipt.pdf");
        desktop.answer(file);
        desktop.fire("#receipt-save");
        assertThat(SavedFiles.pdf(file)).contains("2026-01");
        assertThat(home.resolve("receipt.txt")).isRegularFile();
    }
}
