/**
 * The one program of an installed OneBook: no argument opens the desktop, arguments are a command
 * line, as with the launcher of a source checkout. Decides nothing else.
 */
package onebook.installer;
