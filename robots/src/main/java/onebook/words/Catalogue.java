package onebook.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every sentence, as sentences_zh.properties and sentences_en.properties word it. */
final class Catalogue {
    /** Readers, runs and the log note in English; everything else is first said in Chinese. */
    private static final Pattern NOTED = Pattern.compile("(problem|run)\\..*");
    private static final Pattern LOGGED = Pattern.compile("op\\..*");
    private static final Pattern SEALED = Pattern.compile("(?!(problem|run|op)\\.).*");
    static final Catalogue WHOLE = new Catalogue(words("zh"), words("en"));

    private record Pair(String key, Wording chinese, Wording english) { }

    private final Map<String, Pair> pairs = new TreeMap<>();
    private final List<Pair> byChinese;
    private final List<Pair> byEnglish;
    private final List<Pair> ofTheLog;

    private Catalogue(Properties chinese, Properties english) {
        for (String key : chinese.stringPropertyNames()) {
            pairs.put(key, new Pair(key, Wording.parse(chinese.getProperty(key)),
                    Wording.parse(english.getProperty(key))));
        }
        byChinese = longestFirst(Pair::chinese, SEALED);
        byEnglish = longestFirst(Pair::english, NOTED);
        ofTheLog = longestFirst(Pair::english, LOGGED);
    }

    /** Of two wordings that fit, the one with more words of its own is meant. */
    private List<Pair> longestFirst(Function<Pair, Wording> side, Pattern keys) {
        return pairs.values().stream()
                .filter(pair -> keys.matcher(pair.key).matches())
                .sorted(Comparator.comparing((Pair pair) -> -side.apply(pair).weight()))
                .toList();
    }

    private static Properties words(String language) {
        Properties words = new Properties();
        try (InputStream in = Catalogue.class.getResourceAsStream(
                "sentences_" + language + ".properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Sentence say(String key, List<?> values) {
        Pair pair = pairs.get(key);
        if (pair == null || pair.chinese.places().size() != values.size()) {
            throw new IllegalArgumentException(key + " is not said with " + values);
        }
        return new Sentence(pair.chinese.fill(filled(pair, values, "、")),
                pair.english.fill(filled(pair, values, ", ")));
    }

    private static Map<String, String> filled(Pair pair, List<?> values, String between) {
        Map<String, String> filled = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Collection<?> all = values.get(i) instanceof Collection<?> many
                    ? many : List.of(values.get(i));
            filled.put(pair.chinese.places().get(i),
                    all.stream().map(String::valueOf).collect(Collectors.joining(between)));
        }
        return filled;
    }

    Optional<Sentence> readChinese(String text) {
        return byChinese.stream().flatMap(pair -> pair.chinese.read(text)
                .map(values -> new Sentence(text, pair.english.fill(enumerated(values))))
                .stream()).findFirst();
    }

    private static Map<String, String> enumerated(Map<String, String> values) {
        Map<String, String> english = new LinkedHashMap<>();
        values.forEach((place, value) -> english.put(place, value.replace("、", ", ")));
        return english;
    }

    Optional<Sentence> readEnglish(String text) {
        return read(byEnglish, text);
    }

    Optional<Sentence> readLogged(String text) {
        return read(ofTheLog, text);
    }

    private static Optional<Sentence> read(List<Pair> pairs, String text) {
        return pairs.stream().flatMap(pair -> pair.english.read(text)
                .map(values -> new Sentence(pair.chinese.fill(values), text)).stream())
                .findFirst();
    }
}
