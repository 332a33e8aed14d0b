package onebook.lender;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the book is protected by from outside, as far as the reader knows those who say so.
 *
 * @param anchors how often somebody outside was asked
 * @param witnessedTo so many leaves did enough witnesses see; nobody can exchange them unnoticed
 * @param since when enough of them saw the log first: what it was before is the owner's word
 * @param gap the longest time between two heads that were seen
 * @param stampedTo so many leaves were there at the time of the newest time stamp
 * @param stampedSince the first time stamp
 */
public record Protection(long anchors, long witnessedTo, Optional<Instant> since,
        Optional<Duration> gap, long stampedTo, Optional<Instant> stampedSince) {
    static final Protection NONE = new Protection(0, 0, Optional.empty(), Optional.empty(), 0,
            Optional.empty());

    /** Beside the other figures of a verdict; what is not known is left out. */
    void into(Map<String, Object> json) {
        Map<String, Object> outside = new TreeMap<>();
        outside.put("anchors", anchors);
        outside.put("witnessed_to", witnessedTo);
        since.ifPresent(at -> outside.put("protected_since", at.toString()));
        gap.ifPresent(longest -> outside.put("largest_gap_seconds", longest.toSeconds()));
        outside.put("stamped_to", stampedTo);
        stampedSince.ifPresent(at -> outside.put("stamped_since", at.toString()));
        json.put("protection", outside);
    }

    /** Lines for people; none where nobody outside is known. */
    String text() {
        StringBuilder text = new StringBuilder();
        since.ifPresent(at -> text.append(("见证 witnessed: %d 条记录 leaves · 自 protected since %s"
                + " · 最长间隔 largest gap %s%n").formatted(witnessedTo, at,
                gap.map(Protection::days).orElse("-"))));
        stampedSince.ifPresent(at -> text.append(("时间戳 time stamped: %d 条记录 leaves"
                + " · 自 since %s%n").formatted(stampedTo, at)));
        return text.toString();
    }

    private static String days(Duration gap) {
        return "%d 天 d %d 小时 h".formatted(gap.toDays(), gap.toHoursPart());
    }
}
