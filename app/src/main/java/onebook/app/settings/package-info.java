/**
 * What a person prefers: language, colours, size of text, the name that signs, the books used last.
 *
 * <p>Kept in one small file in the user's home, never in a book.
 */
package onebook.app.settings;
