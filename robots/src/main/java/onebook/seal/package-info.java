/**
 * Makes history undeniable: a book is a log of leaves, and a signed checkpoint fixes all of them.
 *
 * <p>Hashes and proofs are those of RFC 6962 and RFC 9162, unchanged; checkpoints and keys are C2SP
 * signed notes. Nothing here is our own invention except the JSON profile vb-jcs-1, which forbids
 * more than RFC 8785 does. Nothing here reads a database, a clock or the network, and there is no
 * way to change or drop a leaf. Entries and other facts flow in as a {@link onebook.seal.Leaf};
 * roots, proofs and signed notes flow out. Imports java.base and {@code onebook.ledger} only.
 */
package onebook.seal;
