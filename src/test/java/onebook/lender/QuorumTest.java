package onebook.lender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import onebook.seal.MalformedException;
import onebook.seal.Signer;
import onebook.seal.Witness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which witnesses are enough is the reader's policy, written as C2SP tlog-policy says. */
class QuorumTest {
    private static final Instant AT = Instant.parse("2026-04-01T08:00:00Z");
    private static final List<Signer> WITNESSES = List.of(Signer.create("a.example"),
            Signer.create("b.example"), Signer.create("c.example"), Signer.create("d.example"));
    private static final String DEFINED = "log " + SmallBook.SIGNER.vkey() + "\n"
            + "witness a " + WITNESSES.get(0).witnessKey() + "\n"
            + "witness b " + WITNESSES.get(1).witnessKey() + " https://b.example/\n"
            + "witness c " + WITNESSES.get(2).witnessKey() + "\n"
            + "witness d " + WITNESSES.get(3).witnessKey() + "\n";

    private static boolean isMet(String policy, String who) {
        String note = SmallBook.SIGNER.sign("books.example\n0\nAA==\n");
        for (char one : who.toCharArray()) {
            note = WITNESSES.get(one - 'a').cosign(note, AT);
        }
        String cosigned = note;
        return Policy.parse(DEFINED + policy).quorum().orElseThrow()
                .isMet(witness -> witness.cosigned(cosigned).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"a,true", "b,false", "bcd,false"})
    void one_witness(String who, boolean isMet) {
        assertThat(isMet("quorum a\n", who)).isEqualTo(isMet);
    }

    @ParameterizedTest
    @CsvSource({"ab,true", "bc,true", "abc,true", "a,false", "ad,false", "d,false"})
    void two_of_three(String who, boolean isMet) {
        assertThat(isMet("group g 2 a b c\nquorum g\n", who)).isEqualTo(isMet);
    }

    @ParameterizedTest
    @CsvSource({"ac,true", "bd,true", "abcd,true", "ab,false", "cd,false"})
    void groups_of_groups(String who, boolean isMet) {
        assertThat(isMet("group x any a b\ngroup y any c d\ngroup both all x y\nquorum both\n",
                who)).isEqualTo(isMet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quorum e\n", "group g 0 a\nquorum g\n", "group g 2 a\nquorum g\n",
        "group g any a a\nquorum g\n", "group g any a\ngroup h any a\nquorum h\n",
        "quorum g\ngroup g any a\n", "group none any a\nquorum none\n", "group g any none\n",
        "group a any b\n", "group g some a\n", "group g 01 a\n", "quorum a\nquorum a\n",
        "group g any g\n"})
    void what_a_policy_may_not_say(String wrong) {
        assertThatThrownBy(() -> Policy.parse(DEFINED + wrong)).as(wrong)
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void one_key_is_one_witness_whatever_its_name() {
        Witness first = Witness.parse(WITNESSES.get(0).witnessKey());
        assertThatThrownBy(() -> Policy.parse(DEFINED + "witness e " + first.vkey() + "\n"))
                .isInstanceOf(MalformedException.class);
    }
}
