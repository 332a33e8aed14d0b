package onebook.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import onebook.closing.CloseCheck;
import onebook.closing.CloseCheck.Weight;

/** The checklist of a close as the command line prints it. */
final class CloseText {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CloseText() { }

    static void print(CloseCheck check, Output out, Speech speech) {
        if (out.isJson()) {
            out.print(json(check));
            return;
        }
        String sign = check.isClear() ? "ok"
                : check.question().weight() == Weight.BLOCKS ? "!!" : "? ";
        out.print("%s %3d %s".formatted(sign, check.items().size(),
                speech.say(check.question().words())));
        check.items().forEach(item -> out.print("       " + speech.say(item.text())));
    }

    static ObjectNode json(CloseCheck check) {
        ObjectNode json = JSON.objectNode();
        json.put("check", check.question().name()).put("weight", check.question().weight().name())
                .put("what", check.question().words().english()).put("found", check.items().size());
        check.question().refusal().ifPresent(refusal -> json.put("refusal", refusal.name()));
        ArrayNode items = json.putArray("items");
        for (CloseCheck.Item item : check.items()) {
            ObjectNode one = items.addObject().put("text", item.text().chinese())
                    .put("english", item.text().english()).put("link", item.link());
            item.amount().ifPresent(amount -> one.put("amount", amount.toString()));
        }
        return json;
    }

    static ObjectNode closed(String period, String checkpoint, List<Path> receipt) {
        ObjectNode json = JSON.objectNode().put("closed", period).put("checkpoint", checkpoint);
        receipt.stream().findFirst().ifPresent(pdf -> json.put("receipt", pdf.toString()));
        return json;
    }
}
