package onebook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * vb-jcs-1 the long way round: somebody else's parser makes a tree, the tree is written as RFC 8785
 * says, and only bytes that come out as they went in are canonical.
 */
final class ReferenceJson {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build())
            .build()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);
    private static final BigInteger LIMIT = BigInteger.TWO.pow(53);

    private ReferenceJson() { }

    static boolean accepts(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        if (!Arrays.equals(text.getBytes(UTF_8), bytes) || text.contains("\ufffd")) {
            return Arrays.equals(text.getBytes(UTF_8), bytes) && isCanonical(text);
        }
        return isCanonical(text);
    }

    private static boolean isCanonical(String text) {
        try {
            StringBuilder out = new StringBuilder();
            return write(JSON.readTree(text), 1, out) && out.toString().equals(text);
        } catch (JsonProcessingException wrong) {
            return false;
        }
    }

    /** False where the profile has no such value. */
    private static boolean write(JsonNode node, int depth, StringBuilder out) {
        if (depth > 64 || node == null || node.isMissingNode()) {
            return false;
        }
        if (node.isObject()) {
            return object(node, depth, out);
        }
        if (node.isArray()) {
            out.append('[');
            for (int i = 0; i < node.size(); i++) {
                if (i > 0) {
                    out.append(',');
                }
                if (!write(node.get(i), depth + 1, out)) {
                    return false;
                }
            }
            out.append(']');
            return true;
        }
        if (node.isTextual()) {
            return text(node.textValue(), out);
        }
        if (node.isIntegralNumber()) {
            out.append(node.bigIntegerValue());
            return node.bigIntegerValue().abs().compareTo(LIMIT) < 0;
        }
        out.append(node.booleanValue());
        return node.isBoolean();
    }

    private static boolean object(JsonNode node, int depth, StringBuilder out) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        out.append('{');
        String comma = "";
        for (String name : new TreeSet<>(names)) {
            if (!name.matches("[a-z0-9_]+")) {
                return false;
            }
            out.append(comma).append('"').append(name).append("\":");
            comma = ",";
            if (!write(node.get(name), depth + 1, out)) {
                return false;
            }
        }
        out.append('}');
        return true;
    }

    private static boolean text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < 0x20 ? "\\u%04x".formatted((int) c)
                        : String.valueOf(c));
            }
        }
        out.append('"');
        return UTF_8.newEncoder().canEncode(text);
    }
}
