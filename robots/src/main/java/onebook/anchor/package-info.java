/**
 * Proof from outside: what somebody who is not the company says about its log.
 *
 * <p>A {@link onebook.anchor.WitnessServer} keeps the newest head of each log it is shown and
 * cosigns what goes on from it, one statutory log per legal entity; a {@link
 * onebook.anchor.WitnessClient} asks such witnesses and a {@link onebook.anchor.TimeStampClient}
 * time stamp authorities. Signed heads flow in; cosigned heads and tokens flow out. Nothing here
 * reads a book, sees a leaf or has the key of a log; whoever checks a token needs none of this.
 */
package onebook.anchor;
