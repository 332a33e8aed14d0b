package onebook.reconcile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import onebook.bank.StatementLine;

/**
 * Recognises whom a line is about: the name in its party field, else the names in its memo. Names
 * come and go in their plain form.
 */
final class PartyNames {
    /** Shorter names stand in too many memos by chance. */
    private static final int SHORTEST_IN_A_MEMO = 4;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");

    private final Set<String> all = new TreeSet<>();
    private final Map<String, List<String>> byHead = new HashMap<>();

    PartyNames(Collection<String> names) {
        names.stream().map(PartyNames::plain).filter(name -> !name.isEmpty()).forEach(all::add);
        all.stream().filter(name -> name.length() >= SHORTEST_IN_A_MEMO)
                .forEach(name -> byHead.computeIfAbsent(head(name, 0), any -> new ArrayList<>())
                        .add(name));
    }

    /** Spaces away; brackets, letters and digits in half width. */
    static String plain(String name) {
        String half = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return BLANKS.matcher(half).replaceAll("").replace('〔', '(').replace('〕', ')')
                .replace('【', '(').replace('】', ')').replace('[', '(').replace(']', ')')
                .toLowerCase(Locale.ROOT);
    }

    /** The plain names the line is about; empty where it names nobody known. */
    Set<String> in(StatementLine line) {
        String party = plain(line.party());
        return all.contains(party) ? Set.of(party) : inWords(plain(line.memo()));
    }

    /** Names that stand in the words, without those that are only part of a longer one. */
    private Set<String> inWords(String words) {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i + SHORTEST_IN_A_MEMO <= words.length(); i++) {
            for (String name : byHead.getOrDefault(head(words, i), List.of())) {
                if (words.startsWith(name, i)) {
                    found.add(name);
                }
            }
        }
        Set<String> parts = new TreeSet<>();
        found.forEach(name -> found.stream()
                .filter(part -> !part.equals(name) && name.contains(part)).forEach(parts::add));
        found.removeAll(parts);
        return found;
    }

    private static String head(String text, int at) {
        return text.substring(at, at + SHORTEST_IN_A_MEMO);
    }
}
