/**
 * Makes up a small company's quarter from a seed: documents, statements, opening balances, and
 * apart from them the truth a bookkeeper would arrive at.
 *
 * <p>It never imports the product: it draws, writes and reckons in its own way, so that agreement
 * between the two means something. A seed flows in, a folder of inputs and a folder of truth flow
 * out; the same seed gives the same bytes.
 */
package onebook.sample;
