package onebook.sample;

import java.time.LocalDate;

/**
 * 铁路电子客票 of an employee.
 *
 * @param fare in fen, tax included
 */
public record RailTicket(String number, LocalDate issued, LocalDate travelled, String time,
        String from, String to, String train, String seat, long fare, String passenger,
        Party buyer) {

    public long tax() {
        return fare - Fen.share(fare, 100, 109);
    }

    static RailTicket of(Cast cast, long seed) {
        Dice dice = new Dice(seed, "rail");
        Region there = dice.one(Region.ALL.stream()
                .filter(r -> !r.city().equals(cast.us().region().city())).toList());
        LocalDate day = Calendar.workday(dice.from(1, 2), dice.from(6, 26));
        String seat = dice.from(10, 16) + "车" + dice.from(10, 18) + "F号";
        return new RailTicket("26" + cast.us().region().code() + "91" + dice.digits(14),
                day.plusDays(2), day, dice.from(10, 19) + ":" + dice.from(10, 59),
                cast.us().region().city(), there.city(), "G" + dice.from(1000, 8999), seat,
                dice.from(120, 1180) * 50L, cast.employees().get(dice.from(1, 2)), cast.us());
    }
}
