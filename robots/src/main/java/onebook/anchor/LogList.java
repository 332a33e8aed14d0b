package onebook.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.seal.LegalEntity;
import onebook.seal.MalformedException;
import onebook.seal.Verifier;

/** Which logs a witness takes: those of a list, or of any legal entity as they come. */
public final class LogList {
    private static final LogList OPEN = new LogList(List.of(), true);

    private final List<Verifier> listed;
    private final boolean isOpen;

    private LogList(List<Verifier> listed, boolean isOpen) {
        this.listed = List.copyOf(listed);
        this.isOpen = isOpen;
    }

    /** Trust on first use: the first key that signs for a legal entity is its key from then on. */
    public static LogList open() {
        return OPEN;
    }

    /**
     * @param text a vkey on each line, "log " before it or not; # begins a remark
     * @throws MalformedException where a line is none
     */
    public static LogList parse(String text) {
        List<Verifier> listed = new ArrayList<>();
        for (String line : text.split("\n")) {
            String key = line.strip().replaceFirst("^log +", "");
            if (!key.isEmpty() && !key.startsWith("#")) {
                listed.add(Verifier.parse(key.split(" +")[0]));
            }
        }
        if (listed.isEmpty()) {
            throw new MalformedException("the list names no log");
        }
        return new LogList(listed, false);
    }

    /**
     * The keys that may sign for a log.
     *
     * @param kept the key it was seen with before
     * @param offered the key that came with the request
     */
    List<Verifier> of(String origin, Optional<String> kept, Optional<String> offered) {
        List<Verifier> keys = new ArrayList<>(listed);
        if (isOpen) {
            kept.map(Verifier::parse).ifPresent(keys::add);
            offered.filter(key -> LegalEntity.of(origin).isPresent()).map(Verifier::parse)
                    .ifPresent(keys::add);
        }
        return keys.stream().filter(key -> key.name().equals(origin)).toList();
    }
}
