package onebook.robot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.lender.Anchor;
import onebook.seal.Checkpoint;
import onebook.seal.Cosignatures;
import onebook.seal.Leaf;
import onebook.seal.TimeStamp;
import onebook.store.LogLines;

/**
 * How a book is sealed and who outside has seen it, as its owner is told. Nobody's signature is
 * checked here: what it is worth to a lender follows from the keys that the lender knows.
 *
 * @param leaves how many the newest signed head is over; 0 before the first
 * @param sealedAt when the last of them was written, as the program says
 * @param head the newest signed head as a note; empty before the first
 * @param seen the oldest first
 * @param behind how many leaves nobody outside has seen, beside the anchors themselves
 */
public record Outside(long leaves, Optional<Instant> sealedAt, String head, List<Seen> seen,
        long behind) {

    /** One anchor: how many leaves it is about, and who said so. */
    public record Seen(long size, List<Cosignatures.Claim> witnesses,
            Optional<Instant> stampedAt) {

        /** When the first of them saw it. */
        public Optional<Instant> at() {
            return Stream.concat(witnesses.stream().map(Cosignatures.Claim::at),
                    stampedAt.stream()).min(Instant::compareTo);
        }
    }

    public static Outside of(BookView view) {
        synchronized (view) {
            OpenBook open = view.book();
            List<Seen> seen = new ArrayList<>();
            List<Long> places = new ArrayList<>();
            LogLines.each(open.journal(), Anchor.KIND, bytes -> {
                Leaf leaf = Leaf.parse(bytes);
                places.add(leaf.index());
                seen.add(seen(Anchor.of(leaf.body())));
            });
            String head = view.checkpoint().orElse("");
            long leaves = head.isEmpty() ? 0 : Checkpoint.claimed(head).size();
            long to = seen.stream().mapToLong(Seen::size).max().orElse(0);
            long anchors = places.stream().filter(place -> place >= to && place < leaves).count();
            Optional<Instant> sealedAt = leaves == 0 ? Optional.empty()
                    : LogLines.leaf(open.journal(), leaves - 1).map(Leaf::parse).map(Leaf::at);
            return new Outside(leaves, sealedAt, head, List.copyOf(seen),
                    Math.max(0, leaves - to - anchors));
        }
    }

    private static Seen seen(Anchor anchor) {
        return new Seen(anchor.size(), Cosignatures.claimed(anchor.note()),
                anchor.stamp().map(TimeStamp::parse).map(TimeStamp::at));
    }

    /** When somebody outside saw the book first; what it was before is the owner's word. */
    public Optional<Instant> since() {
        return seen.stream().flatMap(one -> one.at().stream()).min(Instant::compareTo);
    }

    /** Names of those who saw it at any time. */
    public List<String> witnesses() {
        return seen.stream().flatMap(one -> one.witnesses().stream())
                .map(Cosignatures.Claim::name).distinct().sorted().toList();
    }

    public boolean isStamped() {
        return seen.stream().anyMatch(one -> one.stampedAt().isPresent());
    }

    /** The longest time between two times it was seen. */
    public Optional<Duration> gap() {
        List<Instant> times = seen.stream().flatMap(one -> one.at().stream()).sorted().toList();
        Optional<Duration> longest = Optional.empty();
        for (int i = 1; i < times.size(); i++) {
            Duration gap = Duration.between(times.get(i - 1), times.get(i));
            longest = Optional.of(longest.filter(one -> one.compareTo(gap) > 0).orElse(gap));
        }
        return longest;
    }
}
