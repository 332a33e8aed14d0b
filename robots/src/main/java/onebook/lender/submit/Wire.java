package onebook.lender.submit;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import onebook.ledger.Refusal;
import onebook.seal.CanonicalJson;
import onebook.seal.MalformedException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One request after another to a lender's server; certificates as the platform trusts them. */
final class Wire implements AutoCloseable {
    static final MediaType JSON = MediaType.get("application/json");
    static final RequestBody NOTHING = RequestBody.create(new byte[0]);
    private static final int LARGEST_REPLY = 1 << 23;
    private static final int LONGEST_REASON = 300;

    private final OkHttpClient client;
    private final Patience.Tries tries;
    private volatile Call current;
    private volatile boolean isStopped;

    Wire(Patience patience) {
        this(patience, new OkHttpClient());
    }

    Wire(Patience patience, OkHttpClient base) {
        this.tries = patience.new Tries();
        this.client = base.newBuilder().followRedirects(false).followSslRedirects(false)
                .retryOnConnectionFailure(false).connectionPool(new ConnectionPool())
                .connectTimeout(Duration.ofSeconds(15)).writeTimeout(Duration.ofSeconds(60))
                .readTimeout(Duration.ofSeconds(120)).build();
    }

    /** An answer that was read whole. */
    record Reply(int status, Map<String, String> headers, byte[] body) {
        String text() {
            return CanonicalJson.text(body);
        }

        /** A header that holds a number from 0; refuses where there is none. */
        long number(String header) {
            String text = headers.getOrDefault(header, "");
            if (!text.matches("0|[1-9][0-9]{0,17}")) {
                throw new SubmissionRefused(Refusal.LENDER_REFUSED_THIS, "no " + header);
            }
            return Long.parseLong(text);
        }

        boolean isOk() {
            return status >= 200 && status < 300;
        }

        /** True where the same may go well another time. */
        boolean mayPass() {
            return status == 429 || status == 423 || status >= 500;
        }

        private OptionalLong retryAfter() {
            String text = headers.getOrDefault("retry-after", "");
            return text.matches("[0-9]{1,6}") ? OptionalLong.of(Long.parseLong(text))
                    : OptionalLong.empty();
        }

        /** The status with the server's own words, cut and without control characters. */
        String why() {
            String said;
            try {
                said = text().replaceAll("\\p{Cntrl}", " ");
            } catch (MalformedException isNoText) {
                said = "";
            }
            return "HTTP " + status + " "
                    + said.substring(0, Math.min(said.length(), LONGEST_REASON));
        }
    }

    /** A request made anew for each try. */
    interface Step {
        Request request();
    }

    /** The answer, of whatever status; throws where there is none. */
    Reply once(Request request) throws IOException {
        if (isStopped) {
            throw new SubmissionRefused(Refusal.RUN_WAS_STOPPED, request.url().host());
        }
        Call call = client.newCall(request);
        current = call;
        try (Response response = call.execute(); InputStream in = response.body().byteStream()) {
            byte[] body = in.readNBytes(LARGEST_REPLY + 1);
            if (body.length > LARGEST_REPLY) {
                throw new SubmissionRefused(Refusal.LENDER_REFUSED_THIS, "an endless answer");
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().forEach(one -> headers.put(one.getFirst(), one.getSecond()));
            return new Reply(response.code(), headers, body);
        } catch (IOException failed) {
            if (isStopped) {
                throw new SubmissionRefused(Refusal.RUN_WAS_STOPPED, request.url().host());
            }
            throw failed;
        }
    }

    /** The first answer that is none to try again on. */
    Reply untilAnswered(Step step) {
        while (true) {
            try {
                Reply reply = once(step.request());
                if (!reply.mayPass()) {
                    return reply;
                }
                again(reply);
            } catch (IOException broken) {
                again(broken);
            }
        }
    }

    void again(Reply reply) {
        tries.wait(reply.why(), reply.retryAfter());
    }

    /** Refuses at once where the certificate is not trusted: waiting does not help. */
    void again(IOException broken) {
        if (broken instanceof SSLException && !(broken.getCause() instanceof EOFException)) {
            throw new SubmissionRefused(Refusal.LENDER_CANNOT_BE_REACHED,
                    "no safe connection: " + broken.getMessage());
        }
        tries.wait(broken.toString(), OptionalLong.empty());
    }

    void gotOn() {
        tries.gotOn();
        if (tries.isOver(0)) {
            throw new SubmissionRefused(Refusal.LENDER_CANNOT_BE_REACHED, "it takes too long");
        }
    }

    static RequestBody json(Map<String, Object> body) {
        return RequestBody.create(CanonicalJson.write(body), JSON);
    }

    static Request.Builder to(String url) {
        return new Request.Builder().url(url).header("User-Agent", "OneBook");
    }

    /** The public key the server says it has. */
    String key(LenderUrl url) {
        Reply reply = untilAnswered(() -> to(url.at("key")).build());
        if (reply.status() != 200) {
            throw new SubmissionRefused(Refusal.LENDER_REFUSED_THIS, reply.why());
        }
        return new String(reply.body(), StandardCharsets.UTF_8).strip();
    }

    /** Ends what is on its way; every later request is refused. */
    void stop() {
        isStopped = true;
        Call call = current;
        if (call != null) {
            call.cancel();
        }
    }

    /** After a stop: says farewell once, whatever comes back. */
    void farewell(Request request) {
        try (Response ignored = client.newBuilder().callTimeout(Duration.ofSeconds(5)).build()
                .newCall(request).execute()) {
            current = null;
        } catch (IOException unreachable) {
            current = null; // it drops what nobody goes on with by itself
        }
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
    }
}
