package onebook.seal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** C2SP tlog-policy as its text says: which witnesses are enough, by name. */
final class ReferencePolicy {
    /** A witness where there are no members. */
    private record Part(int least, List<String> members) { }

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Set<String> grouped = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private String quorum = "";

    private ReferencePolicy() { }

    /** Null where the text is no policy. */
    static ReferencePolicy of(String text) {
        ReferencePolicy policy = new ReferencePolicy();
        for (String line : text.split("\n")) {
            String plain = line.replaceAll("[ \\t]+", " ").strip();
            if (line.chars().anyMatch(c -> c < 0x20 && c != '\t')
                    || !plain.isEmpty() && !plain.startsWith("#")
                    && !policy.line(plain.split(" "))) {
                return null;
            }
        }
        return policy;
    }

    private boolean line(String[] words) {
        return switch (words[0]) {
            case "log" -> (words.length == 2 || words.length == 3) && isKey(words[1], 1);
            case "witness" -> (words.length == 3 || words.length == 4) && isKey(words[2], 4)
                    && define(words[1], new Part(0, List.of()));
            case "group" -> words.length > 3 && group(words);
            case "quorum" -> words.length == 2 && quorum.isEmpty()
                    && (words[1].equals("none") || parts.containsKey(words[1]))
                    && !(quorum = words[1]).isEmpty();
            default -> false;
        };
    }

    private boolean isKey(String vkey, int type) {
        for (ReferenceNote.Key key : PolicyVectors.KEYS) {
            if (key.vkey(type).equals(vkey)) {
                return keys.add(type + ReferenceNote.base64(key.raw()));
            }
        }
        return false;
    }

    private boolean group(String[] words) {
        List<String> members = new ArrayList<>(List.of(words).subList(3, words.length));
        for (String member : members) {
            if (!parts.containsKey(member) || !grouped.add(member)) {
                return false;
            }
        }
        String count = words[2].equals("any") ? "1"
                : words[2].equals("all") ? String.valueOf(members.size()) : words[2];
        return count.matches("[1-9][0-9]{0,3}") && Integer.parseInt(count) <= members.size()
                && define(words[1], new Part(Integer.parseInt(count), members));
    }

    private boolean define(String name, Part part) {
        return !name.equals("none") && parts.put(name, part) == null;
    }

    /** Whether these witnesses are enough. */
    boolean isMet(Set<String> cosigned) {
        return quorum.isEmpty() || quorum.equals("none") || isMet(quorum, cosigned);
    }

    private boolean isMet(String name, Set<String> cosigned) {
        Part part = parts.get(name);
        return part.members.isEmpty() ? cosigned.contains(name)
                : part.members.stream().filter(one -> isMet(one, cosigned)).count() >= part.least;
    }
}
