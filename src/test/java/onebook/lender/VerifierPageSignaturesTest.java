package onebook.lender;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's own hashes and signatures beside those of the browser. */
class VerifierPageSignaturesTest {
    @TempDir
    private static Path folder;
    private static Chromium page;

    @BeforeAll
    static void a_browser_with_the_page() throws Exception {
        page = Chromium.withPage(folder);
    }

    @AfterAll
    static void close_the_browser() {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void its_hashes_are_those_of_the_browser() {
        assertThat(page.run("(async () => { for (let i = 0; i < 300; i++) {"
                + " const bytes = crypto.getRandomValues(new Uint8Array(i < 280 ? i : 200 * i));"
                + " for (const [name, own] of [['SHA-256', OneBook.sha256],"
                + " ['SHA-512', OneBook.sha512]]) { if (name === 'SHA-256' || i < 280) {"
                + " const other = new Uint8Array(await crypto.subtle.digest(name, bytes));"
                + " if (String(own(bytes)) !== String(other)) return name + ' of ' + i; } } }"
                + " return 'same'; })()").asText()).isEqualTo("same");
    }

    @Test
    void its_signatures_are_those_of_the_browser_and_every_changed_bit_is_refused() {
        assertThat(page.run("(async () => { for (let i = 0; i < 8; i++) {"
                + " const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign']);"
                + " const key = new Uint8Array(await crypto.subtle.exportKey('raw',"
                + " pair.publicKey)); const text = crypto.getRandomValues(new Uint8Array(40 * i));"
                + " const good = new Uint8Array(await crypto.subtle.sign('Ed25519',"
                + " pair.privateKey, text)); const is = one => OneBook.Ed25519.isSigned(key, text,"
                + " one); if (!is(good)) return 'a good one'; for (let j = 0; j < 64; j += 5) {"
                + " const bad = good.slice(); bad[j] ^= 1 << (i + j) % 8;"
                + " if (is(bad)) return 'bit ' + j; }"
                + " if (is(good.slice(0, 63)) || is(new Uint8Array([...good, 0])))"
                + " return 'length'; const more = good.slice(); let carry = 0n;"
                + " const order = (1n << 252n) + 27742317777372353535851937790883648493n;"
                + " for (let j = 0; j < 32; j++) { const sum = BigInt(good[32 + j]) + carry"
                + " + (order >> BigInt(8 * j) & 255n); more[32 + j] = Number(sum & 255n);"
                + " carry = sum >> 8n; } if (is(more)) return 'S beyond the order'; }"
                + " return 'same'; })()").asText()).isEqualTo("same");
    }

    /** Points in a form that is not theirs: y beyond the field, a sign on nothing, no curve. */
    @Test
    void points_that_are_written_otherwise_are_refused() {
        String neutral = "[1].concat(Array(31).fill(0))";
        String beyond = "[0xee].concat(Array(30).fill(0xff), 0x7f)";
        String signed = "[1].concat(Array(30).fill(0), 0x80)";
        for (List<String> one : List.of(List.of(neutral, beyond), List.of(beyond, neutral),
                List.of(signed, neutral), List.of(neutral, signed),
                List.of("[2].concat(Array(31).fill(0))", neutral))) {
            assertThat(page.run("OneBook.Ed25519.isSigned(new Uint8Array(" + one.get(0)
                    + "), new Uint8Array(2), new Uint8Array(" + one.get(1)
                    + ".concat(Array(32).fill(0))))").asBoolean()).as("%s", one).isFalse();
        }
    }
}
