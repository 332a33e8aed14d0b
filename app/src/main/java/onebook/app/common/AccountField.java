package onebook.app.common;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;

/** A field for an account; completes from the code or any part of the name. */
public final class AccountField extends TextField {
    private final AccountSearch accounts;
    private final Texts texts;
    private final Offers<Account> offers;
    private boolean isChoosing;

    public AccountField(AccountSearch accounts, Texts texts) {
        this.accounts = accounts;
        this.texts = texts;
        offers = new Offers<>(texts::account, this::choose);
        getStyleClass().add("account-field");
        setPromptText(texts.get("draft.account"));
        setAccessibleText(texts.get("draft.account"));
        textProperty().addListener((text, was, is) -> offer(is));
        focusedProperty().addListener((focus, was, is) -> settle(is));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public void show(AccountCode code) {
        accounts.find(code).ifPresentOrElse(this::choose, () -> setQuietly(code.toString()));
    }

    /** The account that is meant; empty where the text names none or several. */
    public Optional<AccountCode> code() {
        return accounts.meant(getText().strip()).map(Account::code);
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> {
                if (offers.isShown()) {
                    offers.move(1);
                } else {
                    offers.show(accounts.fitting(code().isPresent() ? "" : getText().strip()),
                            this);
                }
                key.consume();
            }
            case UP -> {
                offers.move(-1);
                key.consume();
            }
            case ENTER -> {
                if (!key.isShortcutDown() && offers.isShown()) {
                    offers.chosen().ifPresent(this::choose);
                    key.consume();
                }
            }
            case ESCAPE -> {
                if (offers.isShown()) {
                    offers.hide();
                    key.consume();
                }
            }
            default -> { }
        }
    }

    private void settle(boolean isFocused) {
        if (isFocused) {
            selectAll();
        } else {
            code().ifPresent(this::show);
            offers.hide();
        }
    }

    private void offer(String typed) {
        if (!isChoosing && isFocused() && getScene() != null) {
            offers.show(typed.isBlank() ? List.of() : accounts.fitting(typed.strip()), this);
        }
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
