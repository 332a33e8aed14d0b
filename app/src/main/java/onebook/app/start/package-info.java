/**
 * Where the desktop begins: the process, the frame around the windows, and the page that opens a
 * book.
 *
 * <p>The only place of the desktop that knows the clock of the machine. A path may flow in from the
 * command line; a frame around an open {@link onebook.robot.Desk} flows out.
 */
package onebook.app.start;
