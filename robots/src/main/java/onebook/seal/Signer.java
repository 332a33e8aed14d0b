package onebook.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Set;

/** The key of one log. Holds the secret in memory; {@link #store} locks it with a password. */
public final class Signer {
    private final Vkey vkey;
    private final PrivateKey secret;

    private Signer(String name, PrivateKey secret, byte[] spki) {
        if (!Note.isKeyName(name)) {
            throw new MalformedException("not a key name: " + name);
        }
        this.vkey = new Vkey(name, Vkey.LOG, Ed25519.raw(spki));
        this.secret = secret;
    }

    /** A new Ed25519 key. Requires a name without spaces and plus signs: the log's origin. */
    public static Signer create(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new Signer(name, pair.getPrivate(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes a PKCS#12 file only its owner may read. Never overwrites one: a lost key is lost. */
    public void store(Path pkcs12, char[] password) throws IOException {
        byte[] bytes = KeyFile.lock(vkey.name(), secret, vkey.raw(), password);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        try (FileChannel file = FileChannel.open(pkcs12,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            file.write(ByteBuffer.wrap(bytes));
            file.force(true);
        }
    }

    /** Throws {@link IOException} where the password is wrong or no key of that name is there. */
    public static Signer load(Path pkcs12, char[] password, String name) throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            char[] typed = KeyFile.typed(password);
            keys.load(new ByteArrayInputStream(Files.readAllBytes(pkcs12)), typed);
            Certificate certificate = keys.getCertificate(name);
            if (certificate == null) {
                throw new IOException(pkcs12 + " holds no key named " + name);
            }
            PrivateKey secret = (PrivateKey) keys.getKey(name, typed);
            return new Signer(name, secret, certificate.getPublicKey().getEncoded());
        } catch (GeneralSecurityException wrong) {
            throw new IOException(pkcs12 + " cannot be opened", wrong);
        }
    }

    /** The public key as others keep it (C2SP vkey). */
    public String vkey() {
        return vkey.text();
    }

    public String name() {
        return vkey.name();
    }

    /** The public key of this key's cosignatures, as others keep it. */
    public String witnessKey() {
        return witness().text();
    }

    private Vkey witness() {
        return new Vkey(vkey.name(), Vkey.WITNESS, vkey.raw());
    }

    /** The whole note. Requires a text that ends in a newline, without other control characters. */
    public String sign(String noteBody) {
        if (!noteBody.endsWith("\n") || !Note.isText(noteBody)) {
            throw new MalformedException("a note is lines of text");
        }
        return noteBody + "\n" + Note.line(vkey.name(), vkey.id(),
                Ed25519.sign(secret, CanonicalJson.utf8(noteBody)));
    }

    /** The public half, as who knows it from outside has it. */
    public Verifier verifier() {
        return Verifier.parse(vkey());
    }

    /** The note with a line by which this key signs it as well. */
    public String countersign(String note) {
        return note + Note.line(vkey.name(), vkey.id(), Ed25519.sign(secret,
                CanonicalJson.utf8(Note.split(note).body())));
    }

    /** The note with a line by which this key, as a witness, says that it saw it at that time. */
    public String cosign(String note, Instant at) {
        long seconds = at.getEpochSecond();
        byte[] signature = Ed25519.sign(secret,
                Witness.message(seconds, Note.split(note).body()));
        return note + Note.line(vkey.name(), witness().id(), Witness.stamped(seconds, signature));
    }
}
