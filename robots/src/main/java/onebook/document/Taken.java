package onebook.document;

import onebook.ledger.Refusal;

/** What became of a file at the inbox. */
public sealed interface Taken {

    /**
     * The file is kept.
     *
     * @param isNew false where the same bytes were taken before
     */
    record Kept(Document document, boolean isNew) implements Taken { }

    /** The file was not copied; {@code detail} says what was seen. */
    record Declined(String name, Refusal refusal, String detail) implements Taken { }
}
