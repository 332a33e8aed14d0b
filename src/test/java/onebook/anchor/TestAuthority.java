package onebook.anchor;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An authority of time for tests, below a root of its own. */
public final class TestAuthority {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2028-01-01T00:00:00Z");
    final KeyPair key;
    final X509Certificate root;
    final X509Certificate certificate;
    private final String algorithm;
    private boolean isOld;
    private long serial = 1;

    /** How the certificate of the authority may be used. */
    enum Use { TIME_STAMPING, TIME_NOT_CRITICAL, SERVER, NONE }

    private TestAuthority(boolean isRsa, Use use) throws Exception {
        algorithm = isRsa ? "SHA256withRSA" : "SHA256withECDSA";
        KeyPair ca = pair(isRsa);
        key = pair(isRsa);
        root = certificate("Root " + algorithm, ca, "Root " + algorithm, ca, null);
        certificate = certificate("TSA", key, "Root " + algorithm, ca, use);
    }

    public static TestAuthority rsa() {
        return of(true, Use.TIME_STAMPING);
    }

    public static TestAuthority ec() {
        return of(false, Use.TIME_STAMPING);
    }

    static TestAuthority of(boolean isRsa, Use use) {
        try {
            return new TestAuthority(isRsa, use);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Names its certificate by SHA-1, as RFC 3161 did before RFC 5816. */
    TestAuthority old() {
        isOld = true;
        return this;
    }

    private static KeyPair pair(boolean isRsa) throws Exception {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance(isRsa ? "RSA" : "EC");
        if (isRsa) {
            pairs.initialize(2048);
        } else {
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
        }
        return pairs.generateKeyPair();
    }

    private X509Certificate certificate(String name, KeyPair of, String issuer, KeyPair by, Use use)
            throws Exception {
        X509v3CertificateBuilder made = new JcaX509v3CertificateBuilder(
                new X500Name("CN=" + issuer), BigInteger.valueOf(use == null ? 1 : 2),
                Date.from(FROM), Date.from(TO), new X500Name("CN=" + name), of.getPublic());
        if (use == null) {
            made.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        } else if (use != Use.NONE) {
            made.addExtension(Extension.extendedKeyUsage, use != Use.TIME_NOT_CRITICAL,
                    new ExtendedKeyUsage(use == Use.SERVER ? KeyPurposeId.id_kp_serverAuth
                            : KeyPurposeId.id_kp_timeStamping));
        }
        return new JcaX509CertificateConverter().getCertificate(
                made.build(new JcaContentSignerBuilder(algorithm).build(by.getPrivate())));
    }

    /** A response over the data, as if it had been asked for without a nonce. */
    public byte[] stamp(byte[] data, Instant at) throws Exception {
        TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
        asking.setCertReq(true);
        return answer(asking.generate(TSPAlgorithms.SHA256,
                onebook.seal.Sha256.digest().digest(data)), at);
    }

    byte[] answer(TimeStampRequest request, Instant at) throws Exception {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build(algorithm, key.getPrivate(),
                        certificate),
                new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(isOld
                        ? OIWObjectIdentifiers.idSHA1 : NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier("1.2.3.4.1"));
        tokens.addCertificates(new JcaCertStore(List.of(certificate)));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(request, BigInteger.valueOf(serial++), Date.from(at)).getEncoded();
    }

    /** Listens until it is stopped; stamps the hour it is told. */
    public HttpServer serve(Instant at) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] answer = answer(new TimeStampRequest(
                        exchange.getRequestBody().readAllBytes()), at);
                exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (Exception broken) {
                throw new IOException(broken);
            }
        });
        server.start();
        return server;
    }

    public String rootPem() throws Exception {
        return pem("CERTIFICATE", root.getEncoded());
    }

    static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(der) + "\n-----END " + what + "-----\n";
    }
}
