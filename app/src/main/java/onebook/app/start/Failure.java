package onebook.app.start;

import onebook.app.common.Notices;
import onebook.app.common.Texts;
import onebook.robot.RefusedException;

/** What is told when work ended in an exception. */
final class Failure {
    private Failure() { }

    /** True where it is an error of ours; a refusal is none. */
    static boolean isOurs(Throwable broken) {
        return !(broken instanceof RefusedException);
    }

    static void tell(Throwable broken, Texts texts, Notices notices) {
        if (broken instanceof RefusedException refused) {
            notices.refused(texts.refusal(refused.refusal()), String.valueOf(refused.getMessage()));
        } else {
            notices.failed(texts.get("failed"),
                    broken.getClass().getSimpleName() + ": " + broken.getMessage());
        }
    }
}
