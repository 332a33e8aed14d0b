package onebook.app.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import onebook.app.common.Notices;
import onebook.app.common.Texts;
import onebook.ledger.Refusal;
import onebook.robot.RefusedException;
import onebook.store.StoreException;

/** What is told when work ended in an exception. */
final class Failure {
    private Failure() { }

    /** True where it is an error of ours; a refusal is none, nor is a place without room. */
    static boolean isOurs(Throwable broken) {
        return !(broken instanceof RefusedException) && disk(broken).isEmpty()
                && file(broken).isEmpty();
    }

    private static Optional<Refusal> disk(Throwable broken) {
        return broken instanceof StoreException store ? store.refusal() : Optional.empty();
    }

    /** A file of a person that cannot be read or written where it is. */
    private static Optional<IOException> file(Throwable broken) {
        if (broken instanceof UncheckedIOException wrapped) {
            return Optional.of(wrapped.getCause());
        }
        return broken instanceof IOException plain ? Optional.of(plain) : Optional.empty();
    }

    static void tell(Throwable broken, Texts texts, Notices notices) {
        if (broken instanceof RefusedException refused) {
            notices.refused(texts.refusal(refused.refusal()), texts.detail(refused.refusal(),
                    String.valueOf(refused.getMessage())));
        } else if (disk(broken).isPresent()) {
            notices.refused(texts.refusal(disk(broken).get()), ((StoreException) broken).detail());
        } else if (file(broken).isPresent()) {
            notices.refused(texts.get("file-failed"), detail(file(broken).get()));
        } else {
            notices.failed(texts.get("failed"), detail(broken));
        }
    }

    private static String detail(Throwable broken) {
        return broken.getClass().getSimpleName() + ": " + broken.getMessage();
    }
}
