package onebook.seal;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time stamp of RFC 3161: somebody says that data of this hash was there at this time. It gives
 * time and no uniqueness: anybody can have any number of stamps for any number of books.
 */
public final class TimeStamp {
    /** In bytes; no authority needs more. */
    public static final int LONGEST = 24_576;
    private static final String TST_INFO = "2a864886f70d0109100104";
    private static final int LONGEST_ROOTS = 1 << 20;
    private static final Map<String, String> DIGESTS = Map.of(
            "608648016503040201", "SHA-256", "608648016503040202", "SHA-384",
            "608648016503040203", "SHA-512");
    // 20260401080000.25Z
    private static final Pattern TIME = Pattern.compile("([0-9]{14})(?:\\.([0-9]{0,8}[1-9]))?Z");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter
            .ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final SignedTime signed;
    private final String digest;
    private final byte[] imprint;
    private final Instant at;
    private final Optional<BigInteger> nonce;

    private TimeStamp(SignedTime signed) {
        this.signed = signed;
        List<Der> info = Der.of(signed.content()).sequence(5);
        Der.require(info.get(0).integer().equals(BigInteger.ONE), "another version");
        info.get(1).oid();
        List<Der> hash = info.get(2).sequence(2);
        Der.require(hash.size() == 2, "an imprint of more than a hash");
        this.digest = digest(hash.get(0).algorithm());
        this.imprint = hash.get(1).octets();
        info.get(3).integer();
        this.at = time(info.get(4));
        this.nonce = rest(info.subList(5, info.size()));
    }

    /**
     * @param response a TimeStampResp (RFC 3161 section 2.4.2), as in a .tsr file
     * @throws MalformedException where it is none that grants a stamp; says nothing of who signed
     */
    public static TimeStamp parse(byte[] response) {
        Der.require(response.length <= LONGEST, "%d bytes".formatted(response.length));
        List<Der> parts = Der.of(response).sequence(2);
        Der.require(parts.size() == 2, "something behind the token");
        List<Der> status = parts.get(0).sequence(1);
        Der.require(List.of(BigInteger.ZERO, BigInteger.ONE).contains(status.get(0).integer())
                && status.size() <= 2, "not granted");
        status.stream().skip(1).flatMap(words -> words.sequence(1).stream())
                .forEach(word -> word.as(Der.UTF8));
        return new TimeStamp(SignedTime.of(parts.get(1), TST_INFO));
    }

    /** Certificates of authorities that the reader relies on, as PEM. */
    public static List<X509Certificate> roots(String pem) {
        if (pem.length() > LONGEST_ROOTS || !pem.contains("-----BEGIN CERTIFICATE-----")) {
            throw new MalformedException("not certificates in PEM");
        }
        try {
            List<X509Certificate> roots = new ArrayList<>();
            CertificateFactory.getInstance("X.509").generateCertificates(
                    new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                    .forEach(one -> roots.add((X509Certificate) one));
            return roots;
        } catch (GeneralSecurityException wrong) {
            throw new MalformedException("not certificates in PEM", wrong);
        }
    }

    static String digest(String oid) {
        String name = DIGESTS.get(oid);
        Der.require(name != null, "an unknown hash " + oid);
        return name;
    }

    private static Instant time(Der element) {
        String text = new String(element.as(Der.TIME).content(), StandardCharsets.ISO_8859_1);
        Matcher form = TIME.matcher(text);
        Der.require(form.matches(), "not a time");
        try {
            LocalDateTime seconds = LocalDateTime.parse(form.group(1), SECONDS);
            String nanos = form.group(2) == null ? "" : form.group(2);
            return seconds.plusNanos(Long.parseLong((nanos + "000000000").substring(0, 9)))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException wrong) {
            throw new MalformedException("time stamp: not a time", wrong);
        }
    }

    /** Accuracy, ordering, nonce, name and extensions, each at most once and in this order. */
    private static Optional<BigInteger> rest(List<Der> rest) {
        List<Integer> order = List.of(Der.SEQUENCE, Der.BOOLEAN, Der.INTEGER, 0xa0, 0xa1);
        int last = -1;
        Optional<BigInteger> nonce = Optional.empty();
        for (Der part : rest) {
            int place = order.indexOf(part.tag());
            Der.require(place > last, "parts that are not in order");
            last = place;
            if (part.tag() == Der.INTEGER) {
                nonce = Optional.of(part.integer());
            } else if (part.tag() == 0xa1) {
                part.parts().forEach(extension -> Der.require(
                        extension.sequence(2).get(1).tag() == Der.OCTETS,
                        "a critical extension"));
            }
        }
        return nonce;
    }

    /** When, as the authority says. */
    public Instant at() {
        return at;
    }

    /** What was asked with, so that an answer is known to be new. */
    public Optional<BigInteger> nonce() {
        return nonce;
    }

    public boolean isOf(byte[] data) {
        try {
            return MessageDigest.isEqual(imprint, MessageDigest.getInstance(digest).digest(data));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** True where an authority signed it whose certificate leads to one of these. */
    public boolean isSignedUnder(Collection<X509Certificate> roots) {
        return signed.isSignedUnder(roots, at);
    }
}
