package onebook.robot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.anchor.AnchorException;
import onebook.anchor.Place;
import onebook.anchor.RequestFile;
import onebook.anchor.TimeStampClient;
import onebook.anchor.WitnessClient;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.lender.Anchor;
import onebook.seal.AddCheckpoint;
import onebook.seal.Checkpoint;
import onebook.seal.Cosignatures;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.Verifier;
import onebook.store.LogLines;

/**
 * Lets witnesses and authorities of time see the head of a book and keeps what they say in its log.
 * Nothing but hashes leaves the book. Who is asked is settled in the book or named each time. The
 * lock of the {@link Desk} is not held while somebody is asked.
 */
public final class Anchoring {
    /** What the company settled, by the name under which it is sealed. */
    private static final String PLACES = "anchors";
    private static final String WITNESS = "witness ";
    private static final String TSA = "tsa ";

    private final Desk desk;
    private final OpenBook open;

    /** @param authorities asked in this order until one answers */
    public record Places(List<Place> witnesses, List<Place> authorities) {
        public static final Places NONE = new Places(List.of(), List.of());

        /** Throws {@link RefusedException} where one is no address. */
        public static Places of(List<String> witnesses, List<String> authorities) {
            return new Places(places(witnesses), places(authorities));
        }

        private static List<Place> places(List<String> texts) {
            return texts.stream().map(text -> {
                try {
                    return Place.parse(text);
                } catch (AnchorException wrong) {
                    throw refused(wrong);
                }
            }).toList();
        }

        public boolean isEmpty() {
            return witnesses.isEmpty() && authorities.isEmpty();
        }
    }

    /** @param failures of those who were asked and did not say what was asked for */
    public record Result(Anchor anchor, List<Problem> failures) { }

    Anchoring(Desk desk) {
        this.desk = desk;
        this.open = desk.book();
    }

    private static RefusedException refused(AnchorException why) {
        return new RefusedException(why.refusal(), why.getMessage());
    }

    // ---- who is asked

    /** Whom the company settled on. */
    public Places places() {
        synchronized (desk) {
            String text = new SealedTexts(open).find(PLACES).orElse("");
            return Places.of(lines(text, WITNESS), lines(text, TSA));
        }
    }

    private static List<String> lines(String text, String kind) {
        return Arrays.stream(text.split("\n")).filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length())).toList();
    }

    /** They are asked from now on where nobody is named. */
    public void settle(Places places, String by) {
        synchronized (desk) {
            desk.mayWrite(Duty.CLOSE, by);
            String text = Stream.concat(
                    places.witnesses().stream().map(place -> WITNESS + place.text()),
                    places.authorities().stream().map(place -> TSA + place.text()))
                    .collect(Collectors.joining("\n"));
            open.journal().transaction(() -> {
                new SealedTexts(open).put(PLACES, text, by);
                return open.checkpoint();
            });
        }
    }

    // ---- asking

    /** What was said about the book so far, the oldest first. */
    public List<Anchor> anchors() {
        synchronized (desk) {
            List<Anchor> anchors = new ArrayList<>();
            LogLines.each(open.journal(), Anchor.KIND,
                    bytes -> anchors.add(Anchor.of(Leaf.parse(bytes).body())));
            return anchors;
        }
    }

    private long lastSize() {
        List<Anchor> anchors = anchors();
        return anchors.isEmpty() ? 0 : anchors.get(anchors.size() - 1).size();
    }

    private WitnessClient.Log log(Duty duty, String by) {
        synchronized (desk) {
            desk.mayWrite(duty, by);
            return new WitnessClient.Log(open.signer().vkey(), desk.sealed(),
                    open.journal().log());
        }
    }

    public Result anchor(Places places, String by) {
        return anchor(places, by, RunReport.Progress.SILENT);
    }

    /**
     * Throws {@link RefusedException} where nobody said anything that could be kept, or where it is
     * stopped before everybody was asked: then nothing is kept.
     */
    public Result anchor(Places places, String by, RunReport.Progress told) {
        if (places.isEmpty()) {
            throw new RefusedException(Refusal.PLACES_ARE_MISSING, "");
        }
        WitnessClient.Log log = log(Duty.CLOSE, by);
        List<Problem> failures = new ArrayList<>();
        int[] asked = new int[1];
        Runnable next = () -> {
            int all = places.witnesses().size() + places.authorities().size();
            if (!told.at("anchor", asked[0]++, all)) {
                throw new RefusedException(Refusal.RUN_WAS_STOPPED, "");
            }
        };
        String note = cosigned(log, places.witnesses(), failures, next);
        Optional<byte[]> stamp = stamped(note, places.authorities(), failures, next);
        return keep(note, stamp, failures, by);
    }

    /**
     * The newest head with the lines of the witnesses who answer, for a package: it is handed on
     * and not kept. Who does not answer is added to the failures.
     */
    public String cosigned(List<Place> witnesses, List<Problem> failures, String by) {
        return cosigned(log(Duty.LEND, by), witnesses, failures, () -> { });
    }

    /** @param next called before each is asked */
    private String cosigned(WitnessClient.Log log, List<Place> witnesses,
            List<Problem> failures, Runnable next) {
        long guess = Math.min(lastSize(), Checkpoint.claimed(log.note()).size());
        WitnessClient client = new WitnessClient();
        String note = log.note();
        for (Place witness : witnesses) {
            next.run();
            try {
                note = client.cosign(witness,
                        new WitnessClient.Log(log.vkey(), note, log.tree()), guess);
            } catch (AnchorException failed) {
                failures.add(problem(failed));
            }
        }
        return note;
    }

    private static Problem problem(AnchorException failed) {
        return new Problem(failed.refusal(), "", failed.getMessage());
    }

    private static Optional<byte[]> stamped(String note, List<Place> authorities,
            List<Problem> failures, Runnable next) {
        TimeStampClient client = new TimeStampClient();
        for (Place authority : authorities) {
            next.run();
            try {
                return Optional.of(client.stamp(authority,
                        note.getBytes(StandardCharsets.UTF_8)));
            } catch (AnchorException failed) {
                failures.add(problem(failed));
            }
        }
        return Optional.empty();
    }

    private Result keep(String note, Optional<byte[]> stamp, List<Problem> failures, String by) {
        if (Cosignatures.claimed(note).isEmpty() && stamp.isEmpty()) {
            Problem first = failures.get(0);
            throw new RefusedException(first.name(), first.text());
        }
        Anchor anchor = new Anchor(note, stamp);
        synchronized (desk) {
            desk.mayWrite(Duty.CLOSE, by);
            open.journal().transaction(() -> {
                open.journal().leaf(Anchor.KIND, "", anchor.body(), List.of());
                return open.checkpoint();
            });
        }
        return new Result(anchor, failures);
    }

    // ---- without a network

    /**
     * What is carried to a witness.
     *
     * @param seen how many leaves the witness saw last; empty for as many as the newest anchor
     */
    public String request(Optional<Long> seen, String by) {
        WitnessClient.Log log = log(Duty.CLOSE, by);
        long size = Checkpoint.claimed(log.note()).size();
        long old = seen.orElseGet(this::lastSize);
        if (old > size) {
            throw new RefusedException(Refusal.WITNESS_REFUSES,
                    "the witness saw " + old + " leaves, the book has " + size);
        }
        return new RequestFile(log.vkey(), AddCheckpoint.of(log.tree(), old, log.note())).text();
    }

    /** @param text what the witness gave back: a head of this book with its line */
    public Result response(String text, List<Place> authorities, String by) {
        WitnessClient.Log log = log(Duty.CLOSE, by);
        try {
            Verifier own = Verifier.parse(log.vkey());
            Checkpoint head = own.open(text).map(Checkpoint::parse).orElseThrow(() ->
                    new MalformedException("the key of this book did not sign it"));
            boolean isOurs = head.origin().equals(own.name()) && head.size() <= log.tree().size()
                    && Arrays.equals(head.root(), log.tree().rootAt(head.size()));
            if (!isOurs || Cosignatures.claimed(text).isEmpty()) {
                throw new MalformedException("no cosigned head of this log");
            }
            if (anchors().stream().anyMatch(anchor -> anchor.note().equals(text))) {
                throw new RefusedException(Refusal.NOTHING_TO_DO, "it was taken in before");
            }
            List<Problem> failures = new ArrayList<>();
            return keep(text, stamped(text, authorities, failures, () -> { }), failures, by);
        } catch (MalformedException wrong) {
            throw new RefusedException(Refusal.NOT_A_HEAD_OF_THIS_BOOK, wrong.getMessage());
        }
    }
}
