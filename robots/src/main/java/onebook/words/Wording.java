package onebook.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence in one language with named places for its values: "{party} paid {amount}".
 *
 * @param words what stands before, between and after the places; one more than there are places
 */
record Wording(List<String> words, List<String> places) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    static Wording parse(String text) {
        List<String> words = new ArrayList<>();
        List<String> places = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            words.add(text.substring(from, place.start()));
            places.add(place.group(1));
            from = place.end();
        }
        words.add(text.substring(from));
        return new Wording(List.copyOf(words), List.copyOf(places));
    }

    String fill(Map<String, String> values) {
        StringBuilder text = new StringBuilder(words.get(0));
        for (int i = 0; i < places.size(); i++) {
            text.append(values.get(places.get(i))).append(words.get(i + 1));
        }
        return text.toString();
    }

    /** The values of a text that was filled in here; each ends where the next words begin. */
    Optional<Map<String, String>> read(String text) {
        String last = words.get(words.size() - 1);
        if (places.isEmpty()) {
            return text.equals(last) ? Optional.of(Map.of()) : Optional.empty();
        }
        if (!text.startsWith(words.get(0)) || !text.endsWith(last)) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        int from = words.get(0).length();
        int end = text.length() - last.length();
        for (int i = 0; i < places.size(); i++) {
            int to = i == places.size() - 1 ? end : text.indexOf(words.get(i + 1), from);
            if (to < from || to > end) {
                return Optional.empty();
            }
            values.put(places.get(i), text.substring(from, to));
            from = to + words.get(i + 1).length();
        }
        return Optional.of(values);
    }

    /** How many characters are the sentence's own. */
    int weight() {
        return words.stream().mapToInt(String::length).sum();
    }
}
