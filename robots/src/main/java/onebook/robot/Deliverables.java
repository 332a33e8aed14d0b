package onebook.robot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipFile;
import onebook.document.Document;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.lender.Hiding;
import onebook.lender.HidingRefused;
import onebook.lender.LenderPackage;
import onebook.lender.PackageVerifier;
import onebook.lender.PackageWriter;
import onebook.lender.Policy;
import onebook.lender.Verdict;
import onebook.reconcile.Reconciliation;
import onebook.reconcile.ReconciliationSheet;
import onebook.print.Printout;
import onebook.print.StatementTables;
import onebook.report.Span;
import onebook.report.Statements;
import onebook.rules.CompanyProfile;
import onebook.store.LogLines;
import onebook.tax.StatementWorkbook;
import onebook.tax.TaxPeriod;
import onebook.tax.VatWorkbook;

/** The files that leave the book: workbooks, reconciliations and the lender's package. */
public final class Deliverables {
    private final Desk desk;
    private final Path folder;

    /** What a lender is to get. */
    public record Order(String profile, Period from, Period to, String lender, Hiding hiding) {
        public Order(String profile, Period from, Period to, String lender) {
            this(profile, from, to, lender, Hiding.NOTHING);
        }
    }

    public Deliverables(Desk desk, Path folder) {
        this.desk = desk;
        this.folder = folder;
    }

    /** Every file of the main job by its name in {@link #paths()}. */
    void write() {
        Period from = desk.company().from();
        Period to = desk.profile().lastPeriod();
        vat(TaxPeriod.quarterOf(to), folder.resolve("vat-small-scale.xlsx"));
        statements(Span.of(from, to), folder.resolve("statements.xlsx"), "rule");
        for (CashAccount account : desk.cashAccounts()) {
            reconciliation(desk.reconciliation(account.code(), to),
                    folder.resolve("reconciliation-" + account.code() + ".xlsx"));
        }
        pack(new Order("tax-loan", from, to, ""), folder.resolve("package.obk"));
        report(folder.resolve("package.obk"), folder.resolve("report.html"));
        atomically(folder.resolve("policy.txt"), target -> Files.copy(desk.policy(), target,
                StandardCopyOption.REPLACE_EXISTING));
    }

    /** What {@link #write()} writes, by what it is. */
    Map<String, Path> paths() {
        Map<String, Path> paths = new LinkedHashMap<>();
        paths.put("book", desk.file());
        paths.put("VAT return", folder.resolve("vat-small-scale.xlsx"));
        paths.put("statements", folder.resolve("statements.xlsx"));
        desk.cashAccounts().forEach(account -> paths.put("reconciliation " + account.code(),
                folder.resolve("reconciliation-" + account.code() + ".xlsx")));
        paths.put("lender package", folder.resolve("package.obk"));
        paths.put("report", folder.resolve("report.html"));
        paths.put("policy", folder.resolve("policy.txt"));
        return paths;
    }

    boolean areThere() {
        return paths().values().stream().allMatch(Files::isRegularFile);
    }

    /** Per cash account, what the reconciliation leaves over. */
    Map<String, Money> differences() {
        Map<String, Money> differences = new TreeMap<>();
        desk.cashAccounts().forEach(account -> differences.put(
                account.code() + " " + account.bank(),
                desk.reconciliation(account.code(), desk.profile().lastPeriod()).difference()));
        return differences;
    }

    /** The package as a stranger sees it who was handed the policy file. */
    Verdict verify() {
        try {
            Policy policy = Policy.parse(Files.readString(folder.resolve("policy.txt")));
            return PackageVerifier.verify(folder.resolve("package.obk"), policy, Optional.empty());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public void vat(TaxPeriod period, Path target) {
        desk.handOut(Duty.EXPORT, "export VAT return " + period);
        atomically(target, path -> VatWorkbook.write(desk.vat(period), desk.company(), path));
    }

    /**
     * 会小企01, 02 and 03: as the tax bureau's workbook with their sources, or printed where the
     * target's name ends in .pdf.
     */
    public void statements(Span span, Path target, String by) {
        desk.handOut(Duty.EXPORT, "export statements " + span.from() + " to " + span.to());
        synchronized (desk) { // the sources are read from the book while they are written
            Statements statements = desk.statements(span);
            if (target.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                LocalDateTime now = LocalDateTime.now(desk.book().clock());
                Printout print = Printout.of(
                        new StatementTables(statements, desk.company()).tables(), by, now);
                atomically(target, path -> save(print, path));
            } else {
                atomically(target, path -> StatementWorkbook.write(statements, desk.company(),
                        desk.book().records(), path));
            }
        }
    }

    private static void save(Printout print, Path path) throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            print.pdf(out);
        }
    }

    public void reconciliation(Reconciliation reconciliation, Path target) {
        desk.handOut(Duty.EXPORT, "export reconciliation of " + reconciliation.account());
        atomically(target, path ->
                ReconciliationSheet.write(reconciliation, title(reconciliation), path));
    }

    private ReconciliationSheet.Title title(Reconciliation reconciliation) {
        CompanyProfile.Cash cash = desk.profile().cashAccounts().stream()
                .filter(one -> one.code().equals(reconciliation.account()))
                .findFirst().orElseThrow();
        return new ReconciliationSheet.Title(desk.company().name(), cash.bank(), cash.number(), "",
                Optional.empty());
    }

    public void pack(Order order, Path target) {
        pack(order, target, desk::sealed);
    }

    /** @param head gives the newest signed head, with what witnesses say of it */
    public void pack(Order order, Path target, Supplier<String> head) {
        desk.handOut(Duty.LEND, ("pack " + order.profile() + " " + order.from() + " to "
                + order.to() + " for " + order.lender()).replaceFirst(" for $", ""));
        if (!order.hiding().isNothing() && desk.book().journal().setting("veil").isEmpty()) {
            throw new RefusedException(Refusal.NAMES_ARE_NOT_COVERED, desk.file().toString());
        }
        try {
            atomically(target, path -> PackageWriter.write(contents(order, head), path));
        } catch (HidingRefused refused) {
            throw new RefusedException(refused.refusal(), refused.getMessage());
        }
    }

    private LenderPackage contents(Order order, Supplier<String> head) throws IOException {
        Path statements = desk.book().onTheWay(".xlsx");
        try {
            StatementWorkbook.write(desk.statements(Span.of(order.from(), order.to())),
                    desk.company(), statements);
            Map<String, byte[]> documents = new TreeMap<>();
            for (Document document : desk.documents()) {
                documents.put(document.id() + "." + extension(document),
                        Files.readAllBytes(document.path()));
            }
            OpenBook open = desk.book();
            return new LenderPackage(open.journal().leaves(), head.get(), open.signer(),
                    documents, Files.readAllBytes(statements), order.profile(), order.from(),
                    order.to(), order.lender(), LogLines.firstChart(open.journal()),
                    order.hiding());
        } finally {
            Files.deleteIfExists(statements);
        }
    }

    private static String extension(Document document) {
        return document.media() == Document.Media.UNKNOWN ? "bin"
                : document.media().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The package's own readable report, taken out of it. */
    static void report(Path pack, Path target) {
        atomically(target, path -> {
            try (ZipFile packed = new ZipFile(pack.toFile());
                    InputStream page = packed.getInputStream(
                            packed.getEntry("report/report.html"))) {
                Files.write(path, page.readAllBytes());
            }
        });
    }

    interface Writing {
        void to(Path path) throws IOException;
    }

    /** The whole file or none: written beside its place, then moved there. */
    static void atomically(Path target, Writing writing) {
        try {
            Path whole = target.toAbsolutePath();
            Files.createDirectories(whole.getParent());
            Path part = whole.resolveSibling(".part-" + whole.getFileName());
            try {
                writing.to(part);
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
