package onebook.sample.statement;

import java.time.format.DateTimeFormatter;
import onebook.sample.Fen;
import onebook.sample.Movement;

/** A line with the balance after it, and a serial of the bank. */
public record Row(Movement line, long balance, String serial) {

    String date(String pattern) {
        return line.date().format(DateTimeFormatter.ofPattern(pattern));
    }

    String time(String pattern) {
        return line.time().format(DateTimeFormatter.ofPattern(pattern));
    }

    boolean in() {
        return line.amount() > 0;
    }

    /** Empty unless money comes in. */
    String received() {
        return in() ? Fen.grouped(line.amount()) : "";
    }

    /** Empty unless money goes out; without a sign. */
    String paid() {
        return in() ? "" : Fen.grouped(-line.amount());
    }
}
