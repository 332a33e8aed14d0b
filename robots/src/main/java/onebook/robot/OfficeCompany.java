package onebook.robot;

import java.nio.file.Path;
import java.util.List;
import onebook.ledger.Problem;
import onebook.schedule.Plan;
import onebook.schedule.Schedule;

/**
 * One company of an office.
 *
 * @param name what the accountant calls it
 * @param inbox the folder its documents are put into
 * @param robots those that run on schedule
 * @param problems why some of its robots, or all, cannot run
 */
record OfficeCompany(String name, Path book, Path inbox, List<Robot> robots,
        List<Problem> problems) {

    List<Plan> plans() {
        return robots.stream()
                .map(robot -> new Plan(name, robot.name(), Schedule.parse(robot.schedule())))
                .toList();
    }

    boolean sharesWith(OfficeCompany other) {
        return book.getParent().equals(other.book.getParent()) || inbox.startsWith(other.inbox)
                || other.inbox.startsWith(inbox) || book.startsWith(other.inbox)
                || other.book.startsWith(inbox);
    }
}
