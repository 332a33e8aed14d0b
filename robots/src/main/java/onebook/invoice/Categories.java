package onebook.invoice;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts back the asterisks around a tax classification's short name that a scan lost or misread. */
final class Categories {
    private static final Pattern WHOLE = Pattern.compile("\\*[^*]+\\*.*");
    private static final Pattern FIRST_LOST =
            Pattern.compile("[×xX·'\"“”`^.。]?([\\u4E00-\\u9FFF、]{1,14})\\*.+");
    private static final Pattern SECOND_LOST = Pattern.compile("\\*[^*]+");

    private Categories() { }

    static String withAsterisks(String name) {
        if (WHOLE.matcher(name).matches()) {
            return name;
        } else if (FIRST_LOST.matcher(name).matches()) {
            return "*" + name.replaceFirst("^[^\\u4E00-\\u9FFF]", "");
        }
        boolean first = SECOND_LOST.matcher(name).matches();
        String bare = first ? name.substring(1) : name;
        Optional<String> category = PrintedForms.china().categories().stream()
                .filter(c -> bare.startsWith(c) && bare.length() > c.length())
                .filter(c -> first || c.length() > 3)
                .max(Comparator.comparingInt(String::length));
        return category.map(c -> "*" + c + "*" + bare.substring(c.length())).orElse(name);
    }
}
