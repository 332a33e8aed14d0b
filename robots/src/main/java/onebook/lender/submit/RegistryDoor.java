package onebook.lender.submit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import onebook.seal.MalformedException;

/** Lets those with a token ask the registry, at most so often. */
final class RegistryDoor implements AutoCloseable {
    private static final int LARGEST = 65_535;
    private final Registry registry;
    private final Tokens tokens;
    private final Guard guard;

    RegistryDoor(Registry registry, Tokens tokens, Guard guard) {
        this.registry = registry;
        this.tokens = tokens;
        this.guard = guard;
    }

    Answer answer(HttpExchange exchange, String what) throws IOException {
        String method = exchange.getRequestMethod();
        if (what.equals("checkpoint")) {
            return method.equals("GET") ? Answer.text(registry.checkpoint())
                    : Receiver.NO_SUCH_METHOD;
        }
        if (!what.matches("check|reserve|finance|release")) {
            return Receiver.NOT_THERE;
        }
        if (!method.equals("POST")) {
            return Receiver.NO_SUCH_METHOD;
        }
        Optional<Tokens.Holder> who = tokens.of(
                Uploads.header(exchange.getRequestHeaders(), "Authorization"));
        if (who.isEmpty()) {
            return Answer.error(401, "NO_TOKEN", "The registry asks for a token of a lender.")
                    .with("WWW-Authenticate", "Bearer");
        }
        OptionalInt wait = guard.count(who.get().toString());
        if (wait.isPresent()) {
            return Answer.later(429, wait.getAsInt(), "TOO_MANY_REQUESTS",
                    "This token asks too often; wait.");
        }
        return asked(exchange, Ask.Act.valueOf(what.toUpperCase(Locale.ROOT)), who.get());
    }

    private Answer asked(HttpExchange exchange, Ask.Act act, Tokens.Holder who)
            throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return Answer.error(413, "BODY_IS_TOO_LARGE", "Ask about fewer at once.");
        }
        Ask ask;
        try {
            ask = Ask.parse(act, Uploads.header(exchange.getRequestHeaders(), "Idempotency-Key"),
                    body);
        } catch (MalformedException wrong) {
            return Answer.error(400, "NOT_UNDERSTOOD", "The request is not in its form.");
        }
        return registry.answer(ask, who);
    }

    @Override
    public void close() throws IOException {
        registry.close();
    }
}
