package onebook.app.common;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import onebook.robot.OperationLog;

/** Times as people in China read them. */
public final class Moments {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(OperationLog.ZONE);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(OperationLog.ZONE);

    private Moments() { }

    public static String day(Instant at) {
        return DAY.format(at);
    }

    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** "3 days 4 hours". */
    public static String length(Duration time, Texts texts) {
        return texts.get("length", time.toDays(), time.toHoursPart());
    }
}
