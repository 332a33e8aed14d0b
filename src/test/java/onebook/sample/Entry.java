package onebook.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * A voucher of the true books.
 *
 * @param kind OPENING, ORDINARY or CLOSING
 * @param toProfit it only carries income or expense to 3103
 */
record Entry(LocalDate date, String kind, boolean toProfit, List<Line> lines,
        List<String> sources) {

    /** @param party empty where the account is kept without one */
    record Line(String account, boolean debit, long fen, String party) {
        /** A credit is negative. */
        long debitFen() {
            return debit ? fen : -fen;
        }
    }

    Entry {
        lines = lines.stream().filter(line -> line.fen() != 0).toList();
        sources = List.copyOf(sources);
    }

    static Entry ordinary(LocalDate date, List<Line> lines, String... sources) {
        return new Entry(date, "ORDINARY", false, lines, List.of(sources));
    }

    static Line debit(String account, long fen, String... party) {
        return new Line(account, true, fen, party.length == 0 ? "" : party[0]);
    }

    static Line credit(String account, long fen, String... party) {
        return new Line(account, false, fen, party.length == 0 ? "" : party[0]);
    }
}
