package onebook.seal;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The CMS around a time stamp: SignedData of one signer (RFC 5652), as RFC 3161 and RFC 5816 want
 * it. RSA (PKCS#1) and ECDSA with SHA-256, SHA-384 or SHA-512.
 */
final class SignedTime {
    private static final String SIGNED_DATA = "2a864886f70d010702";
    private static final String CONTENT_TYPE = "2a864886f70d010903";
    private static final String MESSAGE_DIGEST = "2a864886f70d010904";
    private static final String CERTIFICATE = "2a864886f70d010910020c";
    private static final String CERTIFICATE_V2 = "2a864886f70d010910022f";
    private static final String RSA = "2a864886f70d010101";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String KEY_IDENTIFIER = "2.5.29.14";
    private static final int MOST_CERTIFICATES = 8;
    private static final Map<String, String> SIGNATURES = Map.of(
            "2a864886f70d01010b", "SHA256withRSA", "2a864886f70d01010c", "SHA384withRSA",
            "2a864886f70d01010d", "SHA512withRSA", "2a8648ce3d040302", "SHA256withECDSA",
            "2a8648ce3d040303", "SHA384withECDSA", "2a8648ce3d040304", "SHA512withECDSA");

    private final byte[] content;
    private final List<X509Certificate> certificates;
    private final Der signerId;
    private final String digest;
    private final byte[] signedBytes;
    private final Map<String, Der> attributes;
    private final String algorithm;
    private final byte[] signature;

    private SignedTime(byte[] content, List<X509Certificate> certificates, List<Der> signer) {
        this.content = content;
        this.certificates = certificates;
        this.signerId = signer.get(1);
        int version = signerId.tag() == Der.SEQUENCE ? 1 : 3;
        Der.require(signer.get(0).integer().equals(BigInteger.valueOf(version))
                && (signer.size() == 6 || signer.size() == 7 && signer.get(6).tag() == 0xa1),
                "a signer of another form");
        String hash = signer.get(2).algorithm();
        this.digest = TimeStamp.digest(hash);
        Der signed = signer.get(3).as(0xa0);
        this.attributes = attributes(signed);
        this.signedBytes = signed.whole();
        this.signedBytes[0] = Der.SET;
        this.algorithm = algorithm(signer.get(4).algorithm(), digest);
        this.signature = signer.get(5).octets();
    }

    /** @param contentType what was signed must be of */
    static SignedTime of(Der token, String contentType) {
        List<Der> info = token.sequence(2);
        Der.require(info.size() == 2 && info.get(0).oid().equals(SIGNED_DATA), "no signed data");
        List<Der> data = info.get(1).as(0xa0).only().sequence(4);
        Der.require(data.get(0).integer().equals(BigInteger.valueOf(3)), "another version");
        data.get(1).as(Der.SET).parts().forEach(Der::algorithm);
        List<Der> inner = data.get(2).sequence(2);
        Der.require(inner.size() == 2 && inner.get(0).oid().equals(contentType),
                "something else is signed");
        List<X509Certificate> certificates = new ArrayList<>();
        for (Der part : data.subList(3, data.size() - 1)) {
            Der.require(part.tag() == 0xa1 || part.tag() == 0xa0 && certificates.isEmpty(),
                    "parts that are not in order");
            if (part.tag() == 0xa0) {
                part.parts().forEach(one -> certificates.add(certificate(one)));
            }
        }
        Der.require(certificates.size() <= MOST_CERTIFICATES, "too many certificates");
        List<Der> signer = data.get(data.size() - 1).as(Der.SET).only().sequence(6);
        SignedTime signed = new SignedTime(inner.get(1).as(0xa0).only().octets(), certificates,
                signer);
        Der.require(signed.attribute(CONTENT_TYPE).map(Der::oid)
                .filter(contentType::equals).isPresent(), "the content's type is not signed");
        return signed;
    }

    private static X509Certificate certificate(Der element) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(
                    new ByteArrayInputStream(element.as(Der.SEQUENCE).whole()));
        } catch (CertificateException | RuntimeException wrong) { // whatever a crafted one does
            throw new MalformedException("time stamp: not a certificate", wrong);
        }
    }

    private static Map<String, Der> attributes(Der signed) {
        Map<String, Der> attributes = new HashMap<>();
        for (Der attribute : signed.parts()) {
            List<Der> parts = attribute.sequence(2);
            Der values = parts.get(1).as(Der.SET);
            Der.require(parts.size() == 2 && attributes.put(parts.get(0).oid(), values) == null,
                    "an attribute twice");
        }
        return attributes;
    }

    private Optional<Der> attribute(String oid) {
        return Optional.ofNullable(attributes.get(oid)).map(Der::only);
    }

    private static String algorithm(String oid, String digest) {
        String name = oid.equals(RSA) ? digest.replace("-", "") + "withRSA" : SIGNATURES.get(oid);
        Der.require(name != null && name.startsWith(digest.replace("-", "")),
                "an unknown signature " + oid);
        return name;
    }

    byte[] content() {
        return content;
    }

    /** Whether the certificate was good at that time and leads to one of the roots. */
    boolean isSignedUnder(Collection<X509Certificate> roots, Instant at) {
        List<X509Certificate> signers = certificates.stream().filter(this::isSigner).toList();
        try {
            return signers.size() == 1 && !roots.isEmpty() && isSignedBy(signers.get(0))
                    && leads(signers.get(0), roots, at);
        } catch (GeneralSecurityException | RuntimeException wrong) { // a crafted certificate
            return false;
        }
    }

    /** The certificate whose issuer and number, or key identifier, the signer is named by. */
    private boolean isSigner(X509Certificate one) {
        try {
            if (signerId.tag() == 0x80) {
                byte[] extension = one.getExtensionValue(KEY_IDENTIFIER);
                return extension != null && MessageDigest.isEqual(signerId.content(),
                        Der.of(Der.of(extension).octets()).octets());
            }
            List<Der> named = signerId.sequence(2);
            List<Der> fields = Der.of(one.getTBSCertificate()).sequence(6);
            int first = fields.get(0).tag() == 0xa0 ? 1 : 0;
            return named.size() == 2
                    && MessageDigest.isEqual(named.get(0).whole(), fields.get(first + 2).whole())
                    && named.get(1).integer().equals(one.getSerialNumber());
        } catch (CertificateException wrong) {
            return false;
        }
    }

    private boolean isSignedBy(X509Certificate signer) throws GeneralSecurityException {
        Signature check = Signature.getInstance(algorithm);
        check.initVerify(signer.getPublicKey());
        check.update(signedBytes);
        byte[] hash = MessageDigest.getInstance(digest).digest(content);
        return attribute(MESSAGE_DIGEST).filter(one ->
                MessageDigest.isEqual(one.octets(), hash)).isPresent()
                && isNamed(signer.getEncoded()) && check.verify(signature);
    }

    /** ESSCertID or ESSCertIDv2: the certificate is part of what was signed. */
    private boolean isNamed(byte[] certificate) throws GeneralSecurityException {
        Optional<Der> newer = attribute(CERTIFICATE_V2);
        Optional<Der> named = newer.or(() -> attribute(CERTIFICATE));
        if (named.isEmpty()) {
            return false;
        }
        List<Der> first = named.get().sequence(1).get(0).sequence(1).get(0).sequence(1);
        boolean saysHow = newer.isPresent() && first.get(0).tag() == Der.SEQUENCE;
        String how = newer.isEmpty() ? "SHA-1"
                : saysHow ? TimeStamp.digest(first.get(0).algorithm()) : "SHA-256";
        return MessageDigest.isEqual(first.get(saysHow ? 1 : 0).octets(),
                MessageDigest.getInstance(how).digest(certificate));
    }

    private boolean leads(X509Certificate signer, Collection<X509Certificate> roots, Instant at)
            throws GeneralSecurityException {
        List<String> uses = signer.getExtendedKeyUsage();
        if (!List.of(TIME_STAMPING).equals(uses) || signer.getCriticalExtensionOIDs() == null
                || !signer.getCriticalExtensionOIDs().contains(EXTENDED_KEY_USAGE)) {
            return false;
        }
        Set<TrustAnchor> anchors = roots.stream().map(root -> new TrustAnchor(root, null))
                .collect(Collectors.toSet());
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters asked = new PKIXBuilderParameters(anchors, target);
        asked.addCertStore(CertStore.getInstance("Collection",
                new CollectionCertStoreParameters(certificates)));
        asked.setRevocationEnabled(false);
        asked.setDate(Date.from(at));
        CertPathBuilder.getInstance("PKIX").build(asked);
        return true;
    }
}
