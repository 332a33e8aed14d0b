package onebook.robot;

import java.util.List;
import onebook.ledger.Problem;
import onebook.schedule.MissedRun;

/**
 * What became of all that was due.
 *
 * @param companies every company of the office, in its order
 * @param missed due times at which nobody ran the robot, not acknowledged yet
 */
public record OfficeReport(List<Company> companies, List<MissedRun> missed) {

    /**
     * @param runs what its robots did
     * @param waiting how many items wait for a person after the last run; 0 where none ran
     * @param refusals why a robot could not run; the path names the robot
     */
    public record Company(String name, List<RunReport> runs, int waiting,
            List<Problem> refusals) { }
}
