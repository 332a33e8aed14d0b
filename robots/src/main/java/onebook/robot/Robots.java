package onebook.robot;

import java.util.List;
import onebook.ledger.Refusal;

/** The robots that the templates define. */
final class Robots {
    private static final List<String> NAMES = List.of("daily", "capture", "bank", "close-month");

    private Robots() { }

    static List<Robot> all() {
        return NAMES.stream()
                .map(name -> Json.yaml(Templates.text("robots/" + name + ".yaml"), Robot.class))
                .toList();
    }

    static Robot find(String name) {
        return all().stream().filter(robot -> robot.name().equals(name)).findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.ROBOT_IS_UNKNOWN, name));
    }
}
