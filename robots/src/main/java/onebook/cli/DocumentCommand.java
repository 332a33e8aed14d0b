package onebook.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import onebook.document.Document;
import onebook.document.Inbox;
import onebook.document.Reading;
import onebook.document.Taken;
import onebook.invoice.Invoice;
import onebook.invoice.InvoiceReader;
import onebook.invoice.Original;
import onebook.invoice.ReadingJson;
import onebook.ledger.Problem;
import onebook.words.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "document", description = "invoices and tickets")
@Commands.Group(DocumentCommand.Read.class)
final class DocumentCommand {
    private static final Map<Original, Sentence> KEEP = Map.of(
            Original.THIS_FILE, new Sentence("；电子签名未验证", "; signature not verified"),
            Original.PAPER, new Sentence("；扫描件，纸质原件须保存", "; a scan, keep the paper too"),
            Original.ELECTRONIC_FILE, new Sentence("；电子凭证的打印件，须保存收到的电子原件",
                    "; a print of an e-voucher, keep the file as it was received"));


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
            Original original = Original.of(reading);
            if (out.isJson()) {
                out.print(ReadingJson.of(document, reading).put("signature", original.signature())
                        .put("keep", original.code()));
                return;
            }
            out.print("%s  %s, %s%s%s".formatted(document.name(), reading.kind(),
                    reading.source(), reading.isAccepted() ? "" : ", a person must look",
                    speech.say(KEEP.get(original))));
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
