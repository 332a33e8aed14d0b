package onebook.lender.submit;

import java.time.Duration;

/**
 * What a receiver lets strangers do.
 *
 * @param bytes of one package
 * @param open unfinished uploads in all
 * @param openOfOne of one address
 * @param perMinute requests of one address, or of one token of the registry
 * @param atOnce requests of one address that run at the same time
 * @param request the longest that one request may take
 * @param grace in each span of this length a sender sends at least {@code slowest} bytes
 * @param unfinished an upload that nothing came to for so long is dropped
 */
public record Limits(long bytes, int open, int openOfOne, int perMinute, int atOnce,
        Duration request, Duration grace, long slowest, Duration unfinished) {
    public static final Limits USUAL = new Limits(1L << 30, 64, 8, 600, 8, Duration.ofMinutes(5),
            Duration.ofSeconds(20), 20_000, Duration.ofDays(1));

    public Limits withBytes(long most) {
        return new Limits(most, open, openOfOne, perMinute, atOnce, request, grace, slowest,
                unfinished);
    }

    public Limits withOpen(int all, int ofOne) {
        return new Limits(bytes, all, ofOne, perMinute, atOnce, request, grace, slowest,
                unfinished);
    }

    public Limits withPerMinute(int requests) {
        return new Limits(bytes, open, openOfOne, requests, atOnce, request, grace, slowest,
                unfinished);
    }

    public Limits withGrace(Duration span) {
        return new Limits(bytes, open, openOfOne, perMinute, atOnce, request, span, slowest,
                unfinished);
    }
}
