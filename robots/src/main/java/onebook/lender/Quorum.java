package onebook.lender;

import java.util.List;
import java.util.function.Predicate;
import onebook.seal.Witness;

/**
 * Who must have seen the head of a log: a witness, or so many of a group (C2SP tlog-policy).
 *
 * @param least how many of the members
 * @param witness the one that a quorum without members is
 */
public record Quorum(String name, int least, List<Quorum> members, Witness witness) {
    static Quorum of(Witness witness, String name) {
        return new Quorum(name, 0, List.of(), witness);
    }

    static Quorum group(String name, int least, List<Quorum> members) {
        return new Quorum(name, least, List.copyOf(members), null);
    }

    /** Whether it is met where the predicate tells which witnesses cosigned. */
    public boolean isMet(Predicate<Witness> cosigned) {
        return witness != null ? cosigned.test(witness)
                : members.stream().filter(member -> member.isMet(cosigned)).count() >= least;
    }
}
