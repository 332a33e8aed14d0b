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
 * @param holder 户名
 * @param opening balance before the first line
 */
public record Frame(Account account, String holder, LocalDate from, LocalDate to, List<Row> rows,
        long opening, Dice dice) {

    /** All lines of an account in order of time, with running balances. */
    public static List<Row> run(List<Movement> lines, long opening, Dice dice) {
        List<Row> out = new ArrayList<>();
        long balance = opening;
        for (Movement line : lines) {
            balance += line.amount();
            String day = line.date().toString().replace("-", "");
            out.add(new Row(line, balance, day + dice.digits(10)));
        }
        return out;
    }

    /** The part of a statement in order of time between two days, both included. */
    public Frame between(LocalDate first, LocalDate last) {
        List<Row> part = new ArrayList<>();
        long before = opening;
        for (Row row : rows) {
            LocalDate date = row.line().date();
            if (date.isBefore(first)) {
                before = row.balance();
            } else if (!date.isAfter(last)) {
                part.add(row);
            }
        }
        return new Frame(account, holder, first, last, part, before, dice);
    }

    /** As many banks print it. */
    public Frame newestFirst() {
        List<Row> turned = new ArrayList<>(rows);
        Collections.reverse(turned);
        return new Frame(account, holder, from, to, turned, opening, dice);
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
