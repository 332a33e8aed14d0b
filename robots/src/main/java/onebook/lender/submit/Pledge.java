package onebook.lender.submit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.seal.MalformedException;

/**
 * What a registry knows of one receivable.
 *
 * @param id 32 hex digits
 * @param prints fingerprints by name, f1 to f4
 * @param until when a reservation ends
 * @param review the fingerprints that matched others when it was reserved
 */
record Pledge(String id, Map<String, String> prints, State state, Optional<Instant> until,
        List<String> review) {

    /** What may be: checked blocks nothing; reserved ends by itself; financed until released. */
    enum State {
        CHECKED, RESERVED, FINANCED, RELEASED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    Pledge {
        prints = new TreeMap<>(prints);
        review = List.copyOf(review);
    }

    /** True while it blocks others. */
    boolean isLive(Instant now) {
        return state == State.FINANCED
                || state == State.RESERVED && now.isBefore(until.orElseThrow());
    }

    Pledge become(State next) {
        return new Pledge(id, prints, next, Optional.empty(), review);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new TreeMap<>();
        json.put("id", id);
        json.put("fp", prints);
        json.put("state", state.toString());
        json.put("review", review);
        until.ifPresent(end -> json.put("until", end.toString()));
        return json;
    }

    /** Throws {@link MalformedException} on what {@link #json} would not give. */
    static Pledge parse(Object json) {
        try {
            Map<?, ?> map = (Map<?, ?>) json;
            Map<String, String> prints = new TreeMap<>();
            ((Map<?, ?>) map.get("fp")).forEach((name, hex) ->
                    prints.put((String) name, (String) hex));
            Pledge pledge = new Pledge((String) map.get("id"), prints,
                    State.parse((String) map.get("state")),
                    Optional.ofNullable((String) map.get("until")).map(Instant::parse),
                    ((List<?>) map.get("review")).stream().map(String.class::cast).toList());
            if (pledge.json().equals(map)
                    && (pledge.state == State.RESERVED) == pledge.until.isPresent()) {
                return pledge;
            }
        } catch (ClassCastException | NullPointerException | DateTimeException
                | IllegalArgumentException wrong) {
            throw new MalformedException("not a pledge", wrong);
        }
        throw new MalformedException("not a pledge");
    }
}
