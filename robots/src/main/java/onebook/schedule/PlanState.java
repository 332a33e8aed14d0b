package onebook.schedule;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is kept of a plan from one start of the program to the next, beside its next due time.
 *
 * @param schedule as text
 * @param missed the newest, the first first
 */
record PlanState(String schedule, List<Missed> missed) {
    static final int MOST_MISSED = 1000;

    record Missed(Instant due, MissedRun.Why why) { }

    PlanState {
        int tooMany = Math.max(0, missed.size() - MOST_MISSED);
        missed = List.copyOf(missed.subList(tooMany, missed.size()));
    }

    PlanState plus(List<Instant> dues, MissedRun.Why why) {
        return new PlanState(schedule, Stream.concat(missed.stream(),
                dues.stream().map(due -> new Missed(due, why))).toList());
    }

    /** Lines of text in the table, so that a person can read it with any SQLite tool. */
    static final class Text implements Serializer {
        @Override
        public byte[] serialize(Object data) {
            if (!(data instanceof PlanState state)) {
                return null;
            }
            StringBuilder text = new StringBuilder(state.schedule);
            for (Missed one : state.missed) {
                text.append('\n').append(one.due).append(' ').append(one.why);
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] bytes) {
            if (bytes == null) {
                return null;
            }
            // daily 07:30
            // 2026-03-04T23:30:00Z NOBODY_WAS_THERE
            String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
            List<Missed> missed = new ArrayList<>();
            for (int i = 1; i < lines.length; i++) {
                String[] words = lines[i].split(" ");
                missed.add(new Missed(Instant.parse(words[0]), MissedRun.Why.valueOf(words[1])));
            }
            return type.cast(new PlanState(lines[0], missed));
        }
    }
}
