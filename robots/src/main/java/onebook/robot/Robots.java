package onebook.robot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Refusal;

/** The robots that the templates define. */
final class Robots {
    private static final List<String> NAMES = List.of("daily", "capture", "bank", "close-month");

    private static final String ACCEPT = "accept";
    /** Settings of robots that close, each "accept" or "refuse". */
    private static final Map<String, Refusal> SETTINGS = Map.of(
            "waiting", Refusal.ITEMS_STILL_WAIT, "bank", Refusal.BANK_IS_NOT_RECONCILED,
            "cash", Refusal.CASH_IS_BELOW_ZERO, "recurring", Refusal.RECURRING_ENTRIES_ARE_DUE,
            "rates", Refusal.EXCHANGE_RATE_IS_MISSING,
            "pending", Refusal.PENDING_ITEMS_ARE_NOT_CLEARED);
    /** Setting of robots that close: "accept" where December may be closed as the year's end. */
    private static final String YEAR_END = "year-end";
    private static final String DISTRIBUTION = "distribution";

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

    /** Closes one month as ordered. */
    static Robot closing(CloseOrder order) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("through", order.month().toString());
        SETTINGS.forEach((setting, refusal) ->
                settings.put(setting, order.accepted().contains(refusal) ? ACCEPT : "refuse"));
        settings.put(YEAR_END, order.isYearEnd() ? ACCEPT : "refuse");
        settings.put(DISTRIBUTION, order.distribution().toString());
        return new Robot("close " + order.month(), Map.of(), "", List.of("close"), settings);
    }

    /** How a robot closes a month. */
    static CloseOrder order(Robot robot, Period month) {
        Set<Refusal> accepted = SETTINGS.entrySet().stream()
                .filter(one -> ACCEPT.equals(robot.settings().get(one.getKey())))
                .map(Map.Entry::getValue).collect(Collectors.toSet());
        boolean isYearEnd =
                ACCEPT.equals(robot.settings().get(YEAR_END)) && month.month() == 12;
        return new CloseOrder(month, isYearEnd, Money.parse(
                robot.settings().getOrDefault(DISTRIBUTION, "0.00")), accepted);
    }
}
