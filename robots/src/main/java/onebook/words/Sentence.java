package onebook.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One sentence for a person, in both languages; the Chinese one is what a book is sealed with. */
public record Sentence(String chinese, String english) {
    private static final String BETWEEN = " · ";

    /**
     * A sentence of the catalogue.
     *
     * @param values in the order in which the Chinese wording names them; a list is enumerated
     * @throws IllegalArgumentException where there is no such sentence, or it has other places
     */
    public static Sentence of(String key, Object... values) {
        return Catalogue.WHOLE.say(key, List.of(values));
    }

    /** Names, numbers and what others wrote: the same in both languages. */
    public static Sentence plain(String text) {
        return new Sentence(text, text);
    }

    /** A Chinese reason as it was sealed; one that the catalogue does not know stays as it is. */
    public static Sentence sealed(String chinese) {
        return Catalogue.WHOLE.readChinese(chinese).orElse(plain(chinese));
    }

    /**
     * A sealed text that was worded by data, with {places} for its values; empty where it is worded
     * otherwise.
     */
    public static Optional<Sentence> worded(String sealed, String chinese, String english) {
        return Wording.parse(chinese).read(sealed).map(values ->
                new Sentence(sealed, Wording.parse(english).fill(values)));
    }

    /** What readers and runs note in English; what the catalogue does not know stays as it is. */
    public static Sentence noted(String english) {
        return Catalogue.WHOLE.readEnglish(english).orElse(plain(english));
    }

    /** What the operation log notes in English; what the catalogue does not know stays as it is. */
    public static Sentence logged(String english) {
        return Catalogue.WHOLE.readLogged(english).orElse(plain(english));
    }

    /** One after the other; empty ones left out. */
    public static Sentence joined(Sentence... parts) {
        return new Sentence(
                Stream.of(parts).map(Sentence::chinese).filter(text -> !text.isBlank())
                        .collect(Collectors.joining(BETWEEN)),
                Stream.of(parts).map(Sentence::english).filter(text -> !text.isBlank())
                        .collect(Collectors.joining(BETWEEN)));
    }

    /** The Chinese texts that were joined. */
    public static List<String> parts(String joined) {
        return List.of(joined.split(BETWEEN, -1));
    }
}
