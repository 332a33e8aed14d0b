package onebook.lender.finding;

/** How a party stands in a table: one place, whatever a book calls its parties. */
final class PartyName {
    private PartyName() { }

    /** Opaque: it may be a name or a tag in its place. */
    static String shown(String party) {
        return party.isEmpty() ? "（未写明 not stated）" : party;
    }
}
