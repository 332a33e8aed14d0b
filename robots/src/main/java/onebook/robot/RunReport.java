package onebook.robot;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import onebook.ledger.EntryNumber;
import onebook.words.Sentence;

/**
 * What a run did, or in a dry run would do.
 *
 * @param id "" for a dry run
 * @param diff one line per change, the same bytes for a dry run and for the run after it
 * @param entries what it posted
 * @param undoneBy id of the run that took it back; "" where it stands
 */
public record RunReport(String id, String robot, Instant started, Instant ended, boolean isDryRun,
        List<String> diff,
        @JsonSerialize(converter = EntryRanges.Written.class)
        @JsonDeserialize(converter = EntryRanges.Read.class)
        List<EntryNumber> entries,
        int waiting, String undoneBy) {

    RunReport undoneBy(String run) {
        return new RunReport(id, robot, started, ended, isDryRun, diff, entries, waiting, run);
    }

    /** The lines of the diff in both languages, as far as no rule file is needed for it. */
    public List<Sentence> said() {
        return diff.stream().map(line -> Diff.said(line, Sentence::sealed)).toList();
    }

    /** Told while a run works; may be asked to stop. */
    public interface Progress {
        Progress SILENT = (step, done, total) -> true;

        /** False stops the run before the next item; nothing of it is kept. */
        boolean at(String step, int done, int total);
    }
}
