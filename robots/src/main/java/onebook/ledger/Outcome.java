package onebook.ledger;

/** What became of a proposal or a command: an entry, or a refusal with its sentence. */
public sealed interface Outcome {

    record Posted(JournalEntry entry) implements Outcome { }

    record Refused(Refusal refusal, String detail) implements Outcome { }
}
