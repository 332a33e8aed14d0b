package onebook.app.common;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Days as people type them. */
final class DayText {
    private DayText() { }

    /**
     * The day that is meant, as "2026-03-31", "2026/3/31", "20260331", "3-31", "0331" or "31"; what
     * is not said is as in {@code base}.
     */
    static Optional<LocalDate> read(String typed, LocalDate base) {
        String plain = typed.strip().replaceAll("[/.年月]", "-").replaceFirst("日$", "")
                .replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)$", "$1-$2-$3")
                .replaceFirst("^(\\d\\d)(\\d\\d)$", "$1-$2");
        if (!plain.matches("(?:(?:\\d{4}-)?\\d{1,2}-)?\\d{1,2}")) {
            return Optional.empty();
        }
        List<Integer> said = Stream.of(plain.split("-")).map(Integer::valueOf).toList();
        int size = said.size();
        try {
            return Optional.of(LocalDate.of(size > 2 ? said.get(0) : base.getYear(),
                    size > 1 ? said.get(size - 2) : base.getMonthValue(), said.get(size - 1)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
