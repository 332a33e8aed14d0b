/**
 * A package goes to a lender and a signed receipt comes back; a receivable is pledged to one lender
 * and to no second. templates/lender/submission-format.md is the protocol.
 *
 * <p>{@link onebook.lender.submit.Consent} says what would leave; {@link
 * onebook.lender.submit.Submission} sends it; {@link onebook.lender.submit.Receiver} is a server to
 * copy, {@link onebook.lender.submit.Registry} its memory of pledges. Nothing here opens a book,
 * asks the time by itself or decides to send something: {@code robot} does, after a person agreed.
 * It is no part of the stand-alone verifier.
 */
package onebook.lender.submit;
