package onebook.seal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose log it is and which of its books, as the origin of a log says.
 *
 * @param country "cn"
 * @param id tax number, in capitals
 * @param book "statutory"
 */
public record LegalEntity(String country, String id, String book) {
    private static final String STATUTORY = "statutory";
    // books.onebook.example/cn/91330106MA2K00001X/statutory
    private static final Pattern ORIGIN = Pattern.compile(
            "books\\.[A-Za-z0-9.-]{1,200}/([a-z]{2})/([A-Za-z0-9]{1,40})/([a-z]{1,32})");

    /** Empty where the origin is of another form. */
    public static Optional<LegalEntity> of(String origin) {
        Matcher form = ORIGIN.matcher(origin);
        return form.matches() ? Optional.of(new LegalEntity(form.group(1),
                form.group(2).toUpperCase(Locale.ROOT), form.group(3))) : Optional.empty();
    }

    /** True for the one book of which an entity may have one log only. */
    public boolean isStatutory() {
        return book.equals(STATUTORY);
    }

    /** "cn/91330106MA2K00001X/statutory": the same under whichever domain. */
    public String key() {
        return country + "/" + id + "/" + book;
    }
}
