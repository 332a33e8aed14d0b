/**
 * The command line: one class per command, the only place that prints. Reads arguments, asks
 * {@code robot}, prints values; decides nothing.
 */
package onebook.cli;
