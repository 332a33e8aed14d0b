/**
 * The robots: what each does and when, a trial without effect, a run, and taking a run back.
 *
 * <p>Robots and reports flow in as the desk gives them; the names of robots and runs flow out.
 */
package onebook.app.robots;
