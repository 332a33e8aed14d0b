package onebook.robot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.seal.Leaf;
import onebook.words.Sentence;

/**
 * 用户操作日志: who did what and when. It is part of the sealed log, so nobody changes it, not even
 * the owner of the file.
 */
public final class OperationLog {
    /** Where the days and hours of a log are told. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int CHUNK = 500;

    private final Desk desk;

    /** One operation; {@code leaf} is its place in the log. */
    public record Line(long leaf, Instant at, String who, String what) {
        /** What was done, in both languages. */
        public Sentence said() {
            return Sentence.logged(what);
        }
    }

    /**
     * Which operations to show; every condition that is present must hold. Days are China's; what
     * was done is looked for in both languages.
     */
    public record Filter(Optional<LocalDate> from, Optional<LocalDate> to, String who,
            String what) {
        public static final Filter ALL =
                new Filter(Optional.empty(), Optional.empty(), "", "");

        boolean accepts(Line line) {
            LocalDate day = LocalDate.ofInstant(line.at(), ZONE);
            return from.map(first -> !day.isBefore(first)).orElse(true)
                    && to.map(last -> !day.isAfter(last)).orElse(true)
                    && (who.isEmpty() || line.who().contains(who)) && (line.what().contains(what)
                            || line.said().chinese().contains(what));
        }
    }

    private OperationLog(Desk desk) {
        this.desk = desk;
    }

    public static OperationLog of(Desk desk) {
        return new OperationLog(desk);
    }

    /** The oldest first. */
    public List<Line> all(Filter filter) {
        synchronized (desk) {
            return desk.book().operations().after(-1).stream().map(OperationLog::line)
                    .filter(filter::accepts).toList();
        }
    }

    /**
     * The newest first, at most so many, all before a place of the log.
     *
     * @param before {@link Long#MAX_VALUE} for the first page, then the last leaf of the page
     */
    public List<Line> page(Filter filter, long before, int most) {
        List<Line> page = new ArrayList<>();
        synchronized (desk) {
            long end = before;
            List<Leaf> chunk;
            do {
                chunk = desk.book().operations().before(end, CHUNK);
                for (Leaf leaf : chunk) {
                    end = leaf.index();
                    if (page.size() < most && filter.accepts(line(leaf))) {
                        page.add(line(leaf));
                    }
                }
            } while (chunk.size() == CHUNK && page.size() < most);
        }
        return page;
    }

    private static Line line(Leaf leaf) {
        return new Line(leaf.index(), leaf.at(), String.valueOf(leaf.body().get("who")),
                String.valueOf(leaf.body().get("what")));
    }
}
