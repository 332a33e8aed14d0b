package onebook.schedule;

import java.util.regex.Pattern;

/** One robot of one company with its schedule. */
public record Plan(String company, String robot, Schedule schedule) {
    private static final Pattern ROBOT = Pattern.compile("[a-z0-9-]{1,40}");

    public Plan {
        if (!ROBOT.matcher(robot).matches() || company.isBlank()) {
            throw new IllegalArgumentException("no robot of a company: " + robot + ", " + company);
        }
    }
}
