package onebook.anchor;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Map;
import onebook.ledger.Refusal;
import onebook.seal.Sha256;
import onebook.seal.TimeStamp;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Asks an authority for a time stamp over SHA-256 (RFC 3161). */
public final class TimeStampClient {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Post post;

    public TimeStampClient() {
        this(Post.patient());
    }

    TimeStampClient(Post post) {
        this.post = post;
    }

    /**
     * The whole response (.tsr), for this data and asked for just now. That its certificate leads
     * to a root is for whoever relies on it.
     */
    public byte[] stamp(Place authority, byte[] data) throws AnchorException {
        try {
            TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
            asking.setCertReq(true);
            TimeStampRequest request = asking.generate(TSPAlgorithms.SHA256,
                    Sha256.digest().digest(data), new BigInteger(64, RANDOM));
            Post.Answer answer = post.send(authority.url().toString(),
                    Map.of("Content-Type", "application/timestamp-query"), request.getEncoded(),
                    TimeStamp.LONGEST);
            if (answer.status() != 200
                    || !answer.type().startsWith("application/timestamp-reply")) {
                throw new TSPException("it answers " + answer.status() + " " + answer.type());
            }
            check(answer.body(), request, data);
            return answer.body();
        } catch (IOException | TSPException | OperatorCreationException
                | RuntimeException wrong) { // the library throws anything on crafted bytes
            throw new AnchorException(Refusal.PLACE_ANSWERS_WRONGLY,
                    authority.url() + ": " + Post.firstLine(String.valueOf(wrong.getMessage())));
        }
    }

    private static void check(byte[] answer, TimeStampRequest request, byte[] data)
            throws IOException, TSPException, OperatorCreationException {
        if (!TimeStamp.parse(answer).isOf(data)) {
            throw new TSPException("it is not of the data that was sent");
        }
        TimeStampResponse response = new TimeStampResponse(answer);
        response.validate(request);
        TimeStampToken token = response.getTimeStampToken();
        if (token == null) {
            throw new TSPException("not granted: " + response.getStatusString());
        }
        token.validate(verifier(token));
    }

    @SuppressWarnings("unchecked") // the library's selectors have no type
    private static SignerInformationVerifier verifier(TimeStampToken token)
            throws TSPException, OperatorCreationException {
        Collection<X509CertificateHolder> signers = token.getCertificates()
                .getMatches(token.getSID());
        if (signers.size() != 1) {
            throw new TSPException("the certificate of the signer is not inside");
        }
        try {
            return new JcaSimpleSignerInfoVerifierBuilder().build(signers.iterator().next());
        } catch (java.security.cert.CertificateException wrong) {
            throw new TSPException("its certificate cannot be read", wrong);
        }
    }
}
