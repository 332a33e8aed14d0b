/**
 * The questions a lender has: what differs between book, invoices, tax and bank, and how much of
 * the book is shown by papers of others.
 *
 * <p>Leaves come in once, in the order of the log; each {@link onebook.lender.finding.Question}
 * keeps sums and what it must, never the entries. Out come findings, the four-way tie-out, the
 * corroboration vector, ratios and the page of a loan. All of it is computed again by the verifier,
 * so it needs java.base, {@code ledger}, {@code seal} and {@code report} only and no floating
 * point. Every finding is a difference to explain; none says why it is there, and nobody is
 * graded.
 */
package onebook.lender.finding;
