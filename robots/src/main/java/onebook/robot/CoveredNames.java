package onebook.robot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onebook.seal.CoveredLeaf;
import onebook.store.LogLines;

/** The names that a package of a book may hide. */
public final class CoveredNames {
    private CoveredNames() { }

    /** Sorted, but for the company's own; empty where the book was made without covers. */
    public static Optional<List<String>> of(BookView view) {
        synchronized (view) {
            OpenBook open = view.book();
            if (open.journal().setting("veil").isEmpty()) {
                return Optional.empty();
            }
            Set<String> names = new TreeSet<>();
            LogLines.each(open.journal(), bytes ->
                    names.addAll(CoveredLeaf.of(bytes).namesOf()));
            names.removeIf(name -> name.isBlank() || name.equals(open.company().name())
                    || name.equals(open.company().taxId()));
            return Optional.of(List.copyOf(names));
        }
    }
}
