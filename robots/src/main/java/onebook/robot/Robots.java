package onebook.robot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import onebook.ledger.Period;
import onebook.ledger.Refusal;

/** The robots that the templates define. */
final class Robots {
    private static final List<String> NAMES = List.of("daily", "capture", "bank", "close-month");

    private static final String ACCEPT = "accept";
    /** Settings of robots that close, each "accept" or "refuse". */
    private static final Map<String, Refusal> SETTINGS = Map.of(
            "waiting", Refusal.ITEMS_STILL_WAIT, "bank", Refusal.BANK_IS_NOT_RECONCILED);

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

    /** Closes all months through one, whatever of this a person accepts. */
    static Robot closing(Period through, Set<Refusal> accepted) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("through", through.toString());
        SETTINGS.forEach((setting, refusal) ->
                settings.put(setting, accepted.contains(refusal) ? ACCEPT : "refuse"));
        return new Robot("close " + through, Map.of(), "", List.of("close"), settings);
    }

    /** With what a robot closes a month nevertheless. */
    static Set<Refusal> accepted(Robot robot) {
        return SETTINGS.entrySet().stream()
                .filter(one -> ACCEPT.equals(robot.settings().get(one.getKey())))
                .map(Map.Entry::getValue).collect(Collectors.toSet());
    }
}
