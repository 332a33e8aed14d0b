package onebook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void keys_are_sorted_and_only_what_must_be_escaped_is_escaped() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("z", List.of(1, -2L, true, false, List.of(), Map.of()));
        value.put("a_1", "清禾 \"\\/\b\t\n\f\r\u0001\u001f\u007f\u2028😀");

        assertThat(new String(CanonicalJson.write(value), UTF_8)).isEqualTo(
                "{\"a_1\":\"清禾 \\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f\u007f\u2028😀\","
                + "\"z\":[1,-2,true,false,[],{}]}");
    }

    @Test
    void what_is_written_is_read_back_equal_and_byte_for_byte() {
        Random random = new Random(6962);
        for (int i = 0; i < 2_000; i++) {
            Object value = value(random, 1);
            byte[] bytes = CanonicalJson.write(value);
            assertThat(CanonicalJson.parse(bytes)).isEqualTo(CanonicalJson.copy(value));
            assertThat(CanonicalJson.write(CanonicalJson.parse(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void a_text_is_read_only_if_writing_it_again_gives_the_same_bytes() {
        Random random = new Random(8785);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = CanonicalJson.write(value(random, 1));
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(CanonicalJson.write(CanonicalJson.parse(bytes))).isEqualTo(bytes);
            } catch (MalformedException expected) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 20_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "}", "[", "[1", "[1,", "[1,]", "[,1]", "{\"a\":}", "{\"a\"}", "{\"a\":1,}",
        " 1", "1 ", "1\n", "[1, 2]", "{\"a\": 1}", "{ }", "[ ]",
        "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":1}", "{\"A\":1}", "{\"\":1}", "{\"键\":1}", "{a:1}",
        "1.0", "1e2", "1E2", "01", "-0", "-", "+1", ".5", "-01", "0x1", "NaN", "Infinity", "null",
        "9007199254740992", "-9007199254740992", "99999999999999999999", "tru", "True", "truefalse",
        "\"\\/\"", "\"\\u0041\"", "\"\\u000a\"", "\"\\u001F\"", "\"\\ud800\"", "\"\\ud83d\\ude00\"",
        "\"\\u0020\"", "\"\\u00\"", "\"\\x\"", "\"\\\"", "\"", "\"\t\"", "\"\n\"", "'a'", "\uFEFF1",
        "1//", "[1]]", "{}{}"})
    void what_is_not_canonical_is_refused(String text) {
        assertThatThrownBy(() -> CanonicalJson.parse(text.getBytes(UTF_8)))
                .isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xc0, 0xf8, 0xff})
    void what_is_not_utf_8_is_refused(int octet) {
        byte[] bytes = {'"', (byte) octet, '"'};
        assertThatThrownBy(() -> CanonicalJson.parse(bytes)).isInstanceOf(MalformedException.class);
    }

    @Test
    void a_surrogate_in_utf_8_and_half_a_pair_in_a_string_are_refused() {
        byte[] cesu = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
        byte[] overlong = {'"', (byte) 0xc0, (byte) 0xaf, '"'};
        assertThatThrownBy(() -> CanonicalJson.parse(cesu)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> CanonicalJson.parse(overlong))
                .isInstanceOf(MalformedException.class);
        for (String half : List.of("\ud800", "\udc00", "a\ud83d", "\ude00\ud83d")) {
            assertThatThrownBy(() -> CanonicalJson.write(half))
                    .isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void what_the_profile_does_not_know_is_not_written() {
        Map<String, Object> none = new LinkedHashMap<>();
        none.put("a", null);
        List<Object> values = List.of(1.5, 1f, 1L << 53, -(1L << 53), Long.MIN_VALUE, none,
                Map.of("A", 1), Map.of(1, 1), new Object(), 'c', (short) 1);
        for (Object value : values) {
            assertThatThrownBy(() -> CanonicalJson.write(value))
                    .isInstanceOf(MalformedException.class);
        }
        assertThat(CanonicalJson.write((1L << 53) - 1)).asString().isEqualTo("9007199254740991");
    }

    @Test
    void nesting_ends_at_64() {
        String allowed = "[".repeat(64) + "]".repeat(64);
        assertThat(CanonicalJson.parse(allowed.getBytes(UTF_8))).isNotNull();
        String deep = "[".repeat(65) + "]".repeat(65);
        assertThatThrownBy(() -> CanonicalJson.parse(deep.getBytes(UTF_8)))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> CanonicalJson.parse("[".repeat(1_000_000).getBytes(UTF_8)))
                .isInstanceOf(MalformedException.class);
        Object value = List.of();
        for (int i = 0; i < 64; i++) {
            value = List.of(value);
        }
        Object tooDeep = value;
        assertThatThrownBy(() -> CanonicalJson.write(tooDeep))
                .isInstanceOf(MalformedException.class);
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 3 : 5)) {
            case 0 -> random.nextLong(1L << 54) - (1L << 53) + 1 & ~1L;
            case 1 -> random.nextBoolean();
            case 2 -> text(random);
            case 3 -> {
                List<Object> list = new ArrayList<>();
                random.ints(random.nextInt(4)).forEach(i -> list.add(value(random, depth + 1)));
                yield list;
            }
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                random.ints(random.nextInt(5), 0, 100).forEach(
                        i -> map.put("k" + i, value(random, depth + 1)));
                yield map;
            }
        };
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(9), 0, 0x11000).map(c -> c < 0x800 ? c % 0x80 : c)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
