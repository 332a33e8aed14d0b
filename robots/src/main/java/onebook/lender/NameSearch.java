package onebook.lender;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds any of many names in bytes of UTF-8, however many names there are (Aho and Corasick, 1975).
 */
final class NameSearch {
    private static final int ROOT = 0;

    private final List<Map<Byte, Integer>> next = new ArrayList<>(List.of(new HashMap<>()));
    private final List<String> found = new ArrayList<>(Arrays.asList((String) null));
    private int[] fallback = {ROOT};

    private NameSearch() { }

    static NameSearch of(Collection<String> names) {
        NameSearch search = new NameSearch();
        names.forEach(search::add);
        search.link();
        return search;
    }

    private void add(String name) {
        int at = ROOT;
        for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
            Integer to = next.get(at).get(letter);
            if (to == null) {
                to = next.size();
                next.get(at).put(letter, to);
                next.add(new HashMap<>());
                found.add(null);
            }
            at = to;
        }
        found.set(at, name);
    }

    /** Where to go on when a name breaks off: the longest beginning of a name that ends here. */
    private void link() {
        fallback = new int[next.size()];
        Deque<Integer> open = new ArrayDeque<>(next.get(ROOT).values());
        while (!open.isEmpty()) {
            int at = open.remove();
            next.get(at).forEach((letter, to) -> {
                fallback[to] = step(fallback[at], letter);
                if (found.get(to) == null) {
                    found.set(to, found.get(fallback[to]));
                }
                open.add(to);
            });
        }
    }

    private int step(int from, byte letter) {
        int at = from;
        while (true) {
            Integer to = next.get(at).get(letter);
            if (to != null) {
                return to;
            }
            if (at == ROOT) {
                return ROOT;
            }
            at = fallback[at];
        }
    }

    /** True where one of the names stands in the bytes. */
    boolean isIn(byte[] bytes) {
        int at = ROOT;
        for (byte letter : bytes) {
            at = step(at, letter);
            if (found.get(at) != null) {
                return true;
            }
        }
        return false;
    }
}
