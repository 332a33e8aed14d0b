package onebook.lender.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.EntryNumber;
import onebook.ledger.Money;
import onebook.ledger.Period;

/**
 * Which entries name a thing (a bank line, an invoice), and which of them stand: a red entry ends
 * that, whenever it comes. Entries are kept as one number each.
 */
final class Cited {
    private final Set<Long> takenBack = new HashSet<>();
    private final Map<Citable, List<Long>> more = new HashMap<>();

    /** Something entries may name; the first that does is kept within it. */
    static class Citable {
        private long first = -1;
        private long usedFen;

        /** How much of it has shown an amount already. */
        Money used() {
            return Money.cny(usedFen);
        }

        void use(Money part) {
            usedFen = Math.addExact(usedFen, part.minor());
        }
    }

    static long packed(EntryNumber number) {
        Period period = number.period();
        return (period.year() * 12L + period.month() - 1) << 32 | number.sequence();
    }

    static EntryNumber number(long packed) {
        return new EntryNumber(month(packed), (int) packed);
    }

    static Period month(long packed) {
        long months = packed >> 32;
        return new Period((int) (months / 12), (int) (months % 12) + 1);
    }

    void takeBack(EntryNumber wrong) {
        takenBack.add(packed(wrong));
    }

    boolean stands(long packed) {
        return !takenBack.contains(packed);
    }

    void cite(Citable thing, EntryNumber by) {
        long packed = packed(by);
        if (thing.first < 0) {
            thing.first = packed;
        } else if (thing.first != packed) {
            List<Long> others = more.computeIfAbsent(thing, one -> new ArrayList<>());
            if (!others.contains(packed)) {
                others.add(packed);
            }
        }
    }

    boolean isCited(Citable thing) {
        return thing.first >= 0;
    }

    /** The first entry that names it and stands. */
    Optional<EntryNumber> standing(Citable thing) {
        if (thing.first >= 0 && stands(thing.first)) {
            return Optional.of(number(thing.first));
        }
        return more.getOrDefault(thing, List.of()).stream().filter(this::stands).findFirst()
                .map(Cited::number);
    }

    /** Those that name it and were taken back. */
    List<EntryNumber> gone(Citable thing) {
        List<Long> all = new ArrayList<>(more.getOrDefault(thing, List.of()));
        if (thing.first >= 0) {
            all.add(0, thing.first);
        }
        return all.stream().filter(one -> !stands(one)).map(Cited::number).toList();
    }
}
