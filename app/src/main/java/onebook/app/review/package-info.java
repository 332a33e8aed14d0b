/**
 * One waiting item under review: what was read, and the draft entry a person may correct.
 *
 * <p>A {@link onebook.robot.WaitingItem} flows in; date, summary and postings flow out as they were
 * typed. Whether they make an entry is the book's decision, not this package's.
 */
package onebook.app.review;
