package onebook.robot;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;
import onebook.seal.Signer;
import onebook.seal.Verifier;
import onebook.store.SecretTable;

/**
 * Proves who works with an open book, by password or by key, and says so in the log. Passwords and
 * passphrases are wiped here.
 */
public final class SignOn {
    private static final int FREE_FAILURES = 3;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofHours(24);
    private static final int CHALLENGE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Desk desk;

    private SignOn(Desk desk) {
        this.desk = desk;
    }

    public static SignOn to(Desk desk) {
        return new SignOn(desk);
    }

    /** Who is signed on; empty in a book of one user. */
    public Optional<Person> person() {
        synchronized (desk) {
            return session().actor().flatMap(roster()::find);
        }
    }

    /** True where nobody may even look before signing on. */
    public boolean isNeeded() {
        synchronized (desk) {
            return !roster().isSingleUser() && person().isEmpty();
        }
    }

    /** Each failure is sealed, and after the third the name is locked for longer and longer. */
    public Person withPassword(String name, char[] password) {
        synchronized (desk) {
            try {
                return attempt(name, known -> Password.fits(
                        known.map(SecretTable.Row::record).filter(record -> !record.isEmpty())
                                .orElse(Password.NOBODYS), password) && known.isPresent());
            } finally {
                Arrays.fill(password, '\0');
            }
        }
    }

    /**
     * What somebody has to sign to prove that the key is his. Good for the next {@link #answer}
     * to it only.
     */
    public String challenge(String name) {
        byte[] random = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(random);
        synchronized (desk) {
            String text = "OneBook sign-on\n" + Keyring.origin(open().company()) + "\n"
                    + keyName(open(), name) + "\n" + HexFormat.of().formatHex(random) + "\n";
            session().challenge(text);
            return text;
        }
    }

    /** @param note the challenge, signed (a C2SP note) */
    public Person answer(String name, String note) {
        synchronized (desk) {
            String asked = session().takeChallenge();
            Optional<String> vkey = roster().find(name).flatMap(Person::vkey);
            return attempt(name, known -> !asked.isEmpty() && vkey.map(key ->
                    Verifier.parse(key).open(note).equals(Optional.of(asked))).orElse(false));
        }
    }

    /** Signs on with a key file; the passphrase opens the file and goes no further. */
    public Person withKey(String name, Path keyFile, char[] passphrase) {
        try {
            Signer signer = Signer.load(keyFile, passphrase, keyName(open(), name));
            return answer(name, signer.sign(challenge(name)));
        } catch (IOException | MalformedException wrong) {
            throw new RefusedException(Refusal.KEY_CANNOT_BE_OPENED, keyFile.toString());
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private interface Proof {
        boolean holds(Optional<SecretTable.Row> known);
    }

    private Person attempt(String name, Proof proof) {
        Optional<Person> person = roster().find(name);
        Optional<SecretTable.Row> known =
                person.flatMap(one -> open().secrets().find(one.name()));
        known.filter(row -> now().isBefore(row.lockedUntil())).ifPresent(row -> {
            throw new RefusedException(Refusal.SIGN_ON_IS_LOCKED, row.lockedUntil().toString());
        });
        if (known.isPresent() && !digest(known.get()).equals(person.get().secretSha256())) {
            throw new RefusedException(Refusal.BOOK_IS_DAMAGED,
                    "a password was changed past the log");
        }
        boolean isProven = proof.holds(known) && person.isPresent();
        if (!open().isReadOnly()) {
            open().unguarded().transaction(() -> isProven ? entered(person.get(), known)
                    : failed(person, known));
        }
        if (!isProven) {
            throw new RefusedException(Refusal.NAME_OR_PASSWORD_IS_WRONG, "");
        }
        session().enter(person.get());
        return person.get();
    }

    private long entered(Person person, Optional<SecretTable.Row> known) {
        known.filter(row -> row.failures() > 0).ifPresent(row -> open().secrets()
                .set(new SecretTable.Row(row.name(), row.record(), 0, Instant.EPOCH)));
        return open().operation(person.name(), "sign on");
    }

    /** What was typed as a name may be a password; only names that exist are told. */
    private long failed(Optional<Person> person, Optional<SecretTable.Row> known) {
        known.ifPresent(row -> {
            int failures = row.failures() + 1;
            open().secrets().set(new SecretTable.Row(row.name(), row.record(),
                    failures, failures < FREE_FAILURES ? Instant.EPOCH
                            : now().plus(delay(failures))));
        });
        return open().operation(person.map(Person::name).orElse("?"), "sign on failed");
    }

    /** Half a minute after the third failure, then twice as long each time, a day at most. */
    private static Duration delay(int failures) {
        int doublings = Math.min(failures - FREE_FAILURES, 20);
        Duration delay = FIRST_DELAY.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }

    public void off() {
        synchronized (desk) {
            off(open());
        }
    }

    static void off(OpenBook open) {
        Session session = open.session();
        Optional<String> person = session.actor().filter(name -> !session.roster().isSingleUser());
        session.leave();
        if (person.isPresent() && !open.isReadOnly() && !open.unguarded().isDamaged()) {
            open.unguarded().transaction(() -> open.operation(person.get(), "sign off"));
        }
    }

    /** The name of a person's key: whose it is and for which company, in ASCII. */
    public String keyName(String name) {
        return keyName(open(), name);
    }

    static String keyName(OpenBook open, String name) {
        return Keyring.origin(open.company()) + "/people/" + Sha256.hex(name).substring(0, 16);
    }

    /** What the log keeps of a secret: neither the password nor what it is compared with. */
    static String digest(SecretTable.Row row) {
        return row.record().isEmpty() ? "" : Sha256.hex(row.record());
    }

    private OpenBook open() {
        return desk.book();
    }

    private Session session() {
        return open().session();
    }

    private Roster roster() {
        return session().roster();
    }

    private Instant now() {
        return open().clock().instant();
    }
}
