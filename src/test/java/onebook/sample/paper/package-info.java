/**
 * Puts invoices on paper: one drawing, written as PDF, as OFD or as a degraded scan; and 数电票 XML.
 *
 * <p>An invoice of the scenario and a {@link onebook.sample.paper.Look} flow in, bytes flow out. It
 * reads nothing back and knows no accounts.
 */
package onebook.sample.paper;
