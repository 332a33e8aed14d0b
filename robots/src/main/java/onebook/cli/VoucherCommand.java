package onebook.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.ledger.JournalEntry;
import onebook.robot.Desk;
import onebook.robot.Draft;
import onebook.robot.Voucher;
import onebook.robot.Vouchers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "voucher", description = "vouchers by hand: drafts, review, posting")
@Commands.Group({VoucherCommand.New.class, VoucherCommand.Edit.class,
            VoucherCommand.ListAll.class, VoucherCommand.Show.class, VoucherCommand.Check.class,
            VoucherSteps.Review.class, VoucherSteps.Unreview.class, VoucherSteps.Post.class,
            VoucherSteps.Delete.class})
final class VoucherCommand {

    @Command(name = "new", description = "keeps a draft, however incomplete")
    static final class New implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Mixin
        private VoucherInput input;
        @Mixin
        private Output out;

        New(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                Draft draft = input.over(blank(clock), desk, Optional.of(book.by()));
                Vouchers vouchers = Vouchers.of(desk);
                return print(out, vouchers, vouchers.save(draft, book.by()));
            }
        }
    }

    private static Draft blank(Clock clock) {
        return Draft.byHand(LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")), "",
                List.of(), List.of());
    }

    /** Gives the exit code: something waits for a person where the draft has problems. */
    static int print(Output out, Vouchers vouchers, Voucher voucher) {
        Vouchers.Check check = vouchers.check(voucher.id());
        out.print(out.isJson() ? VoucherJson.of(voucher, check)
                : VoucherJson.text(voucher, check));
        return check.isSound() ? 0 : Main.WAITS;
    }

    @Command(name = "edit", description = "changes a draft; lines and evidence are given whole")
    static final class Edit implements Callable<Integer> {
        private final Clock clock;
        @Parameters(index = "0", paramLabel = "DRAFT")
        private int id;
        @Mixin
        private BookOption book;
        @Mixin
        private VoucherInput input;
        @Mixin
        private Output out;

        Edit(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                Vouchers vouchers = Vouchers.of(desk);
                Voucher was = vouchers.get(id);
                return print(out, vouchers, vouchers.change(id, was.revision(),
                        input.over(was.draft(), desk, Optional.of(book.by())), book.by()));
            }
        }
    }

    @Command(name = "list", description = "the drafts there are")
    static final class ListAll implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Mixin
        private Output out;

        ListAll(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                Vouchers vouchers = Vouchers.of(desk);
                List<Voucher> drafts = vouchers.list();
                drafts.forEach(one -> print(out, vouchers, one));
                return drafts.isEmpty() ? 0 : Main.WAITS;
            }
        }
    }

    @Command(name = "show", description = "one draft, or the entry it became")
    static final class Show implements Callable<Integer> {
        private final Clock clock;
        @Parameters(index = "0", paramLabel = "DRAFT")
        private int id;
        @Mixin
        private BookOption book;
        @Mixin
        private Output out;

        Show(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                Vouchers vouchers = Vouchers.of(desk);
                Optional<JournalEntry> entry = vouchers.posted(id);
                if (entry.isEmpty()) {
                    return print(out, vouchers, vouchers.get(id));
                }
                out.print(EntryJson.printed(entry.get(), out));
                return 0;
            }
        }
    }

    @Command(name = "check", description = "what a draft lacks; without a number, what is given")
    static final class Check implements Callable<Integer> {
        private final Clock clock;
        @Parameters(index = "0", arity = "0..1", paramLabel = "DRAFT")
        private Optional<Integer> id;
        @Mixin
        private BookOption book;
        @Mixin
        private VoucherInput input;
        @Mixin
        private Output out;

        Check(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                Vouchers vouchers = Vouchers.of(desk);
                Vouchers.Check check = id.map(vouchers::check).orElseGet(() ->
                        vouchers.check(input.over(blank(clock), desk, Optional.empty())));
                if (out.isJson()) {
                    out.print(VoucherJson.of(check));
                } else {
                    out.print("借 " + check.debits() + "  贷 " + check.credits());
                    check.problems().forEach(one -> out.print("! " + VoucherJson.text(one)));
                }
                return check.isSound() ? 0 : Main.WAITS;
            }
        }
    }
}
