/**
 * When robots run. A {@link onebook.schedule.Plan} for each robot of each company flows in; at its
 * due times the work is called, and what was missed is named.
 *
 * <p>The engine is db-scheduler on tables that {@code store} hands in; the clock is injected and
 * nothing runs unless {@link onebook.schedule.RunQueue#runDue} is called. No book is opened here.
 */
package onebook.schedule;
