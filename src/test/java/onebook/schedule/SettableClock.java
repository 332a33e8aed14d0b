package onebook.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Stands until it is set; its times are those of Shanghai. */
public final class SettableClock extends Clock {
    private Instant now;

    public SettableClock(String local) {
        set(local);
    }

    /** As "2026-03-05T07:30". */
    public void set(String local) {
        now = LocalDateTime.parse(local).atZone(Schedule.ZONE).toInstant();
    }

    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Schedule.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
