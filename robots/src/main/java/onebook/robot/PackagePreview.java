package onebook.robot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.lender.PackageVerifier;
import onebook.lender.Policy;
import onebook.lender.Verdict;
import onebook.lender.VerifierPage;
import onebook.lender.submit.Consent;
import onebook.seal.MalformedException;

/**
 * A package as the loan officer will see it who was handed the policy file of the book, for its
 * owner before it leaves.
 *
 * @param consent what would leave with it
 */
public record PackagePreview(Path file, Verdict verdict, Consent consent) {

    /**
     * Judges the file as it is now.
     *
     * @param policy the keys the officer was handed
     * @throws RefusedException where the file is no package
     */
    public static PackagePreview of(Path file, Path policy) {
        try {
            Verdict verdict = PackageVerifier.verify(file,
                    Policy.parse(Files.readString(policy)), Optional.empty());
            return new PackagePreview(file, verdict, Submissions.consent(file));
        } catch (IOException | MalformedException broken) {
            throw new RefusedException(Refusal.FILE_IS_BROKEN, file + ": " + broken.getMessage());
        }
    }

    /**
     * Writes the readable report out of the package beside it. Only of a package that this book's
     * key signed: a page of somebody else is not put before a browser.
     */
    public Path report() {
        if (!verdict.isVerified()) {
            throw new RefusedException(Refusal.FILE_IS_BROKEN, file + ": " + verdict.name());
        }
        Path target = beside(".report.html");
        Deliverables.report(file, target);
        return target;
    }

    /** Writes verify.html, the verifier as one page, beside the package. */
    public Path verifier() {
        Path target = file.toAbsolutePath().resolveSibling("verify.html");
        Deliverables.atomically(target, path -> Files.write(path, VerifierPage.html()));
        return target;
    }

    /** Copies the policy file beside the package: the lender gets it by another way. */
    public Path policy(Desk desk) {
        Path target = beside(".policy.txt");
        Deliverables.atomically(target, path -> Files.copy(desk.policy(), path,
                StandardCopyOption.REPLACE_EXISTING));
        return target;
    }

    private Path beside(String ending) {
        String name = file.getFileName().toString().replaceFirst("\\.obk$", "");
        return file.toAbsolutePath().resolveSibling(name + ending);
    }
}
