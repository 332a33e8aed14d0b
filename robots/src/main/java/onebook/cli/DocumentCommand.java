package onebook.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import onebook.document.Document;
import onebook.document.Inbox;
import onebook.document.Reading;
import onebook.document.Taken;
import onebook.invoice.Invoice;
import onebook.invoice.InvoiceReader;
import onebook.invoice.ReadingJson;
import onebook.ledger.Problem;
import onebook.words.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "document", description = "invoices and tickets",
        subcommands = DocumentCommand.Read.class)
final class DocumentCommand {

    @Command(name = "read",
            description = "says what each file is, and every field with its evidence")
    static final class Read implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "FILE")
        private List<Path> files;
        @Mixin
        private Output out;
        @Mixin
        private Speech speech;

        @Override
        public Integer call() {
            InvoiceReader reader = new InvoiceReader();
            int exit = 0;
            for (Path file : files) {
                Taken taken = Inbox.look(file);
                if (taken instanceof Taken.Declined declined) {
                    Main.refuse(declined.refusal(), file + ", " + declined.detail());
                    exit = Main.REFUSED;
                } else if (taken instanceof Taken.Kept kept) {
                    Reading<Invoice> reading = reader.read(kept.document());
                    print(kept.document(), reading);
                    exit = Math.max(exit, reading.isAccepted() ? 0 : Main.WAITS);
                }
            }
            return exit;
        }

        private void print(Document document, Reading<Invoice> reading) {
            if (out.isJson()) {
                out.print(ReadingJson.of(document, reading));
                return;
            }
            out.print("%s  %s, %s%s".formatted(document.name(), reading.kind(), reading.source(),
                    reading.isAccepted() ? "" : ", a person must look"));
            reading.fields().forEach(field ->
                    out.print("  %-28s %s".formatted(field.path(), field.value())));
            for (Problem problem : reading.problems()) {
                out.print("  ! %s %s: %s".formatted(
                        problem.name(), problem.path(),
                        speech.say(Sentence.noted(problem.text()))));
            }
        }
    }
}
