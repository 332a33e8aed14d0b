package onebook.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import onebook.document.Document;
import onebook.document.Field;
import onebook.document.Reading;
import onebook.ledger.Evidence.Box;
import onebook.ledger.Problem;

/** A reading as the command line prints it; what is unknown is absent. */
public final class ReadingJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReadingJson() { }

    /** One object: file, sha256, kind, source, invoice, fields, problems, accepted. */
    public static ObjectNode of(Document document, Reading<Invoice> reading) {
        return of(document.name(), document.id(), reading);
    }

    static ObjectNode of(String file, String sha256, Reading<Invoice> reading) {
        ObjectNode root = NODES.objectNode();
        root.put("file", file).put("sha256", sha256).put("kind", reading.kind());
        if (!reading.source().isEmpty()) {
            root.put("source", reading.source());
        }
        if (!reading.fields().isEmpty()) {
            root.set("invoice", invoice(reading));
        }
        ArrayNode fields = root.putArray("fields");
        reading.fields().forEach(f -> fields.add(field(f)));
        ArrayNode problems = root.putArray("problems");
        reading.problems().forEach(p -> problems.add(problem(p)));
        return root.put("accepted", reading.isAccepted());
    }

    private static ObjectNode invoice(Reading<Invoice> reading) {
        ObjectNode root = NODES.objectNode();
        ObjectNode invoice = root.putObject("invoice");
        for (String first : new String[] {"type", "code", "number", "date", "seller", "buyer",
                "net", "tax",
            "gross", "currency", "lines"}) {
            reading.fields().stream().filter(f -> (f.path() + ".")
                    .startsWith("invoice." + first + "."))
                    .forEach(f -> put(root, f.path().split("\\."), f.value()));
            if (first.equals("code") && !invoice.has("code") && invoice.isObject()) {
                invoice.put("code", "");
            } else if (first.equals("currency") && !invoice.has("currency")
                    && invoice.has("gross")) {
                invoice.put("currency", "CNY");
            }
        }
        reading.fields().forEach(f -> put(root, f.path().split("\\."), f.value()));
        return invoice;
    }

    private static void put(ObjectNode root, String[] path, String value) {
        JsonNode here = root;
        for (int i = 0; i < path.length - 1; i++) {
            here = child(here, path[i], path[i + 1].matches("[0-9]+"));
        }
        ((ObjectNode) here).put(path[path.length - 1], value);
    }

    private static JsonNode child(JsonNode parent, String name, boolean isArray) {
        if (parent instanceof ArrayNode array) {
            while (array.size() <= Integer.parseInt(name)) {
                array.addObject();
            }
            return array.get(Integer.parseInt(name));
        }
        ObjectNode object = (ObjectNode) parent;
        if (!object.has(name)) {
            object.set(name, isArray ? NODES.arrayNode() : NODES.objectNode());
        }
        return object.get(name);
    }

    private static ObjectNode field(Field field) {
        ObjectNode node = NODES.objectNode();
        node.put("path", field.path()).put("value", field.value());
        node.put("confidence", java.math.BigDecimal.valueOf(field.certainty(), 3)
                .stripTrailingZeros());
        if (field.page() > 0) {
            node.put("page", field.page());
        }
        field.box().ifPresent(box -> node.set("region", region(box)));
        return node.put("text", field.text());
    }

    private static ArrayNode region(Box box) {
        return NODES.arrayNode().add(box.x()).add(box.y()).add(box.width()).add(box.height());
    }

    private static ObjectNode problem(Problem problem) {
        ObjectNode node = NODES.objectNode();
        node.put("name", problem.name().name()).put("path", problem.path());
        return node.put("text", problem.text());
    }
}
