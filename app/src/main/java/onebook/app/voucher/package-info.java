/**
 * Vouchers written by hand: a draft is typed, kept, reviewed and posted, by keyboard alone.
 *
 * <p>Drafts flow in, drafts and the wish to review or post them flow out. What a draft lacks and
 * what would balance it is asked of {@code onebook.robot.Vouchers}; nothing here knows a rule.
 */
package onebook.app.voucher;
