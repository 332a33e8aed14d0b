/**
 * Files somebody gave us: kept unchanged, told apart by their bytes, taken apart without trusting
 * them.
 *
 * <p>A path flows in at {@link onebook.document.Inbox}; a {@link onebook.document.Document} or a
 * refusal flows out. {@link onebook.document.PageText} is what every medium is brought to before a
 * reader looks for meaning: characters with places. Nothing here knows what an invoice or a
 * statement is, nothing follows a reference out of the file, nothing reads more than the limits
 * stated beside the code.
 */
package onebook.document;
