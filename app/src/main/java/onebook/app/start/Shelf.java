package onebook.app.start;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.robot.Desk;
import onebook.robot.MainJob;
import onebook.robot.RefusedException;
import onebook.robot.RunReport;
import onebook.robot.SampleCompany;

/** Where books come from. Each method reads or writes files: call it off the window's thread. */
public interface Shelf {
    Desk open(Path book);

    /** @param profile the text of a company.yaml */
    Desk create(Path book, String profile);

    /** Makes the sample company's book in that folder; one that is there is only completed. */
    Path sample(Path folder, RunReport.Progress progress);

    /** The real books. */
    record OfDesks(Clock clock) implements Shelf {
        @Override
        public Desk open(Path book) {
            return Desk.open(book, clock);
        }

        @Override
        public Desk create(Path book, String profile) {
            return Desk.create(book, profile, clock, Optional.empty());
        }

        @Override
        public Path sample(Path folder, RunReport.Progress progress) {
            Path inputs = SampleCompany.copyTo(folder.resolve("inputs"));
            try {
                new MainJob(inputs, folder, clock, progress).run();
            } catch (RefusedException refused) {
                if (refused.refusal() != Refusal.BOOK_IS_READ_ONLY) {
                    throw refused;
                }
            }
            return folder.resolve("book.onebook");
        }
    }
}
