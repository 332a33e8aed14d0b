/**
 * Measured figures. Each bench times a whole piece of work and, in the same run, a peer or the
 * floor, and prints both with their ratio; it never judges. Nothing here is on the way of a user's
 * work.
 */
package onebook.cli.bench;
