package onebook.ledger;

/**
 * Something a check or a reader found, which a person should see.
 *
 * @param name the refusal it amounts to
 * @param path the field or line it is about ("invoice.gross", "line:17"); may be empty
 * @param text the values, in one sentence
 */
public record Problem(Refusal name, String path, String text) { }
