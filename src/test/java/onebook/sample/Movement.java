package onebook.sample;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * One line of a statement.
 *
 * @param amount in fen, money in is positive
 * @param kind what the bank or wallet calls it
 * @param waits no rule can know what it is
 */
public record Movement(Account account, LocalDate date, LocalTime time, long amount, String party,
        String partyAccount, String memo, String kind, boolean waits) {

    Movement at(LocalTime moment) {
        return new Movement(account, date, moment, amount, party, partyAccount, memo, kind, waits);
    }

    /** "bank:19045101040012345:2026-01-05:-12.00" */
    String source() {
        return "bank:" + account.number() + ":" + date + ":" + Fen.text(amount);
    }
}
