package onebook.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import onebook.ledger.Refusal;

/**
 * Sends a few bytes and reads a few; tries again where the network or the other side fails. Follows
 * no redirection: what is asked is asked of whom it was meant for.
 */
final class Post {
    private static final int ATTEMPTS = 3;
    private static final OkHttpClient CLIENT = new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10)).readTimeout(Duration.ofSeconds(20))
            .callTimeout(Duration.ofSeconds(40)).followRedirects(false)
            .followSslRedirects(false).build();

    private final Pause pause;

    /** Waits between two attempts. */
    interface Pause {
        /** @param attempt how many have failed */
        void after(int attempt);
    }

    /** @param text of the body, as UTF-8 */
    record Answer(int status, String type, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Post(Pause pause) {
        this.pause = pause;
    }

    /** Half a second, then one. */
    static Post patient() {
        return new Post(failed -> {
            try {
                Thread.sleep(500L * failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** @param most bytes of an answer */
    Answer send(String url, Map<String, String> headers, byte[] body, int most)
            throws AnchorException {
        String type = headers.get("Content-Type");
        Request request = new Request.Builder().url(url).headers(Headers.of(headers))
                .post(RequestBody.create(body, MediaType.get(type))).build();
        for (int attempt = 1; ; attempt++) {
            String why;
            try {
                Answer answer = once(request, most);
                if (answer.status() < 500) {
                    return answer;
                }
                why = "it answers " + answer.status() + " " + firstLine(answer.text());
            } catch (IOException failed) {
                why = String.valueOf(failed.getMessage());
            }
            if (attempt == ATTEMPTS || Thread.currentThread().isInterrupted()) {
                throw new AnchorException(Refusal.PLACE_CANNOT_BE_REACHED, url + ": " + why);
            }
            pause.after(attempt);
        }
    }

    private static Answer once(Request request, int most) throws IOException {
        try (Response response = CLIENT.newCall(request).execute()) {
            BufferedSource source = response.body().source();
            if (source.request(most + 1L)) {
                throw new IOException("it answers more than " + most + " bytes");
            }
            return new Answer(response.code(), response.header("Content-Type", ""),
                    source.readByteArray());
        }
    }

    /** What a stranger said, in one line that fits. */
    static String firstLine(String text) {
        String line = text.strip().split("\n")[0].replaceAll("\\p{Cntrl}", " ");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
