package onebook.robot;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which names people may have: they stand under vouchers and in the log, for strangers to read. */
final class PersonName {
    private static final int LONGEST = 40;
    /** Names that stand where no person acted. */
    private static final Set<String> TAKEN = Set.of("rule", "schedule", "onebook", "demo", "?");

    private PersonName() { }

    /** The name in its usual form; empty for what is no name. */
    static Optional<String> of(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        boolean isName = !name.isEmpty() && name.codePointCount(0, name.length()) <= LONGEST
                && DraftChecks.isKept(name) && name.codePoints().noneMatch(PersonName::isHidden)
                && name.codePoints().anyMatch(Character::isLetterOrDigit)
                && !TAKEN.contains(name.toLowerCase(Locale.ROOT));
        return isName ? Optional.of(name) : Optional.empty();
    }

    /** Spaces other than the usual, marks of direction and width, signs nobody assigned. */
    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE || Character.isSpaceChar(c) && c != ' ';
    }

    /** True where a reader would take one for the other: letters' case and spaces do not count. */
    static boolean areAlike(String one, String other) {
        return key(one).equals(key(other));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace(" ", "");
    }
}
