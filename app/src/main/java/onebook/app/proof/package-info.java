/**
 * The proof of a book that lies outside of it: who has seen it and when, who is asked, and the
 * receipts of closed months.
 *
 * <p>Addresses flow out to the desk; anchors and receipts flow in. No signature is judged here.
 */
package onebook.app.proof;
