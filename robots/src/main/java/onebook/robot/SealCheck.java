package onebook.robot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import onebook.ledger.Refusal;
import onebook.seal.Checkpoint;
import onebook.seal.KeyChain;
import onebook.seal.MalformedException;
import onebook.seal.Verifier;
import onebook.store.BookAudit;
import onebook.store.FileAudit;
import onebook.store.HeadFile;
import onebook.store.StoreException;

/** Is a book what was sealed? By the public key in the policy file beside it. */
final class SealCheck {
    private final OpenBook open;

    SealCheck(OpenBook open) {
        this.open = open;
    }

    /**
     * Everything that disagrees with the seal.
     *
     * @param evidence the folder of the documents
     */
    List<BookAudit.Damage> audit(Path evidence) {
        try {
            return sealed(evidence);
        } catch (StoreException | MalformedException | IllegalArgumentException
                | DateTimeException | NullPointerException | ArithmeticException broken) {
            return List.of(new BookAudit.Damage("book file",
                    "it cannot be read: " + broken.getMessage()));
        }
    }

    private List<BookAudit.Damage> sealed(Path evidence) {
        Optional<Map.Entry<Long, String>> last = open.unguarded().lastCheckpoint();
        if (last.isEmpty()) {
            return audit(evidence, 0, new byte[0]);
        }
        Optional<String> body = opener().apply(last.get().getValue());
        if (body.isEmpty()) {
            return List.of(
                    new BookAudit.Damage("log", "the signature of the newest head is wrong"));
        }
        Checkpoint head = Checkpoint.parse(body.get());
        return audit(evidence, head.size(), head.root());
    }

    private List<BookAudit.Damage> audit(Path evidence, long signedSize, byte[] signedRoot) {
        List<BookAudit.Damage> damages =
                new ArrayList<>(BookAudit.of(open.unguarded(), signedSize, signedRoot));
        whyAnother().ifPresent(why -> damages.add(new BookAudit.Damage("log", why)));
        boolean isSealed = damages.isEmpty();
        Function<String, Optional<String>> opener = opener();
        damages.addAll(FileAudit.of(open.unguarded(), (size, note) -> opener.apply(note)));
        open.key().chain().ifPresent(keys -> keys.problems().forEach(problem -> damages.add(
                new BookAudit.Damage("log", "a change of the key does not hold: " + problem))));
        damages.addAll(isSealed ? EvidenceAudit.of(open, evidence)
                : EvidenceAudit.profile(open));
        if (damages.isEmpty()) {
            damages.addAll(open.session().roster().audit(open.secrets().all()));
            damages.addAll(tokens());
        }
        return damages;
    }

    /** What people's tokens are said to have signed and did not. */
    private List<BookAudit.Damage> tokens() {
        return Tokens.chain(open).problems().stream()
                .map(one -> new BookAudit.Damage("leaf " + one.leaf(), "INT-TOKEN " + one.en()))
                .toList();
    }

    /** Why this is not the book that was worked on here last; empty where it is. */
    Optional<String> whyAnother() {
        Optional<String> note = HeadFile.note(open.file());
        if (note.isEmpty() || !Files.exists(Keyring.policy(open.file()))) {
            return Optional.empty();
        }
        try {
            Optional<String> body = opener().apply(note.get());
            if (body.isEmpty()) {
                return Optional.of("the head beside the book is not signed with its key");
            }
            Checkpoint head = Checkpoint.parse(body.get());
            return HeadFile.disagreement(open.unguarded(), head.size(), head.root());
        } catch (MalformedException broken) {
            return Optional.of("the head beside the book is none: " + broken.getMessage());
        } catch (RefusedException unreadable) {
            return Optional.empty(); // a policy without a key is told when the book is verified
        }
    }

    /** Opens the heads of this log, whichever of its keys signed; the policy must know one. */
    private Function<String, Optional<String>> opener() {
        Verifier known = verifier();
        Optional<KeyChain> keys = open.key().chain().filter(chain -> chain.holds(known));
        return note -> keys.isPresent() ? keys.get().open(note) : known.open(note);
    }

    private Verifier verifier() {
        return verifier(open.file());
    }

    /** The public key of a book, out of the policy file beside it. */
    static String keyOf(Path book) {
        return verifier(book).vkey();
    }

    private static Verifier verifier(Path book) {
        try {
            String policy = Files.readString(Keyring.policy(book), StandardCharsets.UTF_8);
            return Arrays.stream(policy.split("\n")).filter(line -> line.startsWith("log "))
                    .map(line -> Verifier.parse(line.substring(4).trim())).findFirst()
                    .orElseThrow();
        } catch (IOException | NoSuchElementException | IllegalArgumentException
                | MalformedException missing) {
            throw new RefusedException(Refusal.KEY_CANNOT_BE_OPENED,
                    "the policy file names no key: " + Keyring.policy(book));
        }
    }
}
