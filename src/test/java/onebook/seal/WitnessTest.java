package onebook.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who says to have seen the head of a log, and when, says it about this head only. */
class WitnessTest {
    private static final Instant AT = Instant.parse("2026-04-01T08:00:00Z");
    private static final Signer LOG = Signer.create("books.example/cn/9133/statutory");
    private static final Signer BANK = Signer.create("witness.example/bank");
    private static final Witness KNOWN = Witness.parse(BANK.witnessKey());
    private static final String HEAD = LOG.sign(new Checkpoint(LOG.name(), 7, new byte[32])
            .body());

    @Test
    void a_cosignature_tells_when_and_leaves_the_logs_own() {
        String cosigned = BANK.cosign(HEAD, AT.plusMillis(999));
        assertThat(cosigned).startsWith(HEAD);
        assertThat(KNOWN.cosigned(cosigned)).contains(AT);
        assertThat(Verifier.parse(LOG.vkey()).open(cosigned))
                .isEqualTo(Verifier.parse(LOG.vkey()).open(HEAD)).isPresent();
        assertThat(KNOWN.cosigned(HEAD)).isEmpty();
        assertThat(KNOWN.cosigned("no note")).isEmpty();
    }

    @Test
    void another_head_another_time_or_another_key_is_none() {
        String cosigned = BANK.cosign(HEAD, AT);
        String line = cosigned.substring(HEAD.length());
        String other = LOG.sign(new Checkpoint(LOG.name(), 8, new byte[32]).body());
        assertThat(KNOWN.cosigned(other + line)).isEmpty();
        assertThat(Witness.parse(Signer.create("witness.example/bank").witnessKey())
                .cosigned(cosigned)).isEmpty();
        assertThat(KNOWN.cosigned(cosigned + line)).as("two lines of one key").isEmpty();
        String asLog = HEAD + BANK.sign(HEAD.substring(0, HEAD.indexOf("\n\n") + 1))
                .substring(HEAD.indexOf("\n\n") + 2);
        assertThat(KNOWN.cosigned(asLog)).as("signed as a log signs").isEmpty();
    }

    @Test
    void every_flipped_bit_of_a_cosignature_is_seen() {
        String line = BANK.cosign(HEAD, AT).substring(HEAD.length());
        int start = line.lastIndexOf(' ') + 1;
        byte[] bytes = Base64.getDecoder().decode(line.substring(start).strip());
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(KNOWN.cosigned(HEAD + line.substring(0, start)
                    + Base64.getEncoder().encodeToString(flipped) + "\n")).as("bit " + bit)
                    .isEmpty();
        }
        for (int length : List.of(4 + 8 + 63, 4 + 8 + 65, 5)) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThat(KNOWN.cosigned(HEAD + line.substring(0, start)
                    + Base64.getEncoder().encodeToString(cut) + "\n")).as("bytes " + length)
                    .isEmpty();
        }
    }

    @Test
    void a_key_of_a_log_is_no_key_of_a_witness() {
        assertThat(Witness.parse(KNOWN.vkey()).hasKeyOf(KNOWN)).isTrue();
        assertThat(KNOWN.name()).isEqualTo("witness.example/bank");
        assertThatThrownBy(() -> Witness.parse(BANK.vkey()))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Verifier.parse(BANK.witnessKey()))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Witness.parse(KNOWN.vkey().replace("bank", "park")))
                .isInstanceOf(MalformedException.class);
    }
}
