package onebook.sample.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import onebook.sample.Account;
import onebook.sample.Dice;
import onebook.sample.Fen;
import onebook.sample.Movement;

/**
 * One statement: an account, a span of days, and the lines in the order printed.
 *
 * @param rows newest first where the bank prints them so
 * @param holder 户名
 */
public record Frame(Account account, String holder, LocalDate from, LocalDate to, List<Row> rows, long opening,
        Dice dice) {

    /** All lines of an account in order of time, with running balances. */
    public static List<Row> run(List<Movement> lines, long opening, Dice dice) {
        List<Row> out = new ArrayList<>();
        long balance = opening;
        for (Movement line : lines) {
            balance += line.amount();
            out.add(new Row(line, balance, line.date().toString().replace("-", "") + dice.digits(10)));
        }
        return out;
    }

    /** The part of a run between two days, both included. */
    public static Frame of(Account account, String holder, List<LocalDate> span, List<Row> run, long opening,
            boolean newestFirst, Dice dice) {
        List<Row> part = new ArrayList<>();
        long before = opening;
        for (Row row : run) {
            LocalDate date = row.line().date();
            if (date.isBefore(span.get(0))) {
                before = row.balance();
            } else if (!date.isAfter(span.get(1))) {
                part.add(row);
            }
        }
        if (newestFirst) {
            Collections.reverse(part);
        }
        return new Frame(account, holder, span.get(0), span.get(1), part, before, dice);
    }

    long closing() {
        return opening + rows.stream().mapToLong(row -> row.line().amount()).sum();
    }

    String sum(boolean in) {
        return Fen.grouped(rows.stream().filter(row -> row.in() == in)
                .mapToLong(row -> Math.abs(row.line().amount())).sum());
    }

    long count(boolean in) {
        return rows.stream().filter(row -> row.in() == in).count();
    }
}
