package onebook.bank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import onebook.document.Reading;
import onebook.ledger.Problem;

/** One reading as the JSON of {@code onebook bank read}. What is unknown is absent. */
public final class StatementJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StatementJson() { }

    public static ObjectNode of(String file, Reading<Statement> reading) {
        ObjectNode json = JSON.objectNode().put("file", file);
        reading.value().ifPresent(statement -> fill(json, statement));
        json.set("problems", problems(reading.problems()));
        return json;
    }

    private static void fill(ObjectNode json, Statement statement) {
        String currency = statement.account().currency();
        json.put("layout", statement.layout());
        ObjectNode account = json.putObject("account");
        put(account, "number", statement.account().number());
        put(account, "name", statement.account().name());
        put(account, "bank", statement.account().bank());
        put(account, "currency", currency);
        statement.opening().ifPresent(opening -> json.put("opening", opening.toString()));
        statement.closing().ifPresent(closing -> json.put("closing", closing.toString()));
        ArrayNode lines = json.putArray("lines");
        statement.lines().forEach(line -> lines.add(line(line, currency)));
        ArrayNode leftOut = json.putArray("leftOut");
        statement.leftOut().forEach(row -> leftOut.addObject().put("line", row.row())
                .put("text", row.text())
                .put("why", row.why()));
        json.put("proof", statement.proof().name());
    }

    private static ObjectNode line(StatementLine line, String currency) {
        ObjectNode json = JSON.objectNode().put("line", line.row())
                .put("date", line.date().toString());
        put(json, "time", line.time());
        json.put("amount", line.amount().toString());
        put(json, "currency", line.amount().currency().equals(currency) ? ""
                : line.amount().currency());
        line.balance().ifPresent(balance -> json.put("balance", balance.toString()));
        put(json, "party", line.party());
        put(json, "partyAccount", line.partyAccount());
        put(json, "memo", line.memo());
        put(json, "reference", line.reference());
        put(json, "status", line.status());
        return json;
    }

    private static ArrayNode problems(List<Problem> problems) {
        ArrayNode array = JSON.arrayNode();
        for (Problem problem : problems) {
            ObjectNode json = array.addObject().put("name", problem.name().name());
            if (problem.path().matches("line:[0-9]{1,9}")) {
                json.put("line", Integer.parseInt(problem.path().substring("line:".length())));
            } else {
                put(json, "path", problem.path());
            }
            json.put("text", problem.text());
        }
        return array;
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
