/**
 * The only place that strings steps together: files are taken in, read, proposed, posted, matched,
 * closed, filled and packed here, each step a value of another package.
 *
 * <p>{@link onebook.robot.Desk} is one open book, for the desktop and the command line alike.
 */
package onebook.robot;
