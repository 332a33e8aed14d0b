package onebook.lender.submit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import onebook.seal.CanonicalJson;

/** What a receiver answers: status, headers, body. */
record Answer(int status, Map<String, String> headers, byte[] body) {

    static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    static Answer text(String text) {
        return new Answer(200, Map.of("Content-Type", "text/plain; charset=utf-8"),
                CanonicalJson.utf8(text));
    }

    static Answer json(int status, Map<String, ?> body) {
        return new Answer(status, Map.of("Content-Type", "application/json"),
                CanonicalJson.write(body));
    }

    /** A reason: a name for programs, a sentence for people. */
    static Answer error(int status, String name, String sentence) {
        return json(status, Map.of("error", name, "text", sentence));
    }

    static Answer later(int status, int seconds, String name, String sentence) {
        return error(status, name, sentence).with("Retry-After", Integer.toString(seconds));
    }

    Answer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    void to(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean isEmpty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isEmpty ? -1 : body.length);
        if (!isEmpty) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }
}
