/**
 * What every window shares: words in two languages, work off the window's thread, notices, figures
 * as people read them, and the picture of a document.
 *
 * <p>Nothing here knows a rule of bookkeeping. Values of {@code onebook.robot.Desk} flow in, nodes
 * flow out; what a person does flows back through {@link onebook.app.common.Workplace}.
 */
package onebook.app.common;
