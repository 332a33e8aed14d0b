package onebook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import onebook.Vectors;

/** Texts in the one form of vb-jcs-1, and texts that say the same or more in another. */
final class JsonVectors {
    private static final List<String> CANONICAL = List.of("{}", "[]", "\"\"", "0", "-1", "1",
            "true", "false", "9007199254740991", "-9007199254740991", "[[],{}]",
            "{\"a\":1,\"b\":2}", "{\"0\":1,\"_\":2,\"a\":3}", "{\"a\":{\"a\":{}}}",
            "[1,\"1\",true]", "\"合肥天航照明科技有限公司\"", "\"\\\"\\\\/\"", "\"\\b\\t\\n\\f\\r\"",
            "\"\\u0000\\u001f\"", "\"\u007f\"", "\"\u2028\u2029\"", "\"😀\"", "\"é\"", "\"e\u0301\"",
            "\"\ufeff\"", "\"-1234.50\"", "[\"a\",\"b\",\"a\"]", nested(64));
    private static final List<String> OTHER = List.of("", " ", "null", "{\"a\":null}", "1.0", "1e3",
            "-0", "01", "+1", "0x1", ".5", "1.", "NaN", "Infinity", "9007199254740992",
            "-9007199254740992", "99999999999999999999", " {}", "{} ", "{}\n", "\n{}", "\t1",
            "{ }", "[ ]", "[1, 2]", "{\"a\": 1}", "{\"a\" :1}", "{\"b\":1,\"a\":2}",
            "{\"a\":1,\"a\":1}", "{\"a\":1,\"a\":2}", "{\"A\":1}", "{\"a-b\":1}", "{\"\":1}",
            "{\"a b\":1}", "{\"é\":1}", "{\"\\u0061\":1}", "{a:1}", "{'a':1}", "{1:1}", "{\"a\"}",
            "{\"a\":}", "{\"a\":1,}", "{,}", "{\"a\":1", "{\"a\":1}}", "[1,]", "[,1]", "[1", "[1]]",
            "[1 2]", "\"", "\"a", "a\"", "\"a\"b", "\"\\\"", "\"\\/\"", "\"\\u0041\"",
            "\"\\u000a\"",
            "\"\\u001F\"", "\"\\u00\"", "\"\\u0020\"", "\"\\x41\"", "\"\\u20ac\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"", "\"\t\"", "\"\n\"", "\"\u0000\"", "tru", "True", "TRUE", "truefalse",
            "true ", "undefined", "{}{}", "1 1", "// x\n1", "/* */1", "[1]//", nested(65),
            "\ufeff{}",
            "{\"a\":1;\"b\":2}", "[\"a\":1]", "(1)", "1L", "1_000", "--1", "- 1", "00", "-01",
            "1E1", "[true,]", "{\"a\":[1,]}", "{\"b\":{},\"a\":[]}", "{\"a\":{\"c\":1,\"b\":1}}");
    /** Bytes that are no UTF-8. */
    private static final List<String> BYTES = List.of("22ff22", "22c322", "22c0af22", "22eda08022",
            "22f4908080" + "22", "22e4b822", "228022", "22f8888080802" + "2", "22fe22",
            "22c3a9c322");

    private JsonVectors() { }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    static List<ObjectNode> all() {
        List<ObjectNode> cases = new ArrayList<>();
        for (int i = 0; i < CANONICAL.size(); i++) {
            add(cases, "canonical " + i, CANONICAL.get(i).getBytes(UTF_8), false);
        }
        for (int i = 0; i < OTHER.size(); i++) {
            add(cases, "another form " + i, OTHER.get(i).getBytes(UTF_8), true);
        }
        for (int i = 0; i < BYTES.size(); i++) {
            add(cases, "not UTF-8 " + i, HexFormat.of().parseHex(BYTES.get(i)), true);
        }
        return cases;
    }

    private static void add(List<ObjectNode> cases, String desc, byte[] bytes, boolean isWrong) {
        cases.add(Vectors.one(desc).put("json", Vectors.base64(bytes)).put("wantErr", isWrong));
    }
}
