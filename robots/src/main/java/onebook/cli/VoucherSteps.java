package onebook.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import onebook.ledger.Outcome;
import onebook.robot.Desk;
import onebook.robot.People;
import onebook.robot.RefusedException;
import onebook.robot.Voucher;
import onebook.robot.Vouchers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The steps of a draft towards the book, of several drafts at once. */
final class VoucherSteps {
    private VoucherSteps() { }

    private interface Step {
        void of(int id, Vouchers vouchers);
    }

    /** Each by itself: one that is refused is named and does not stop the others. */
    private static int each(List<Integer> ids, Desk desk, Step step) {
        int exit = 0;
        for (int id : ids) {
            try {
                step.of(id, Vouchers.of(desk));
            } catch (RefusedException refused) {
                Main.refuse(refused.refusal(), refused.getMessage().contains("draft")
                        ? refused.getMessage() : "draft " + id + " " + refused.getMessage());
                exit = Main.REFUSED;
            }
        }
        return exit;
    }

    /** 会计基础工作规范 12条: nobody checks the work of somebody who works alone. */
    private static void noticeSingleUser(Desk desk) {
        if (People.of(desk).isSingleUser()) {
            System.err.println("单用户模式：制单、审核、记账由一人完成。"
                    + " Single-user mode: one person prepares, reviews and posts.");
        }
    }

    /** A step that is taken with each of the drafts named. */
    abstract static class OfDrafts implements Callable<Integer> {
        private final Clock clock;
        @Parameters(arity = "1..*", paramLabel = "DRAFT")
        private List<Integer> ids;
        @Mixin
        private BookOption book;

        OfDrafts(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                begin(desk);
                return each(ids, desk, (id, vouchers) -> step(id, vouchers, book.by()));
            }
        }

        void begin(Desk desk) { }

        abstract void step(int id, Vouchers vouchers, String by);
    }

    @Command(name = "review", description = "approves drafts (审核)")
    static final class Review extends OfDrafts {
        @Mixin
        private Output out;
        @Mixin
        private TokenOption token;

        Review(Clock clock) {
            super(clock);
        }

        @Override
        void begin(Desk desk) {
            noticeSingleUser(desk);
            token.hold(desk);
        }

        @Override
        void step(int id, Vouchers vouchers, String by) {
            VoucherCommand.print(out, vouchers,
                    vouchers.review(id, vouchers.get(id).revision(), by));
        }
    }

    @Command(name = "unreview", description = "takes the approval of drafts back")
    static final class Unreview extends OfDrafts {
        @Mixin
        private Output out;

        Unreview(Clock clock) {
            super(clock);
        }

        @Override
        void step(int id, Vouchers vouchers, String by) {
            VoucherCommand.print(out, vouchers, vouchers.unreview(id, by));
        }
    }

    @Command(name = "post", description = "lets reviewed drafts into the book (记账)")
    static final class Post implements Callable<Integer> {
        private final Clock clock;
        @Parameters(arity = "0..*", paramLabel = "DRAFT")
        private List<Integer> ids;
        @Option(names = "--all", description = "every reviewed draft, in order of date")
        private boolean isAll;
        @Mixin
        private BookOption book;
        @Mixin
        private Output out;

        Post(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                noticeSingleUser(desk);
                List<Integer> chosen = !isAll ? ids == null ? List.of() : ids
                        : Vouchers.of(desk).list().stream().filter(Voucher::isReviewed)
                                .map(Voucher::id).toList();
                return each(chosen, desk, (id, vouchers) -> {
                    Outcome outcome = vouchers.post(id, book.by());
                    if (outcome instanceof Outcome.Refused refused) {
                        throw new RefusedException(refused.refusal(), refused.detail());
                    }
                    out.print(EntryJson.printed(((Outcome.Posted) outcome).entry(), out));
                });
            }
        }
    }

    @Command(name = "delete", description = "throws drafts away")
    static final class Delete extends OfDrafts {
        Delete(Clock clock) {
            super(clock);
        }

        @Override
        void step(int id, Vouchers vouchers, String by) {
            vouchers.delete(id, by);
        }
    }
}
