package onebook.lender;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import onebook.lender.Finding.Severity;
import onebook.seal.Checkpoint;
import onebook.seal.KeyChain;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;
import onebook.seal.TimeStamp;
import onebook.seal.Witness;

/**
 * The anchors that the leaves of a log carry, and what they are worth to a reader who knows some
 * witnesses and authorities. An anchor is about the leaves before it, so the head of a package is
 * seldom seen by anybody: what counts is up to where enough of them saw the log.
 */
final class Anchors {
    private final List<Anchor> anchors = new ArrayList<>();
    private final BitSet entries = new BitSet();

    /** The log an anchor must be of: its key at each size, its head and its root at any size. */
    record Log(KeyChain keys, String headNote, LongFunction<byte[]> rootAt) { }

    /** What is wrong, what the policy misses, what to ask, and what is left. */
    record Judged(List<Finding> broken, List<Finding> unmet, List<Finding> questions,
            Protection protection) { }

    /** Requires the leaves in order; throws {@link MalformedException} where an anchor is none. */
    void add(Leaf leaf) {
        if (leaf.kind().equals(Anchor.KIND)) {
            Anchor anchor = Anchor.of(leaf.body());
            if (anchor.size() > leaf.index()) {
                throw new MalformedException("leaf %d anchors what comes behind it"
                        .formatted(leaf.index()));
            }
            anchors.add(anchor);
        } else if (leaf.kind().equals("entry")) {
            entries.set(Math.toIntExact(leaf.index()));
        }
    }

    /** How many leaves somebody saw whom the reader knows, and when first. */
    record Known(long size, Instant at) { }

    /** What the leaf, the last that was added, says by those the policy names. */
    Optional<Known> newest(Leaf leaf, Policy policy) {
        if (!leaf.kind().equals(Anchor.KIND)) {
            return Optional.empty();
        }
        Anchor anchor = anchors.get(anchors.size() - 1);
        Optional<Instant> stamped = anchor.stamp()
                .flatMap(bytes -> time(bytes, anchor.note(), policy));
        return Stream.concat(enough(policy, List.of(anchor.note())).stream(), stamped.stream())
                .min(Instant::compareTo).map(at -> new Known(anchor.size(), at));
    }

    /** The members of a package that repeat them, so that other programs can check them. */
    SortedMap<String, byte[]> members() {
        SortedMap<String, byte[]> members = new TreeMap<>();
        Map<Long, Integer> times = new HashMap<>();
        for (Anchor anchor : anchors) {
            int time = times.merge(anchor.size(), 1, Integer::sum);
            String name = PackageFiles.ANCHORS + anchor.size() + (time == 1 ? "" : "-" + time);
            members.put(name + ".note", anchor.note().getBytes(StandardCharsets.UTF_8));
            anchor.stamp().ifPresent(bytes -> members.put(name + ".tsr", bytes));
        }
        return members;
    }

    /** @param there SHA-256 by name of the members the package has */
    Optional<Finding> differences(Map<String, String> there) {
        Map<String, String> due = new TreeMap<>();
        members().forEach((name, bytes) -> due.put(name, Sha256.hex(bytes)));
        return due.equals(there) ? Optional.empty() : Optional.of(Finding.broken("INT-ANCHOR",
                "外部见证文件与记录不符", "the anchors are not those of the leaves"));
    }

    Judged judge(Policy policy, Log log) {
        Judged judged = new Judged(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                Protection.NONE);
        for (Anchor anchor : anchors) {
            if (!isOf(log, anchor)) {
                judged.broken().add(Finding.broken("INT-ANCHOR",
                        "第 %d 条记录处的外部见证不属于这个日志".formatted(anchor.size()),
                        "an anchor of size %d is of another log".formatted(anchor.size())));
            }
        }
        SortedMap<Long, Instant> seen = judged.broken().isEmpty()
                ? witnessed(policy, log) : new TreeMap<>();
        SortedMap<Long, Instant> stamped = judged.broken().isEmpty() ? stamped(policy)
                : new TreeMap<>();
        unmet(policy, seen, stamped, judged.unmet());
        long to = seen.isEmpty() ? 0 : seen.lastKey();
        long behind = entries.cardinality() - entries.get(0, Math.toIntExact(to)).cardinality();
        if (to > 0 && behind > 0) {
            judged.questions().add(new Finding("WIT-AFTER", Severity.S4,
                    "见证只覆盖前 %d 条记录，其后的 %d 张凭证尚无人见证".formatted(to, behind),
                    "enough witnesses saw the first %d leaves; the %d entries behind them nobody"
                            .formatted(to, behind) + " has seen yet"));
        }
        return new Judged(judged.broken(), judged.unmet(), judged.questions(),
                new Protection(anchors.size(), to, seen.values().stream().min(Instant::compareTo),
                        gap(seen), stamped.isEmpty() ? 0 : stamped.lastKey(),
                        stamped.values().stream().min(Instant::compareTo)));
    }

    private static boolean isOf(Log log, Anchor anchor) {
        Optional<Checkpoint> head = log.keys().open(anchor.note()).map(Checkpoint::parse);
        return head.filter(one -> one.origin().equals(log.keys().current().name())
                && Arrays.equals(one.root(), log.rootAt().apply(one.size()))).isPresent();
    }

    /** When enough witnesses had seen each size; sizes that too few saw are not there. */
    private SortedMap<Long, Instant> witnessed(Policy policy, Log log) {
        SortedMap<Long, List<String>> notes = new TreeMap<>();
        anchors.forEach(anchor -> notes.computeIfAbsent(anchor.size(), size -> new ArrayList<>())
                .add(anchor.note()));
        log.keys().open(log.headNote()).map(Checkpoint::parse).ifPresent(head ->
                notes.computeIfAbsent(head.size(), size -> new ArrayList<>())
                        .add(log.headNote()));
        SortedMap<Long, Instant> seen = new TreeMap<>();
        notes.forEach((size, of) -> enough(policy, of).ifPresent(at -> seen.put(size, at)));
        return seen;
    }

    private static Optional<Instant> enough(Policy policy, List<String> notes) {
        Function<Witness, Optional<Instant>> when = witness -> notes.stream()
                .flatMap(note -> witness.cosigned(note).stream()).min(Instant::compareTo);
        return policy.witnesses().stream().flatMap(witness -> when.apply(witness).stream())
                .sorted().filter(at -> policy.isEnough(witness ->
                        when.apply(witness).filter(time -> !time.isAfter(at)).isPresent()))
                .findFirst();
    }

    private SortedMap<Long, Instant> stamped(Policy policy) {
        SortedMap<Long, Instant> stamped = new TreeMap<>();
        for (Anchor anchor : anchors) {
            anchor.stamp().flatMap(bytes -> time(bytes, anchor.note(), policy))
                    .ifPresent(at -> stamped.merge(anchor.size(), at,
                            (one, two) -> one.isBefore(two) ? one : two));
        }
        return stamped;
    }

    private static Optional<Instant> time(byte[] response, String note, Policy policy) {
        try {
            TimeStamp stamp = TimeStamp.parse(response);
            return stamp.isOf(note.getBytes(StandardCharsets.UTF_8))
                    && stamp.isSignedUnder(policy.timeRoots()) ? Optional.of(stamp.at())
                    : Optional.empty();
        } catch (MalformedException none) {
            return Optional.empty();
        }
    }

    private static void unmet(Policy policy, SortedMap<Long, Instant> seen,
            SortedMap<Long, Instant> stamped, List<Finding> unmet) {
        policy.quorum().filter(asked -> seen.isEmpty()).ifPresent(asked -> unmet.add(
                new Finding("POLICY-WITNESS", Severity.S2, "策略要求的见证没有到齐：" + asked.name(),
                        "too few of the witnesses that the policy asks for cosigned: "
                                + asked.name())));
        if (!policy.timeRoots().isEmpty() && stamped.isEmpty()) {
            unmet.add(new Finding("POLICY-TIME", Severity.S2, "没有您认可的时间戳机构盖的时间戳",
                    "no time stamp is by an authority that you named"));
        }
    }

    private static Optional<Duration> gap(SortedMap<Long, Instant> seen) {
        Duration longest = Duration.ZERO;
        Instant before = null;
        for (Instant at : seen.values()) {
            if (before != null && Duration.between(before, at).compareTo(longest) > 0) {
                longest = Duration.between(before, at);
            }
            before = at;
        }
        return seen.size() < 2 ? Optional.empty() : Optional.of(longest);
    }
}
