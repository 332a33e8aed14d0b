package onebook.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintsTest {

    @Test
    void a_text_is_new_once_among_very_many() {
        Fingerprints seen = new Fingerprints();
        for (int i = 0; i < 200_000; i++) {
            assertThat(seen.add("2026-01/记-" + i)).isTrue();
        }
        assertThat(seen.mayContain("2026-01/记-199999")).isTrue();
        assertThat(seen.mayContain("2026-01/记-200000")).isFalse();
        for (int i = 0; i < 200_000; i += 7) {
            assertThat(seen.add("2026-01/记-" + i)).isFalse();
        }
        assertThat(seen.add("")).isTrue();
        assertThat(seen.add("")).isFalse();
    }
}
