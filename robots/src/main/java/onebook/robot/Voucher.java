package onebook.robot;

import java.time.Instant;
import java.util.Optional;

/**
 * A draft in the book, before it is posted: 草稿 or 已审核.
 *
 * @param id number of the draft; the voucher gets its own number when it is posted
 * @param prepared who wrote it as it stands; empty where the log knows of nobody who did
 * @param reviewed who approved exactly this; empty before
 * @param revision another one with every change, so that nobody approves what he did not see
 */
public record Voucher(int id, Draft draft, Optional<Hand> prepared, Optional<Hand> reviewed,
        long revision) {

    /** Somebody, at a time; both out of the sealed log. */
    public record Hand(String who, Instant at) { }

    public boolean isReviewed() {
        return reviewed.isPresent();
    }
}
