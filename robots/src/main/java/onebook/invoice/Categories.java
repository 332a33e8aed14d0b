package onebook.invoice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts right the tax classification's short name, and the asterisks around it, that a scan misread.
 */
final class Categories {
    private static final String STAR = "[*×xX·'\"“”‘’`^.。,，]";
    private static final Pattern WHOLE = Pattern.compile("\\*([^*]+)\\*(.*)");
    private static final Pattern FIRST_LOST =
            Pattern.compile(STAR + "?([\\u4E00-\\u9FFF、]{1,14})\\*(.+)");

    private Categories() { }

    static boolean isKnown(String category) {
        return all().contains(category);
    }

    static String withAsterisks(String name) {
        Matcher whole = WHOLE.matcher(name);
        if (whole.matches()) {
            return starred(known(whole.group(1)), whole.group(2));
        }
        Matcher firstLost = FIRST_LOST.matcher(name);
        if (firstLost.matches()) {
            return starred(known(firstLost.group(1)), firstLost.group(2));
        }
        String bare = name.replaceFirst("^" + STAR + "+", "");
        boolean first = bare.length() < name.length();
        Optional<String> category = all().stream()
                .filter(c -> bare.startsWith(c) && bare.length() > c.length())
                .filter(c -> first || c.length() > 3)
                .max(Comparator.comparingInt(String::length));
        return category.map(c -> starred(c, bare.substring(c.length()))).orElse(name);
    }

    private static String starred(String category, String name) {
        return "*" + category + "*" + name.replaceFirst("^" + STAR + "+", "");
    }

    /** The one known name that differs in one character only, of three or more. */
    private static String known(String read) {
        if (isKnown(read) || read.length() < 3) {
            return read;
        }
        List<String> near = all().stream().filter(c -> c.length() == read.length()
                && ScanRepair.edits(read, c) == 1).toList();
        return near.size() == 1 ? near.get(0) : read;
    }

    private static List<String> all() {
        return PrintedForms.china().categories();
    }
}
