package onebook.app.start;

import java.util.Optional;
import onebook.app.common.Notices;
import onebook.app.common.Texts;
import onebook.ledger.Refusal;
import onebook.robot.RefusedException;
import onebook.store.StoreException;

/** What is told when work ended in an exception. */
final class Failure {
    private Failure() { }

    /** True where it is an error of ours; a refusal is none. */
    static boolean isOurs(Throwable broken) {
        return !(broken instanceof RefusedException) && disk(broken).isEmpty();
    }

    private static Optional<Refusal> disk(Throwable broken) {
        return broken instanceof StoreException store ? store.refusal() : Optional.empty();
    }

    static void tell(Throwable broken, Texts texts, Notices notices) {
        if (broken instanceof RefusedException refused) {
            notices.refused(texts.refusal(refused.refusal()), String.valueOf(refused.getMessage()));
        } else if (disk(broken).isPresent()) {
            notices.refused(texts.refusal(disk(broken).get()), ((StoreException) broken).detail());
        } else {
            notices.failed(texts.get("failed"),
                    broken.getClass().getSimpleName() + ": " + broken.getMessage());
        }
    }
}
