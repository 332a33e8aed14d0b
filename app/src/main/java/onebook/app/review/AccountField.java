package onebook.app.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import onebook.app.common.Texts;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;

/** A field for an account; completes from the code or any part of the name. */
final class AccountField extends TextField {
    private static final int OFFERED = 9;

    private final List<Account> leaves;
    private final Texts texts;
    private final ContextMenu offers = new ContextMenu();
    private boolean isChoosing;

    AccountField(List<Account> leaves, Texts texts) {
        this.leaves = leaves;
        this.texts = texts;
        setPromptText(texts.get("draft.account"));
        setAccessibleText(texts.get("draft.account"));
        textProperty().addListener((text, was, is) -> offer(is));
        focusedProperty().addListener((focus, was, is) -> settle(is));
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DOWN && !offers.isShowing()) {
                offer(getText());
                key.consume();
            }
        });
    }

    void show(AccountCode code) {
        leaves.stream().filter(account -> account.code().equals(code)).findFirst()
                .ifPresentOrElse(this::choose, () -> setQuietly(code.toString()));
    }

    /** The account that is meant; empty where the text names none. */
    Optional<AccountCode> code() {
        String typed = getText().strip();
        String first = typed.split("\\s+", 2)[0];
        return leaves.stream().map(Account::code).filter(code -> code.value().equals(first))
                .findFirst().or(() -> onlyOne(typed));
    }

    private Optional<AccountCode> onlyOne(String typed) {
        List<Account> fitting = fitting(typed);
        return typed.isEmpty() || fitting.size() != 1
                ? Optional.empty() : Optional.of(fitting.get(0).code());
    }

    private void settle(boolean isFocused) {
        if (isFocused) {
            selectAll();
        } else {
            offers.hide();
            code().ifPresent(this::show);
        }
    }

    private void offer(String typed) {
        if (isChoosing || !isFocused() || getScene() == null) {
            return;
        }
        List<MenuItem> items = fitting(typed.strip()).stream().limit(OFFERED).map(this::item)
                .toList();
        offers.getItems().setAll(items);
        if (items.isEmpty()) {
            offers.hide();
        } else if (!offers.isShowing()) {
            offers.show(this, Side.BOTTOM, 0, 2);
        }
    }

    private MenuItem item(Account account) {
        MenuItem item = new MenuItem(texts.account(account));
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> choose(account));
        return item;
    }

    private List<Account> fitting(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return leaves.stream().filter(account -> account.code().value().startsWith(wanted)
                || account.name().contains(typed)
                || account.englishName().toLowerCase(Locale.ROOT).contains(wanted)).toList();
    }

    private void choose(Account account) {
        setQuietly(texts.account(account));
        offers.hide();
    }

    private void setQuietly(String text) {
        isChoosing = true;
        setText(text);
        positionCaret(text.length());
        isChoosing = false;
    }
}
