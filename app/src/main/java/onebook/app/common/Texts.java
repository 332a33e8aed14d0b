package onebook.app.common;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onebook.ledger.Account;
import onebook.ledger.Refusal;
import onebook.robot.OperationLog;
import onebook.robot.RefusedException;
import onebook.robot.Robot;
import onebook.words.Sentence;

/** Everything a person reads, in one language. Immutable: another language is another window. */
public final class Texts {

    /** The languages of the desktop; the code is the one of ISO 639. */
    public enum Language {
        ZH("zh"), EN("en");

        private final String code;

        Language(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public Language other() {
            return this == ZH ? EN : ZH;
        }
    }

    private static final Pattern NAME = Pattern.compile("\\b[A-Z]+(_[A-Z]+)+\\b");

    private static final Pattern DUTY = Pattern.compile("\\b[A-Z]+\\b");
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(OperationLog.ZONE);

    private final Language language;
    private final ResourceBundle bundle;

    private Texts(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle("onebook.app.messages", new Locale(language.code()),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    public static Texts in(Language language) {
        return new Texts(language);
    }

    public Language language() {
        return language;
    }

    /** The text of a key, with %s replaced. Requires that the key exists. */
    public String get(String key, Object... values) {
        String text = bundle.getString(key);
        return values.length == 0 ? text : text.formatted(values);
    }

    /** The text of a key that may have none, such as the name of a field. */
    public String orElse(String key, String otherwise) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException unknown) {
            return otherwise;
        }
    }

    /** What the program says of a thing in the book. */
    public String say(Sentence sentence) {
        return language == Language.EN ? sentence.english() : sentence.chinese();
    }

    /** One sentence: what is wrong, and what to do. */
    public String refusal(Refusal refusal) {
        return language == Language.EN ? refusal.advice()
                : orElse("refusal." + refusal.name(), refusal.advice());
    }

    /** The sentence, and what it is about. */
    public String refused(RefusedException wrong) {
        String detail = detail(wrong.refusal(), String.valueOf(wrong.getMessage()));
        return (refusal(wrong.refusal()) + " " + detail).strip();
    }

    /** What a refusal is about, duties and roles in words and times in China's. */
    public String detail(Refusal refusal, String detail) {
        return switch (refusal) {
            case ROLE_IS_MISSING -> inWords(detail, "duty.");
            case ROLES_CONFLICT -> inWords(detail.toUpperCase(Locale.ROOT), "role.");
            case SIGN_ON_IS_LOCKED -> UNTIL.format(Instant.parse(detail));
            default -> detail;
        };
    }

    private String inWords(String detail, String keys) {
        return DUTY.matcher(detail).replaceAll(name -> Matcher.quoteReplacement(
                orElse(keys + name.group(), name.group())));
    }

    /** The first half of the sentence, for a narrow place. */
    public String refusalBriefly(Refusal refusal) {
        return refusal(refusal).split("[;；:：]", 2)[0];
    }

    /** A line as a robot wrote it, with the names of refusals in words. */
    public String inWords(String line) {
        return NAME.matcher(line).replaceAll(name -> Matcher.quoteReplacement(
                Stream.of(Refusal.values()).filter(one -> one.name().equals(name.group()))
                        .findFirst().map(this::refusalBriefly).orElse(name.group())));
    }

    public String account(Account account) {
        return account.code() + "  " + nameOf(account);
    }

    public String nameOf(Account account) {
        boolean isEnglish = language == Language.EN && !account.englishName().isBlank();
        return isEnglish ? account.englishName() : account.name();
    }

    public String titleOf(Robot robot) {
        return robot.title().getOrDefault(language.code(), robot.name());
    }
}
