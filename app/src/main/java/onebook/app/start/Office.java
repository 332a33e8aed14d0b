package onebook.app.start;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import onebook.app.books.BooksPage;
import onebook.app.common.Page;
import onebook.app.common.Place;
import onebook.app.common.Workplace;
import onebook.app.inbox.InboxPage;
import onebook.app.ledger.LedgerPage;
import onebook.app.lender.LenderPage;
import onebook.app.reconcile.BankPage;
import onebook.app.review.EvidenceCard;
import onebook.app.robots.RobotsPage;
import onebook.app.seal.SealPage;
import onebook.app.settings.Preferences;
import onebook.app.settings.SettingsPage;
import onebook.app.statements.StatementsPage;
import onebook.app.tax.TaxPage;
import onebook.app.voucher.VoucherPage;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.Period;
import onebook.robot.Draft;

/** The windows of one open book; each is made when it is first entered. */
final class Office implements Workplace.Ways {
    private final Workplace at;
    private final Preferences preferences;
    private final Frame frame;
    private final Map<Place, Page> pages = new EnumMap<>(Place.class);
    private final StackPane stage = new StackPane();
    private final NavBar navigation;
    private final HeaderBar header;
    private Place place;

    Office(Function<Workplace.Ways, Workplace> workplace, Preferences preferences, Frame frame,
            Optional<Place> before) {
        this.at = workplace.apply(this);
        this.preferences = preferences;
        this.frame = frame;
        navigation = new NavBar(at.texts(), this::go);
        header = new HeaderBar(at, preferences, frame, navigation::count);
        place = before.orElse(Place.INBOX);
    }

    Place place() {
        return place;
    }

    void fill(BorderPane window) {
        VBox content = new VBox(at.notices().view(), stage);
        VBox.setVgrow(stage, Priority.ALWAYS);
        window.setTop(header.view());
        window.setLeft(navigation.view());
        window.setCenter(content);
        window.sceneProperty().addListener((shown, was, is) -> {
            if (is != null) {
                keys(is.getAccelerators());
                navigation.fitTo(is.widthProperty());
            }
        });
        header.refresh();
        go(place);
    }

    private void keys(Map<KeyCombination, Runnable> keys) {
        keys.clear();
        for (Place one : Place.values()) {
            keys.put(new KeyCodeCombination(one.key(), KeyCombination.SHORTCUT_DOWN),
                    () -> go(one));
        }
        keys.put(new KeyCodeCombination(KeyCode.F5), this::bookChanged);
        keys.put(new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN), frame::leave);
    }

    @Override
    public void go(Place wanted) {
        at.notices().clear();
        place = wanted;
        Page page = pages.computeIfAbsent(wanted, this::page);
        stage.getChildren().setAll(page.view());
        navigation.mark(wanted);
        page.refresh();
        page.enter();
    }

    private Page page(Place wanted) {
        return switch (wanted) {
            case INBOX -> new InboxPage(at);
            case VOUCHER -> new VoucherPage(at);
            case LEDGER -> new LedgerPage(at);
            case BOOKS -> new BooksPage(at);
            case STATEMENTS -> new StatementsPage(at);
            case BANK -> new BankPage(at);
            case TAX -> new TaxPage(at);
            case LENDER -> new LenderPage(at);
            case ROBOTS -> new RobotsPage(at);
            case SEAL -> new SealPage(at);
            case SETTINGS -> new SettingsPage(at, preferences, frame::rebuild,
                    frame::signedOn);
        };
    }

    @Override
    public void toEntry(EntryNumber number) {
        at.overlay().hide();
        go(Place.LEDGER);
        ((LedgerPage) pages.get(Place.LEDGER)).show(number);
    }

    @Override
    public void toDraft(Draft draft) {
        at.overlay().hide();
        go(Place.VOUCHER);
        ((VoucherPage) pages.get(Place.VOUCHER)).write(draft);
    }

    @Override
    public void toVoucher(int id) {
        go(Place.VOUCHER);
        ((VoucherPage) pages.get(Place.VOUCHER)).open(id);
    }

    @Override
    public void toAccount(AccountCode account, Period month) {
        at.overlay().hide();
        go(Place.BOOKS);
        ((BooksPage) pages.get(Place.BOOKS)).show(account, month);
    }

    @Override
    public void toEvidence(Evidence evidence) {
        EvidenceCard.show(evidence, at);
    }

    @Override
    public void bookChanged() {
        header.refresh();
        pages.get(place).refresh();
    }
}
